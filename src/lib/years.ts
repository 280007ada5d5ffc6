import { type Day, yearOf } from "./dates";

type Filters = Readonly<Record<string, string | undefined>>;

/** The year of the address; anything else is the current one. */
export function chosenYear(filters: Filters, current: number): number {
  const year = Number(filters["year"]);
  return Number.isInteger(year) && year >= 1949 && year <= 2100 ? year : current;
}

/** The years a reader may choose, newest first: those that hold records, and the one looked at. */
export const yearsOffered = (years: readonly number[], chosen: number): number[] =>
  [...new Set([...years, chosen])].sort((one, other) => other - one);

const term = 5;

/** The years of a term of office until a day, newest first: a page that offers them reaches others by its address. */
export const yearsUntil = (today: Day): number[] =>
  Array.from({ length: term }, (_, back) => yearOf(today) - back);
