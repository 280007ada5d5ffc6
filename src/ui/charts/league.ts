import { isNumber, type Figure } from "../figure";

export type LeagueEntry = {
  id: string;
  name: string;
  figure: Figure;
  /** Printed instead of the bare number, e.g. "47/52". */
  text?: string | undefined;
  href?: string | undefined;
};

export type LeagueClass = { label: string; entries: readonly LeagueEntry[] };

export type LeagueBar = LeagueEntry & {
  /** Place within the class, equals share it; `null` without a number. */
  place: number | null;
  /** Somebody else of the class stands at the same place. */
  tied: boolean;
  /** Length of the bar, 0 to 100, on one scale for all classes. */
  length: number;
};

/** Ranks within each class only: large and small townships are not compared. Entries without a number come last. */
export function prepareLeague(
  classes: readonly LeagueClass[],
  top?: number,
): { label: string; bars: LeagueBar[] }[] {
  const numbers = classes.flatMap((group) => group.entries.map((entry) => entry.figure)).filter(isNumber);
  const scale = top ?? Math.max(...numbers, 0);
  return classes.map(({ label, entries }) => {
    const placed = entries.map((entry): LeagueBar => {
      const own = entry.figure;
      if (!isNumber(own)) return { ...entry, place: null, tied: false, length: 0 };
      const better = entries.filter((other) => isNumber(other.figure) && other.figure > own).length;
      const tied = entries.filter((other) => other.figure === own).length > 1;
      const share = scale > 0 ? (Math.max(own, 0) / scale) * 100 : 0;
      return { ...entry, place: better + 1, tied, length: Math.min(share, 100) };
    });
    return { label, bars: placed.sort((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity)) };
  });
}
