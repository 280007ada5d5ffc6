import type { ReactNode } from "react";

export type Step = {
  key: string;
  label: string;
  state: "done" | "now" | "todo" | "skipped";
  /** Under the label: the day, or "应 11-18". */
  note?: string | undefined;
  overdue?: boolean | undefined;
};

const stateWords = { done: "已完成", now: "进行中", todo: "未到", skipped: "没有记录" } as const;

/** @param lane the second lane: why and how often the work went back, e.g. a redo with its article */
export function StepBar({
  steps,
  lane,
  label = "办理进度",
}: {
  steps: readonly Step[];
  lane?: ReactNode;
  label?: string;
}) {
  return (
    <div className="panel steps-panel">
      <ol className="steps" aria-label={label}>
        {steps.map((step, index) => (
          <li
            key={step.key}
            className={`step step-${step.state}`}
            aria-current={step.state === "now" ? "step" : undefined}
          >
            <span className="step-dot" aria-hidden>
              {step.state === "done" ? "✓" : step.state === "skipped" ? "–" : index + 1}
            </span>
            <span className="step-label">
              {step.label}
              <span className="visually-hidden">（{stateWords[step.state]}）</span>
            </span>
            <span className={step.overdue ? "step-note step-late" : "step-note"}>{step.note}</span>
          </li>
        ))}
      </ol>
      {lane ? <div className="steps-lane">↺ {lane}</div> : null}
    </div>
  );
}
