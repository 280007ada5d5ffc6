"use client";

import { useId } from "react";
import { type Answer, answerLabels } from "../labels";
import { type Severity, severityWords } from "../rules/merged";
import type { Typed } from "./outbox";

type Props = { typed: Typed; onChange: (change: Partial<Typed>) => void };

type ChoicesProps<Code extends string> = {
  legend: string;
  labels: Readonly<Record<Code, string>>;
  value: Code | null;
  onChoose: (code: Code) => void;
};

/** Large choices side by side, for a thumb. */
function Choices<Code extends string>({ legend, labels, value, onChoose }: ChoicesProps<Code>) {
  const name = useId();
  return (
    <fieldset className="check-choices">
      <legend className="visually-hidden">{legend}</legend>
      {(Object.keys(labels) as Code[]).map((code) => (
        <label key={code} data-code={code}>
          <input type="radio" name={name} checked={value === code} onChange={() => onChoose(code)} />
          <span>{labels[code]}</span>
        </label>
      ))}
    </fieldset>
  );
}

const orNull = (text: string): string | null => (text.trim() === "" ? null : text);

/** What is said of a point; a problem asks for more than the rest. */
export function CheckFields({ typed, onChange }: Props) {
  const problem = typed.answer === "problem";
  const choose = (answer: Answer) =>
    onChange({ answer, severity: answer === "problem" ? (typed.severity ?? "general") : null });
  return (
    <>
      <Choices<Answer> legend="检查结果" labels={answerLabels} value={typed.answer} onChoose={choose} />
      {problem ? (
        <Choices<Severity>
          legend="问题轻重"
          labels={severityWords}
          value={typed.severity}
          onChoose={(severity) => onChange({ severity })}
        />
      ) : null}
      <label className="check-field">
        {problem ? "有什么问题（必填）" : "说明（可不填）"}
        <textarea
          className="field"
          rows={problem ? 3 : 2}
          maxLength={1000}
          value={typed.note ?? ""}
          onChange={(event) => onChange({ note: orNull(event.currentTarget.value) })}
        />
      </label>
      <label className="check-field">
        地点（可不填）
        <input
          className="field"
          maxLength={100}
          value={typed.place ?? ""}
          onChange={(event) => onChange({ place: orNull(event.currentTarget.value) })}
        />
      </label>
    </>
  );
}
