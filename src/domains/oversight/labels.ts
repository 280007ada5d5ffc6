import { classLabel } from "@/domains/tenancy/labels";
import type { Day } from "@/lib/dates";
import type { ClassSpread } from "./rules/spreads";

export const amongLabel = (among: ClassSpread["among"]): string =>
  among === "all" ? "合计" : classLabel(among === "unclassed" ? null : among);

type YearShown = {
  year: number;
  state: "open" | "over" | "frozen";
  frozenOn: Day | null;
  recounted: string[];
};

/** What the figures of a year are, so that nobody takes a year that still runs for one that is over. */
export function yearStateText({ year, state, frozenOn, recounted }: YearShown, today: Day): string {
  if (state === "open") return `${year} 年还没有结束，截至 ${today}，数还会变。`;
  if (state === "over") return `${year} 年全年，截至 ${today} 的记录。`;
  const anew = recounted.length === 0 ? "" : `其中 ${recounted.join("、")} 没有封存，按今天的记录数。`;
  return `${year} 年已于 ${frozenOn ?? ""} 封存。${anew}`;
}
