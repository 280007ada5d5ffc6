import { type Figure, figureText, isNumber } from "../figure";

export type BarSeries = { name: string; figures: ReadonlyMap<string, Figure> };
export type BarPlace = { id: string; name: string };
/** Recharts reads each series by its name; a place without any number has no bar, and its word behind its name. */
export type BarRow = { name: string } & Record<string, string | number | null>;

/** Places in the order of the first series, the highest first; those without a number come last, as they came. */
export function prepareBars(places: readonly BarPlace[], series: readonly BarSeries[]) {
  const first = series[0];
  const valueOf = (id: string): number => {
    const figure = first?.figures.get(id) ?? "missing";
    return isNumber(figure) ? figure : Number.NEGATIVE_INFINITY;
  };
  const ordered = places.toSorted((one, other) => valueOf(other.id) - valueOf(one.id) || 0);
  const rows = ordered.map(({ id, name }): BarRow => {
    const values = series.map((line) => {
      const figure = line.figures.get(id) ?? "missing";
      return [line.name, isNumber(figure) ? figure : null] as const;
    });
    const newest = first?.figures.get(id) ?? "missing";
    const absent = values.every(([, value]) => value === null);
    return { name: absent ? `${name}（${figureText(newest)}）` : name, ...Object.fromEntries(values) };
  });
  return { rows, ordered };
}

/** As high as its lines need: a line for every bar, and air between two places. */
export const heightOfBars = (places: number, series: number): number => places * (series * 17 + 13) + 16;
