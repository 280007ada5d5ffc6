import { type Day } from "@/lib/dates";
import { about, allow, type Decision, deny } from "@/lib/decision";
import type { Limits } from "./facts";

/** A county that has set none goes by these: a visit a month, a fortnight apart, a unit twice a year. */
export const defaultLimits: Limits = { townshipPerYear: 12, gapDays: 14, unitPerYear: 2 };

export function mayMark({ from, until }: { from: Day; until: Day }): Decision {
  return until < from ? about("until", deny(`最后一天（${until}）早于第一天（${from}），请核对。`)) : allow;
}
