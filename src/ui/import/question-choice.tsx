"use client";

import type { RowQuestion } from "@/lib/sheets";

type QuestionProps = {
  question: RowQuestion;
  chosen: string | undefined;
  onChoose: (value: string) => void;
};

/** One doubtful row: what the file says, what is there, and what it is; nothing is chosen beforehand. */
export function QuestionChoice({ question, chosen, onChoose }: QuestionProps) {
  const { line, title, facts, choices } = question;
  return (
    <fieldset className="import-question" data-open={chosen === undefined}>
      <legend>
        <strong>{title}</strong> 是不是同一个人？
      </legend>
      <ul className="soft">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {choices.map(({ value, label }) => (
        <label key={value} className="import-choice">
          <input
            type="radio"
            name={`row-${line}`}
            checked={chosen === value}
            onChange={() => onChoose(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
