import "server-only";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import { holidayNames, stateCouncilCalendar } from "@/server/calendar/state-council";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import { isWeekend, markOf, monthOf, weeksOf } from "../rules";
import type { MonthInput } from "../schema";
import { type CalendarEntry, countyEntries, townshipEntries } from "./entries";

type Read<Scope> = (scope: Scope, from: Day, to: Day) => Promise<CalendarEntry[]>;

async function monthWith<Scope extends { now: Date }>(scope: Scope, asked: MonthInput, read: Read<Scope>) {
  const today = dayOf(scope.now);
  const month = asked.month ?? monthOf(today);
  const weeks = weeksOf(month);
  const [first = "", last = ""] = [weeks[0]?.[0], weeks.at(-1)?.at(-1)];
  return {
    month,
    today,
    /** whether the State Council has said which days of the year are worked */
    announced: stateCouncilCalendar.years.has(yearOf(`${month}-01`)),
    weeks: weeks.map((days) =>
      days.map((day) => ({
        day,
        mark: markOf(day, holidayNames, stateCouncilCalendar.workedWeekends),
        free:
          stateCouncilCalendar.holidays.has(day) ||
          (isWeekend(day) && !stateCouncilCalendar.workedWeekends.has(day)),
      })),
    ),
    entries: await read(scope, first, last),
  };
}

export type MonthView = Awaited<ReturnType<typeof townshipMonth>>;

export const townshipMonth = (scope: TownshipScope, input: MonthInput) =>
  monthWith(scope, input, townshipEntries);
export const countyMonth = (scope: CountyScope, input: MonthInput) => monthWith(scope, input, countyEntries);
