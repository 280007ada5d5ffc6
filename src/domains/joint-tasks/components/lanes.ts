import { addDays, type Day, daysBetween } from "@/lib/dates";

type Bar = { id: string; visitFrom: Day; visitUntil: Day };

/** Bars nearer than this would cover each other on a screen. */
const apart = 6;

/** A township's visits in lanes, so that none covers another, with their place in the year in per cent. */
export function lanesOf<One extends Bar>(bars: readonly One[], year: number) {
  const ends: Day[] = [];
  const first = `${year}-01-01`;
  const length = daysBetween(first, `${year + 1}-01-01`);
  const placed = bars
    .toSorted((one, other) => one.visitFrom.localeCompare(other.visitFrom) || one.id.localeCompare(other.id))
    .map((bar) => {
      const free = ends.findIndex((end) => end < bar.visitFrom);
      const lane = free === -1 ? ends.length : free;
      const shownUntil = addDays(bar.visitFrom, apart);
      ends[lane] = bar.visitUntil > shownUntil ? bar.visitUntil : shownUntil;
      const days = daysBetween(bar.visitFrom, bar.visitUntil) + 1;
      return {
        ...{ bar, lane },
        left: (daysBetween(first, bar.visitFrom) / length) * 100,
        width: (days / length) * 100,
      };
    });
  return { placed, lanes: Math.max(1, ends.length) };
}

/** Where a day stands in its year, in per cent. */
export const placeInYear = (day: Day): number => {
  const first = `${day.slice(0, 4)}-01-01`;
  const next = `${Number(day.slice(0, 4)) + 1}-01-01`;
  return (daysBetween(first, day) / daysBetween(first, next)) * 100;
};
