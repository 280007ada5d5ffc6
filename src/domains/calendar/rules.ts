import { type Day, isDay } from "@/lib/dates";
import type { Month } from "@/lib/months";

/** "2026-11", of the years of this work; null for anything else an address may hold. */
export const monthIn = (text: string): Month | null =>
  /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`) ? text : null;

/** What a day is beside an ordinary working day or weekend: 春节 (nobody works), 班 (a weekend that is worked). */
export function markOf(
  day: Day,
  holidays: ReadonlyMap<Day, string>,
  workedWeekends: ReadonlySet<Day>,
): string | null {
  return holidays.get(day) ?? (workedWeekends.has(day) ? "班" : null);
}
