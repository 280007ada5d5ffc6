import { addDays, addMonths, type Day, isDay, utcOf } from "@/lib/dates";
import type { Month } from "@/lib/months";

/** "2026-11", of the years of this work; null for anything else an address may hold. */
export const monthIn = (text: string): Month | null =>
  /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`) ? text : null;

export const monthOf = (day: Day): Month => day.slice(0, 7);

/** @param by how many months later; earlier when negative */
export const monthAfter = (month: Month, by: number): Month => monthOf(addMonths(`${month}-01`, by));

/** 0 on Monday. */
const placeInWeek = (day: Day): number => (utcOf(day).getUTCDay() + 6) % 7;

/** The weeks that hold a month, from Monday to Sunday. */
export function weeksOf(month: Month): Day[][] {
  const first = addDays(`${month}-01`, -placeInWeek(`${month}-01`));
  const next = `${monthAfter(month, 1)}-01`;
  const weeks: Day[][] = [];
  for (let monday = first; monday < next; monday = addDays(monday, 7))
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((days) => addDays(monday, days)));
  return weeks;
}

/** What a day is beside an ordinary working day or weekend: 春节 (nobody works), 班 (a weekend that is worked). */
export function markOf(
  day: Day,
  holidays: ReadonlyMap<Day, string>,
  workedWeekends: ReadonlySet<Day>,
): string | null {
  return holidays.get(day) ?? (workedWeekends.has(day) ? "班" : null);
}
