import { countsDays } from "@/ui/detail/due";
import { DueText } from "@/ui/detail/due-text";
import { StatusTag } from "@/ui/detail/status-tag";
import { stateLabels, stateTones } from "../labels";
import type { SuggestionDetail } from "./detail-type";

/** Beside the title: the state and its deadline, or why it was voided. */
export function StateTag({ suggestion }: { suggestion: SuggestionDetail }) {
  const { state, dueOn, today, voidedAt, voidReason } = suggestion;
  if (voidedAt !== null) return <StatusTag tone="bad">已作废：{voidReason}</StatusTag>;
  return (
    <>
      <StatusTag tone={stateTones[state]}>{stateLabels[state]}</StatusTag>
      {dueOn === null ? null : (
        <span>
          {countsDays(dueOn, today) ? null : <span className="soft">期限 </span>}
          <DueText day={dueOn} today={today} />
        </span>
      )}
    </>
  );
}
