import "server-only";
import type { Day } from "@/lib/dates";
import type { Act } from "@/domains/history/data";
import { outcomeLabels, ratingLabels } from "../labels";
import type { Outcome } from "../rules/states";
import type { Read } from "./row";

type Step = { day: Day | null; summary: string; body: string | null };

/**
 * What the papers tell of a matter brought in closed, step by step: all of it entered at once, so that no act of its own is
 * written down for a step. A step without a day stands under none.
 */
export function recalledSteps({ row, lines }: Pick<Read, "row" | "lines">): Act[] {
  if (!row.enteredClosed) return [];
  const units = lines.units.map(({ name }) => name).join("、");
  const [reply] = lines.replies;
  const [rating] = lines.ratings;
  const steps: Step[] = [
    { day: row.assignedOn, summary: "交办", body: units || null },
    {
      day: reply?.repliedOn ?? null,
      summary: "答复",
      body: reply?.documentNumber ?? null,
    },
    {
      day: rating?.ratedOn ?? null,
      summary: rating === undefined ? "" : `测评：${ratingLabels[rating.rating]}`,
      body: null,
    },
    {
      day: row.closedOn,
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
            at: new Date(row.enteredAt),
            happenedOn: day,
            who: row.enteredByName,
            action: "suggestions.createClosed",
            summary,
            article: null,
            body,
            afterFreeze: null,
            changes: [],
          },
        ],
  );
}
