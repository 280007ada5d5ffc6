import { type Day } from "@/lib/dates";
import { about, allow, type Decision, deny } from "@/lib/decision";
import type { Limits } from "./facts";

/** @property papersPerYear forms and reports of a township in a year */
export type SetLimits = Limits & { papersPerYear: number };

/** A county that has set none goes by these: a visit a month, a fortnight apart, a unit twice a year, two papers a month. */
export const defaultLimits: SetLimits = {
  townshipPerYear: 12,
  gapDays: 14,
  unitPerYear: 2,
  papersPerYear: 24,
};

export function mayMark({ from, until }: { from: Day; until: Day }): Decision {
  return until < from ? about("until", deny(`最后一天（${until}）早于第一天（${from}），请核对。`)) : allow;
}
