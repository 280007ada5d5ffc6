import { type Step, StepBar } from "@/ui/detail/step-bar";
import type { Request } from "../data/rows";
import type { RequestState } from "../rules/requests";

const places: Record<RequestState, number> = { sent: 1, received: 2, answered: 3, confirmed: 4, again: 4 };

/** 送出 → 收件 → 答复 → 确认, each with its day or the day by which it is due. */
export function RequestSteps({
  request,
  state,
  answerBy,
  today,
}: {
  request: Request;
  state: RequestState;
  answerBy: string;
  today: string;
}) {
  const { sentOn, receivedOn, receiveDueOn, answeredOn, confirmedOn, postponedUntil, postponeReason } =
    request;
  const at = places[state];
  const step = (
    place: number,
    key: string,
    label: string,
    note: string | undefined,
    overdue = false,
  ): Step => ({
    ...{ key, label, note, overdue },
    state: place < at ? "done" : place === at ? "now" : "todo",
  });
  return (
    <StepBar
      steps={[
        step(0, "sent", "送出", sentOn),
        step(
          1,
          "received",
          "县人大收件",
          receivedOn ?? `应 ${receiveDueOn}`,
          (receivedOn ?? today) > receiveDueOn,
        ),
        step(2, "answered", "县人大答复", answeredOn ?? `应 ${answerBy}`, (answeredOn ?? today) > answerBy),
        step(3, "confirmed", state === "again" ? "再次请示" : "乡镇确认", confirmedOn ?? undefined),
      ]}
      lane={postponedUntil === null ? null : `答复延期到 ${postponedUntil}：${postponeReason ?? ""}`}
    />
  );
}
