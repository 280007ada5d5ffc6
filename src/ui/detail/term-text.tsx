import { type Day, daysBetween } from "@/lib/dates";
import { DueText } from "./due-text";
import { StatusTag } from "./status-tag";

type Term = { due: Day; citation: string; doneOn: Day | null };

/** By when, by which rule, and whether it was kept; what is still open counts down. */
export function TermText({ term, today }: { term: Term | null; today: Day }) {
  if (term === null) return null;
  const { due, citation, doneOn } = term;
  const late = doneOn === null ? 0 : daysBetween(due, doneOn);
  return (
    <>
      {due}{" "}
      {doneOn === null ? (
        <DueText day={due} today={today} />
      ) : (
        <StatusTag tone={late > 0 ? "bad" : "good"}>{late > 0 ? `迟 ${late} 天` : "按期"}</StatusTag>
      )}{" "}
      <span className="soft">（{citation}）</span>
    </>
  );
}
