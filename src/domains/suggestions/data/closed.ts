import "server-only";
import { dayFromUtc, type Day } from "@/lib/dates";
import type { HistoryEntry } from "@/domains/history/data";
import { dayOrNull } from "@/server/db/record";
import { outcomeLabels, ratingLabels } from "../labels";
import type { Outcome, RatingWord } from "../rules/states";
import type { SuggestionRow } from "./row";

type Step = { day: Day | null; summary: string; body: string | null };

/**
 * What the papers tell of a matter brought in closed, step by step: all of it entered at once, so that no act of its own is
 * written down for a step. A step without a day stands under none.
 */
export function recalledSteps(row: SuggestionRow): Omit<HistoryEntry, "entered" | "lateBy">[] {
  if (!row.enteredClosed) return [];
  const units = row.suggestionUnits.map(({ unit }) => unit.name).join("、");
  const [reply] = row.replies;
  const [rating] = row.ratings;
  const steps: Step[] = [
    { day: dayOrNull(row.assignedOn), summary: "交办", body: units || null },
    {
      day: reply === undefined ? null : dayFromUtc(reply.repliedOn),
      summary: "答复",
      body: reply?.documentNumber ?? null,
    },
    {
      day: dayOrNull(rating?.ratedOn ?? null),
      summary: rating === undefined ? "" : `测评：${ratingLabels[rating.rating as RatingWord]}`,
      body: null,
    },
    {
      day: dayOrNull(row.closedOn),
      summary: row.outcome === null ? "" : `办结：${outcomeLabels[row.outcome as Outcome]}`,
      body: row.outcomeNote,
    },
  ];
  return steps.flatMap(({ day, summary, body }, index) =>
    day === null
      ? []
      : [
          {
            seq: -1 - index,
            at: row.enteredAt,
            happenedOn: day,
            who: row.enteredByName,
            action: "suggestions.createClosed",
            summary,
            article: null,
            body,
            changes: [],
          },
        ],
  );
}
