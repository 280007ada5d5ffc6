import { countsDays } from "@/ui/detail/due";
import { DueText } from "@/ui/detail/due-text";
import { StatusTag } from "@/ui/detail/status-tag";
import { entryMark, stateLabels, stateTones } from "../labels";
import type { SuggestionDetail } from "./detail-type";

/** That a record was entered late, or brought in closed: visible wherever the record is. */
export function EntryMark({ entry }: { entry: { enteredClosed: boolean; enteredLate: boolean } }) {
  const mark = entryMark(entry);
  return mark === null ? null : <StatusTag tone="warn">{mark}</StatusTag>;
}

/** Beside the title: the state and its deadline, or why it was voided. */
export function StateTag({ suggestion }: { suggestion: SuggestionDetail }) {
  const { state, dueOn, today, voidedAt, voidReason } = suggestion;
  if (voidedAt !== null) return <StatusTag tone="bad">已作废：{voidReason}</StatusTag>;
  return (
    <>
      <StatusTag tone={stateTones[state]}>{stateLabels[state]}</StatusTag> <EntryMark entry={suggestion} />
      {dueOn === null ? null : (
        <span>
          {countsDays(dueOn, today) ? null : <span className="soft">期限 </span>}
          <DueText day={dueOn} today={today} />
        </span>
      )}
    </>
  );
}
