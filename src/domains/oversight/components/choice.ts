type Filters = Readonly<Record<string, string | undefined>>;

const yearsOffered = 6;

/** The years a reader may choose, newest first. */
export const yearsFrom = (current: number): number[] =>
  Array.from({ length: yearsOffered }, (_, index) => current - index);

/** The year of the address; anything else is the current one. */
export function chosenYear(filters: Filters, current: number): number {
  const year = Number(filters["year"]);
  return Number.isInteger(year) && year >= 1990 && year <= 2100 ? year : current;
}

export function chosenClass(filters: Filters): 1 | 2 | 3 | null {
  const value = filters["class"];
  return value === "1" ? 1 : value === "2" ? 2 : value === "3" ? 3 : null;
}
