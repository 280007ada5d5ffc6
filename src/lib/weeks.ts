import { addDays, addMonths, type Day, utcOf } from "./dates";
import type { Month } from "./months";

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
