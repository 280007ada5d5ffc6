"use client";

import type { Decision } from "@/lib/decision";
import Link from "next/link";
import { ProblemLine } from "../states/problem-text";
import { useAttempt } from "../states/use-attempt";

export type Action = {
  label: string;
  /** From the slice's rules; absent means allowed. */
  decision?: Decision | undefined;
  /** Why now, or what comes of it. */
  hint?: string | undefined;
  /** What is pressed for; of a command its promise, so that a refusal is told here. */
  onClick?: (() => unknown) | undefined;
  href?: string | undefined;
  busy?: boolean | undefined;
  danger?: boolean | undefined;
};

function refusalOf(action: Action): string | null {
  if (!action.decision || action.decision.allowed) return null;
  const { reason, article } = action.decision;
  return article ? `${reason}（${article}）` : reason;
}

type Attempt = ReturnType<typeof useAttempt>;

function ActionButton({ action, primary, on }: { action: Action; primary: boolean; on: Attempt }) {
  const refusal = refusalOf(action);
  const look = ["btn", primary ? "btn-primary" : action.danger ? "btn-danger" : ""].join(" ");
  if (action.href && !refusal) {
    return (
      <Link className={look} href={action.href}>
        {action.label}
      </Link>
    );
  }
  const { onClick } = action;
  const blocked = refusal !== null || action.busy === true || on.busy;
  return (
    <button
      type="button"
      className={look}
      aria-disabled={blocked}
      title={refusal ?? undefined}
      onClick={() => {
        if (!blocked && onClick !== undefined) on.attempt(onClick);
      }}
    >
      {action.busy ? "处理中…" : action.label}
    </button>
  );
}

type NextActionProps = { primary?: Action | undefined; secondary?: readonly Action[]; done?: string };

/** The one thing to do now, and the others. What is not allowed says why and what to do first. */
export function NextAction({ primary, secondary = [], done }: NextActionProps) {
  const over = secondary.length === 0 ? "已办结，没有要做的事。" : "已办结，需要时还可以补充登记。";
  const on = useAttempt();
  const refusal = primary ? refusalOf(primary) : null;
  const refused = secondary.filter((action) => refusalOf(action) !== null);
  return (
    <section className="panel next no-print" aria-label="现在能做">
      <div className="next-line">
        <p className="next-text">
          <strong>现在能做：</strong>
          {primary ? primary.label : (done ?? over)}{" "}
          {refusal === null ? <span className="soft">{primary?.hint}</span> : null}
        </p>
        <div className="row">
          {primary ? <ActionButton action={primary} primary on={on} /> : null}
          {secondary.map((action) => (
            <ActionButton key={action.label} action={action} primary={false} on={on} />
          ))}
        </div>
      </div>
      <ProblemLine problem={on.problem} />
      {refusal ? (
        <p className="next-refusal">
          还不能{primary?.label}：{refusal}
        </p>
      ) : null}
      {refused.map((action) => (
        <p key={action.label} className="soft next-why">
          {action.label}：{refusalOf(action)}
        </p>
      ))}
    </section>
  );
}
