import type { WorkCalendar } from "@/domains/tenancy/rules/law";
import { addDays, type Day, daysBetween, isWeekend, yearOf } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";

/** A day that is not as its weekday says: nobody works, or everybody does. */
export type SetDay = { day: Day; name: string; works: boolean };

/** Days off by name, beside what every rule of working days asks. */
export type NamedCalendar = WorkCalendar & { names: ReadonlyMap<Day, string> };

/** A year has its arrangement once its New Year's Day is in it, whoever said so. */
const isNewYear = (day: Day): boolean => day.endsWith("-01-01");

/** The days set by the State Council, and on top of them the county's own, which have the last word. */
export function calendarOf(published: readonly SetDay[], own: readonly SetDay[]): NamedCalendar {
  const set = new Map([...published, ...own].map((one) => [one.day, one]));
  const off = [...set.values()].filter(({ works }) => !works);
  return {
    years: new Set(off.filter(({ day }) => isNewYear(day)).map(({ day }) => yearOf(day))),
    holidays: new Set(off.map(({ day }) => day)),
    workedWeekends: new Set([...set.values()].filter(({ works }) => works).map(({ day }) => day)),
    names: new Map(off.map(({ day, name }) => [day, name])),
  };
}

export const isDayOff = (calendar: WorkCalendar, day: Day): boolean =>
  calendar.holidays.has(day) || (isWeekend(day) && !calendar.workedWeekends.has(day));

/** The most days that one holiday lasts; more is a slip of the hand. */
const longest = 31;

export const daysFrom = (from: Day, to: Day): Day[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));

/** A last day before the first, or a month later, was mistyped. */
export function maySpan(from: Day, to: Day): Decision {
  const days = daysBetween(from, to) + 1;
  if (days < 1) return about("to", deny(`最后一天（${to}）早于第一天（${from}），请核对日期。`));
  return days > longest ? about("to", deny(`一次最多录入 ${longest} 天，请核对日期或者分开录入。`)) : allow;
}

type Standing = { calendar: WorkCalendar; own: readonly SetDay[] };

function mayBeDay({ day, works }: Omit<SetDay, "name">, { calendar, own }: Standing): Decision {
  const known = own.find((one) => one.day === day);
  if (known !== undefined)
    return deny(`${day} 已经录入为“${known.name}”。要改的，请先在下面把它撤销，再重新录入。`);
  if (works) return isDayOff(calendar, day) ? allow : deny(`${day} 本来就是工作日，不用录入。`);
  return calendar.holidays.has(day) ? deny(`${day} 已在国务院公布的放假安排里，不用录入。`) : allow;
}

/** What is entered must change something, and nobody's entry is overwritten unseen. */
export const mayEnterDays = (days: readonly Day[], works: boolean, standing: Standing): Decision =>
  about("from", firstDenial(...days.map((day) => mayBeDay({ day, works }, standing))));

/** Which of the days lie in a year without any arrangement, in words with what to do about it; null when all are known. */
export function unknownYears(days: readonly Day[], { years }: WorkCalendar): string | null {
  const missing = [...new Set(days.map(yearOf))].filter((year) => !years.has(year));
  return missing.length === 0
    ? null
    : `${missing.join("、")} 年的放假安排还没有录入，请县人大先在“设置”里的“工作日”页录入（至少录入元旦 1 月 1 日）。`;
}

/** A term that reaches into a year nobody has entered would end on a wrong day: it is refused until the year is there. */
export function calendarReaches(days: readonly Day[], calendar: WorkCalendar): Decision {
  const missing = unknownYears(days, calendar);
  return missing === null ? allow : deny(missing);
}
