import type { Day } from "@/lib/dates";
import { dueOf } from "./due";
import { StatusTag } from "./status-tag";

type DueTextProps = { day: Day | null; today: Day; closed?: boolean | undefined };

/** A deadline as people say it; the full date stays in the tooltip and on paper. */
export function DueText({ day, today, closed = false }: DueTextProps) {
  if (day === null) return <span className="soft">无期限</span>;
  const due = dueOf(day, today, closed);
  return (
    <time dateTime={day} title={`期限 ${day}`}>
      <StatusTag tone={due.tone}>{due.text}</StatusTag>
    </time>
  );
}
