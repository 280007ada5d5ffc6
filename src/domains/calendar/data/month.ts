import "server-only";
import { workingCalendarOf } from "@/domains/workdays/data";
import { isDayOff } from "@/domains/workdays/rules";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import { atOnce } from "@/server/db/at-once";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import { monthOf, weeksOf } from "@/lib/weeks";
import { markOf } from "../rules";
import type { MonthInput } from "../schema";
import { type CalendarEntry, countyEntries, townshipEntries } from "./entries";

type Read<Scope> = (scope: Scope, from: Day, to: Day) => Promise<CalendarEntry[]>;

async function monthWith<Scope extends CountyScope | TownshipScope>(
  scope: Scope,
  asked: MonthInput,
  read: Read<Scope>,
) {
  const today = dayOf(scope.now);
  const month = asked.month ?? monthOf(today);
  const weeks = weeksOf(month);
  const [first = "", last = ""] = [weeks[0]?.[0], weeks.at(-1)?.at(-1)];
  const [calendar, entries] = await atOnce(workingCalendarOf(scope), read(scope, first, last));
  return {
    month,
    today,
    /** whether it is known which days of the year are worked */
    announced: calendar.years.has(yearOf(`${month}-01`)),
    weeks: weeks.map((days) =>
      days.map((day) => ({
        day,
        mark: markOf(day, calendar.names, calendar.workedWeekends),
        free: isDayOff(calendar, day),
      })),
    ),
    entries,
  };
}

export type MonthView = Awaited<ReturnType<typeof townshipMonth>>;

export const townshipMonth = (scope: TownshipScope, input: MonthInput) =>
  monthWith(scope, input, townshipEntries);
export const countyMonth = (scope: CountyScope, input: MonthInput) => monthWith(scope, input, countyEntries);
