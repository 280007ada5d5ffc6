/** A civil date in Asia/Shanghai, "YYYY-MM-DD". Legal periods are counted in these and end with the day. */
export type Day = string;

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const shanghaiDay = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});
const shanghaiMinute = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
const dayMs = 86_400_000;

/** The civil date in Shanghai at an instant. */
export function dayOf(instant: Date): Day {
  return shanghaiDay.format(instant);
}

/** No record, person or plan of this work lies outside these; a year beyond them is a slip of the hand. */
export const [firstYear, lastYear] = [1900, 2100] as const;

/** A real date of the calendar, in the years of this work. */
export function isDay(text: string): boolean {
  const year = Number(text.slice(0, 4));
  return dayPattern.test(text) && year >= firstYear && year <= lastYear && dayFromUtc(utcOf(text)) === text;
}

/** Midnight UTC of the same calendar date: what a PostgreSQL `date` column takes and gives. */
export function utcOf(day: Day): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

/** The calendar date of a PostgreSQL `date` value. */
export function dayFromUtc(date: Date): Day {
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}

/** The last instant of the day in Shanghai: a period that ends on this day is kept until then. */
export function endOfDay(day: Day): Date {
  return new Date(`${day}T23:59:59.999+08:00`);
}

export function addDays(day: Day, days: number): Day {
  return dayFromUtc(new Date(utcOf(day).getTime() + days * dayMs));
}

/** Calendar months; a day the month lacks becomes its last day (31 January + 1 month = 28 or 29 February). */
export function addMonths(day: Day, months: number): Day {
  const start = utcOf(day);
  const first = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(start.getUTCDate(), last));
  return dayFromUtc(first);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utcOf(to).getTime() - utcOf(from).getTime()) / dayMs);
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** 1 to 4. */
export function quarterOf(day: Day): number {
  return Math.ceil(Number(day.slice(5, 7)) / 3);
}

/** "3月5日". */
export function dayInText(day: Day): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}

/** "2026-03-05 14:07" in Shanghai. */
export function minuteInText(instant: Date): string {
  return shanghaiMinute.format(instant).replaceAll("/", "-");
}

const writtenDay =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/;
const packedDay = /^(\d{4})(\d{2})(\d{2})$/;

/** A date as people write it: 2026年3月5日, 2026/3/5, 2026.3.5, 20260305; null when it is none, or not a real one. */
export function dayFromText(text: string): Day | null {
  const [, year, month, day] = writtenDay.exec(text.trim()) ?? packedDay.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(written) ? written : null;
}
