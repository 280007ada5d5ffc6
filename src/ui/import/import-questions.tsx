"use client";

import { useState } from "react";
import type { RowAnswer, RowQuestion } from "@/lib/sheets";
import { ActButton } from "../link-button";
import { Panel } from "../panel";
import { QuestionChoice } from "./question-choice";
import { type Answers, answersOf, type ChoiceKind, onlyChoice, openOf, withRest } from "./row-answers";

const kinds: { kind: ChoiceKind; label: string }[] = [
  { kind: "update", label: "是同一人，按文件更新" },
  { kind: "keep", label: "是同一人，名册不变" },
  { kind: "another", label: "不是同一人，另行登记" },
];

type Props = {
  questions: readonly RowQuestion[];
  /** What a row becomes is counted in: 人, 件 … */
  unit: string;
  onAnswered: (answers: RowAnswer[]) => void;
  onCancel: () => void;
};

/** Rows that may be somebody there already: nothing is written before each has its answer. */
export function ImportQuestions({ questions, unit, onAnswered, onCancel }: Props) {
  const [answers, setAnswers] = useState<Answers>({});
  const open = openOf(questions, answers);
  const offered = kinds.filter(
    ({ kind }) => open.filter((question) => onlyChoice(question, kind)).length > 1,
  );
  return (
    <Panel
      title={`有 ${questions.length} ${unit}可能已在名册中，请逐行确认`}
      note="还没有写入任何一行。全部确认后一次导入。"
    >
      <div className="stack">
        {questions.map((question) => (
          <div key={question.line}>
            <small>第{question.line}行</small>
            <QuestionChoice
              question={question}
              chosen={answers[question.line]}
              onChoose={(value) => setAnswers({ ...answers, [question.line]: value })}
            />
          </div>
        ))}
        {offered.length > 0 ? (
          <p className="row">
            其余 {open.length} 行都选：
            {offered.map(({ kind, label }) => (
              <ActButton key={kind} onClick={() => setAnswers(withRest(questions, answers, kind))}>
                {label}
              </ActButton>
            ))}
          </p>
        ) : null}
        <p className="row">
          <ActButton
            primary
            disabled={open.length > 0}
            onClick={() => onAnswered(answersOf(questions, answers))}
          >
            确认并导入
          </ActButton>
          <ActButton onClick={onCancel}>不导入，返回</ActButton>
          <span role="status">{open.length > 0 ? `还有 ${open.length} 行没有确认。` : "已全部确认。"}</span>
        </p>
      </div>
    </Panel>
  );
}
