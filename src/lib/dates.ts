import { oneForm } from "./text";

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

export function isWeekend(day: Day): boolean {
  return [0, 6].includes(utcOf(day).getUTCDay());
}

/** 1 to 4. */
export function quarterOf(day: Day): number {
  return Math.ceil(Number(day.slice(5, 7)) / 3);
}

/** "3月5日". */
export function dayInText(day: Day): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}

/** "2026年3月5日", as papers are dated. */
export function dateInText(day: Day): string {
  return `${day.slice(0, 4)}年${dayInText(day)}`;
}

/** "2026-03-05 14:07" in Shanghai. @param instant a time, or its ISO text as answers have it */
export function minuteInText(instant: Date | string): string {
  return shanghaiMinute.format(new Date(instant)).replaceAll("/", "-");
}

/** A day, or what is missing before it is one: a sentence for the person who wrote it. */
export type DayReading = { day: Day } | { fault: string };

const digit = String.raw`[\d〇○◯零一二三四五六七八九]`;
const small = String.raw`(\d{1,2}|[元一二三四五六七八九十廿卅]{1,3})(?!\d)`;
const between = String.raw`\s*[-/.,、。年月‐‑–—−]\s*`;
const clock = String.raw`\d{1,2}(?::\d{2}){1,2}|[\d一二三四五六七八九十]{1,3}[时点](?:半|整|\d{1,2}分?)?`;
/** 上午, 星期四, 14:00 and the like may follow a day; they are not part of it. */
const rest = [
  String.raw`\s*[日号]?[\s,(T]*(?:(?:星期|周|礼拜)([一二三四五六日天]))?[\s,)]*`,
  String.raw`(?:凌晨|早上|上午|中午|下午|晚上|全天)?\s*(?:(?:${clock})(?:\s*[-~至–—]+\s*(?:${clock}))?)?[.。]?`,
].join("");
const writtenDay = new RegExp(`^(${digit}{4})${between}${small}${between}${small}${rest}$`);
const packedDay = new RegExp(String.raw`^(\d{4})(\d{2})(\d{2})${rest}$`);
const yearlessDay = new RegExp(String.raw`^()${small}\s*月\s*${small}${rest}$`);
const shortYear = new RegExp(`^(?:\\d{2}|${digit}{2}(?=年))${between}${small}${between}${small}${rest}$`);
const onlyMonth = new RegExp(String.raw`^${digit}{4}${between}${small}\s*月?$`);
/** No day with everything that may follow it is longer; matching longer text would only take time. */
const longestWritten = 60;
const dayWithoutYear = /^\d{1,2}[-/.]\d{1,2}$/;
const notADay = "看不懂这个日期，请写成 2026-03-05 这样";
const weekdays = "日一二三四五六";

function yearFromText(text: string): string {
  return text.replaceAll(/[〇○◯零一二三四五六七八九]/g, (sign) =>
    String(Math.max(0, "〇一二三四五六七八九".indexOf(sign))),
  );
}

/** 1 to 39 in digits or Chinese numerals; 元月 is January. */
function smallFromText(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [, tens = "", ones = ""] = /^([一二三]?十|[廿卅])?([元一二三四五六七八九])?$/.exec(text) ?? [];
  const ten = { "": 0, 十: 10, 一十: 10, 二十: 20, 廿: 20, 三十: 30, 卅: 30 }[tens] ?? Number.NaN;
  return ten + (ones === "" ? 0 : ones === "元" ? 1 : "〇一二三四五六七八九".indexOf(ones));
}

function faultOf(written: string): string {
  if (yearlessDay.test(written) || dayWithoutYear.test(written)) return "请写上年份，如 2026-03-05";
  if (shortYear.test(written)) return "年份请写四位，如 2026-03-05";
  if (onlyMonth.test(written)) return "请写到哪一日，如 2026-03-05";
  return notADay;
}

/** What a day as written contradicts: the calendar, this product's years, or the weekday behind it. */
function contradiction(day: Day, weekday: string | undefined): string | null {
  if (yearOf(day) < 1900 || yearOf(day) > 2100) return "年份不对，请核对";
  if (!isDay(day)) return "没有这一天，请核对月和日";
  const meant = weekdays[utcOf(day).getUTCDay()] ?? "";
  if (weekday === undefined || weekday.replace("天", "日") === meant) return null;
  return `${day} 是星期${meant}，请核对`;
}

/**
 * A date as people write it: 2026.3.5, 2026/3/5, 2026年3月5日, 20260305, 二〇二六年三月五日, full-width, with a weekday or
 * an hour behind it. Files and forms read alike.
 * @param yearIfNone the year of 3月5日; only a form whose reader sees the whole day at once may give one
 */
export function readDay(text: string, yearIfNone?: number): DayReading {
  const written = oneForm(text)
    .replaceAll(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .trim();
  if (written.length > longestWritten) return { fault: notADay };
  const whole = writtenDay.exec(written) ?? packedDay.exec(written);
  const found = whole ?? (yearIfNone === undefined ? null : yearlessDay.exec(written));
  if (found === null) return { fault: faultOf(written) };
  const [, year = "", month = "", dayOfMonth = "", weekday] = found;
  const parts = [smallFromText(month), smallFromText(dayOfMonth)].map((part) =>
    String(part).padStart(2, "0"),
  );
  const day = [year === "" ? String(yearIfNone) : yearFromText(year), ...parts].join("-");
  const fault = contradiction(day, weekday);
  return fault === null ? { day } : { fault };
}

/** The day a text means, or null; {@link readDay} says why. */
export function dayFromText(text: string): Day | null {
  const reading = readDay(text);
  return "day" in reading ? reading.day : null;
}
