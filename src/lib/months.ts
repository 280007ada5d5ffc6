import { dayFromText } from "./dates";

/** "YYYY-MM", or "YYYY" where only the year is known. */
export type Month = string;

const written = /^(\d{4})(?:\s*[-/.年]\s*(\d{1,2}))?\s*[年月]?份?$/;
const packed = /^(\d{4})(\d{2})$/;
/** 1979.1 is what becomes of 1979.10 when it is typed as a number. */
const doubtful = /^\d{4}\.1$/;

export const monthIsDoubtful = (text: string): boolean => doubtful.test(text.trim());

/** A month as people write it: 1979.04, 1979年4月, 1979-4, 197904; a year alone, or a whole day, of which the month is kept. */
export function monthFromText(text: string): Month | null {
  const plain = text.trim();
  const day = dayFromText(plain);
  if (day !== null) return day.slice(0, 7);
  if (doubtful.test(plain)) return null;
  const [, year, month] = packed.exec(plain) ?? written.exec(plain) ?? [];
  if (year === undefined) return null;
  if (month === undefined) return year;
  return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month.padStart(2, "0")}` : null;
}
