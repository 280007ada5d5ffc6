import { type Day, isDay } from "@/lib/dates";
import type { Month } from "@/lib/months";

/** "2026-11", of the years of this work; null for anything else an address may hold. */
export const monthIn = (text: string): Month | null =>
  /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`) ? text : null;

/** So many of one sort in one township on one day are told by their number. */
const many = 4;

type Alike = { type: string; due: string | null; township: string };

/**
 * A day's entries, those of one sort in one township together where they are many: the duty reports of an evening, thirty
 * in a row, would hide the meeting of the day. Each group in the place of its first.
 */
export function alikeTogether<Entry extends Alike>(entries: readonly Entry[]): Entry[][] {
  const sorts = new Map<string, Entry[]>();
  for (const entry of entries) {
    const sort = `${entry.township} ${entry.due ?? entry.type}`;
    const found = sorts.get(sort);
    if (found === undefined) sorts.set(sort, [entry]);
    else found.push(entry);
  }
  return [...sorts.values()].flatMap((group) =>
    group.length >= many ? [group] : group.map((entry) => [entry]),
  );
}

/** What a day is beside an ordinary working day or weekend: 春节 (nobody works), 班 (a weekend that is worked). */
export function markOf(
  day: Day,
  holidays: ReadonlyMap<Day, string>,
  workedWeekends: ReadonlySet<Day>,
): string | null {
  return holidays.get(day) ?? (workedWeekends.has(day) ? "班" : null);
}
