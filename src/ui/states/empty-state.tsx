import type { ReactNode } from "react";

export type EmptyStateProps = {
  title: string;
  /** What to enter first, and what will come of it. */
  body?: ReactNode;
  action?: ReactNode;
};

export function EmptyState({ title, body, action }: EmptyStateProps) {
  return (
    <div className="panel state">
      <h2>{title}</h2>
      {body ? <p className="soft">{body}</p> : null}
      {action}
    </div>
  );
}
