import type { ReactNode } from "react";
import { problemOf } from "./problem";
import { SignInBeside } from "./problem-text";
import { RequestNumber } from "./request-number";

type ErrorStateProps = {
  title?: string;
  /** What happened and what to do; of a request that failed, its error says it. */
  body?: ReactNode;
  error?: unknown;
  requestId?: string | undefined;
  onRetry?: (() => void) | undefined;
  action?: ReactNode;
};

export function ErrorState(props: ErrorStateProps) {
  const { title = "没有办成", body, error, requestId, onRetry, action } = props;
  const problem = error === undefined || error === null ? null : problemOf(error);
  return (
    <div className="panel state state-error" role="alert">
      <h2>{title}</h2>
      <p>
        {body ?? problem?.message}
        {problem?.signedOut === true ? <SignInBeside after="，再回到这一页。" /> : null}
      </p>
      <RequestNumber id={problem?.requestId ?? requestId} />
      <div className="row">
        {onRetry ? (
          <button type="button" className="btn btn-primary" onClick={onRetry}>
            再试一次
          </button>
        ) : null}
        {action}
      </div>
    </div>
  );
}
