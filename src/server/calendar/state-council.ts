import "server-only";
import published from "chinese-days/dist/chinese-days.json";
import { type Day, yearOf } from "@/lib/dates";

const holidays = new Set<Day>(Object.keys(published.holidays));

/**
 * Holidays and worked weekends as the State Council announced them, from the package's dated data. A year counts as
 * announced when its New Year's Day is listed: the package itself calls every day of a year it does not know a workday.
 */
export const stateCouncilCalendar = {
  years: new Set([...holidays].filter((day) => day.endsWith("-01-01")).map(yearOf)),
  holidays,
  workedWeekends: new Set<Day>(Object.keys(published.workdays)),
};

/** What a holiday is called: 春节. The package writes "Spring Festival,春节,3". */
export const holidayNames: ReadonlyMap<Day, string> = new Map(
  Object.entries(published.holidays).map(([day, said]) => [day, said.split(",")[1] ?? ""]),
);
