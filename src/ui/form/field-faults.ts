import { type Day, readDay } from "@/lib/dates";
import { numberFromText } from "@/lib/numbers";

export type DayBounds = { min?: Day | undefined; max?: Day | undefined };
export type NumberBounds = { min: number; max?: number | undefined; digits: number };

/** What is wrong with what a box for a day holds, or `null`. */
export function dayFault(value: unknown, label: string, { min, max }: DayBounds): string | null {
  if (typeof value !== "string" || value === "") return null;
  const reading = readDay(value);
  if ("fault" in reading) return reading.fault;
  if (min !== undefined && reading.day < min) return `${label}不能早于 ${min}，请核对`;
  if (max !== undefined && reading.day > max) return `${label}不能晚于 ${max}，请核对`;
  return null;
}

/** What is wrong with what a box for a number holds, or `null`: nothing is rounded, nor moved within its bounds. */
export function numberFault(
  value: unknown,
  label: string,
  { min, max, digits }: NumberBounds,
): string | null {
  if (typeof value !== "number" && (typeof value !== "string" || value === "")) return null;
  const number = typeof value === "number" ? value : numberFromText(value);
  if (number === null) return `${label}应填数字，如 12`;
  if (number < min) return `${label}不能小于 ${min}`;
  if (max !== undefined && number > max) return `${label}不能大于 ${max}`;
  if (Number(number.toFixed(digits)) === number) return null;
  return digits === 0 ? `${label}应填整数` : `${label}最多 ${digits} 位小数`;
}
