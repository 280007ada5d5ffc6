import type { ReactNode } from "react";
import { RequestNumber } from "./request-number";

export type EmptyStateProps = {
  title: string;
  /** What to enter first, and what will come of it. */
  body?: ReactNode;
  action?: ReactNode;
  /** It is the whole page: the title is the page's own heading. */
  page?: boolean;
  /** For pages that say what was not found. */
  requestId?: string | null;
};

export function EmptyState({ title, body, action, page = false, requestId }: EmptyStateProps) {
  const Heading = page ? "h1" : "h2";
  return (
    <div className="panel state">
      <Heading>{title}</Heading>
      {body ? <p className="soft">{body}</p> : null}
      <RequestNumber id={requestId} />
      {action}
    </div>
  );
}
