import { dayInText, daysBetween, yearOf, type Day } from "@/lib/dates";
import type { Tone } from "../tone";

export type Due = { text: string; tone: Tone };

/** From here on people count days; further away a date says more. */
const countedDays = 14;
const urgentDays = 7;

/** Close enough, or past, so that people count the days; otherwise the date is said. */
export const countsDays = (day: Day, today: Day): boolean => daysBetween(today, day) <= countedDays;

/** How a deadline reads today. The day itself still counts as kept: periods end with the day. */
export function dueOf(day: Day, today: Day, closed = false): Due {
  const date = yearOf(day) === yearOf(today) ? dayInText(day) : `${yearOf(day)}年${dayInText(day)}`;
  if (closed) return { text: date, tone: "neutral" };
  const left = daysBetween(today, day);
  if (left < 0) return { text: `逾期 ${-left} 天`, tone: "bad" };
  if (left === 0) return { text: "今天到期", tone: "warn" };
  if (countsDays(day, today)) return { text: `还有 ${left} 天`, tone: left <= urgentDays ? "warn" : "info" };
  return { text: date, tone: "info" };
}
