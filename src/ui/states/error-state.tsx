import type { ReactNode } from "react";
import { RequestNumber } from "./request-number";

type ErrorStateProps = {
  title?: string;
  /** What happened and what to do. */
  body: ReactNode;
  requestId?: string | undefined;
  onRetry?: (() => void) | undefined;
  action?: ReactNode;
};

export function ErrorState({ title = "没有办成", body, requestId, onRetry, action }: ErrorStateProps) {
  return (
    <div className="panel state state-error" role="alert">
      <h2>{title}</h2>
      <p>{body}</p>
      <RequestNumber id={requestId} />
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
