import { isNumber, medianOf, type Figure } from "../figure";

export type SpreadEntry = { id: string; name: string; figure: Figure };

export type Spread = {
  dots: { id: string; name: string; value: number; at: number; own: boolean }[];
  low: number;
  high: number;
  median: { value: number; at: number };
  own: { name: string; value: number; at: number } | null;
  /** How many have no number. */
  absent: number;
};

/** Positions 0 to 100 on a line from the lowest to the highest; `null` when nobody has a number. */
export function prepareSpread(entries: readonly SpreadEntry[], ownId?: string): Spread | null {
  const values = entries.map((entry) => entry.figure).filter(isNumber);
  const median = medianOf(values);
  if (median === null) return null;
  const low = Math.min(...values);
  const high = Math.max(...values);
  const at = (value: number) => (high === low ? 50 : ((value - low) / (high - low)) * 100);
  const dots = entries.flatMap(({ id, name, figure }) =>
    isNumber(figure) ? [{ id, name, value: figure, at: at(figure), own: id === ownId }] : [],
  );
  return {
    dots,
    low,
    high,
    median: { value: median, at: at(median) },
    own: dots.find((dot) => dot.own) ?? null,
    absent: entries.length - values.length,
  };
}
