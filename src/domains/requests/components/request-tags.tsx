import { StatusTag } from "@/ui/detail/status-tag";
import { requestStateLabels, resultLabels, type RequestResult } from "../labels";
import type { RequestState } from "../rules/requests";

const tones = {
  sent: "warn",
  received: "info",
  answered: "info",
  confirmed: "good",
  again: "neutral",
} as const;

/** How far a request is, and by how much the county is late with it. */
export function RequestTag({ state, late }: { state: RequestState; late: number }) {
  const open = state === "sent" || state === "received";
  if (open && late > 0)
    return <StatusTag tone="bad">{`${requestStateLabels[state]}，逾期 ${late} 天`}</StatusTag>;
  return <StatusTag tone={tones[state]}>{requestStateLabels[state]}</StatusTag>;
}

/** How it was answered, and whether in time. */
export function AnswerTag({ result, late }: { result: RequestResult | null; late: number }) {
  if (result === null) return <span>—</span>;
  return (
    <span>
      <StatusTag tone={result === "solved" ? "good" : "neutral"}>{resultLabels[result]}</StatusTag>
      {late > 0 ? (
        <>
          {" "}
          <StatusTag tone="bad">{`逾期 ${late} 天答复`}</StatusTag>
        </>
      ) : null}
    </span>
  );
}
