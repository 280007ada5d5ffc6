import { isNumber, medianOf, type Figure } from "../figure";

export type SpreadEntry = { id: string; name: string; figure: Figure };

export type Spread = {
  /** One a value: townships with the same figure share a dot, drawn last when it is one's own. */
  dots: { value: number; at: number; ids: string[]; names: string[]; own: boolean }[];
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
  const dots = [...new Set(values)].map((value) => {
    const here = entries.filter((entry) => entry.figure === value);
    const [ids, names] = [here.map((entry) => entry.id), here.map((entry) => entry.name)];
    return { value, at: at(value), ids, names, own: here.some((entry) => entry.id === ownId) };
  });
  const own = entries.find((entry) => entry.id === ownId);
  return {
    dots: dots.sort((one, other) => Number(one.own) - Number(other.own)),
    low,
    high,
    median: { value: median, at: at(median) },
    own: own && isNumber(own.figure) ? { name: own.name, value: own.figure, at: at(own.figure) } : null,
    absent: entries.length - values.length,
  };
}

export type SpreadLabel = {
  value: number;
  text: string;
  at: number;
  anchor: "start" | "middle" | "end";
  above: boolean;
};

/** A Chinese character's width in hundredths of the narrowest line that is drawn. */
const characterWidth = 6.5;

/**
 * Names at their dots, above the line or below it: where both sides are taken by neighbours, a name is left to the
 * list below, and none runs into another.
 */
export function labelsOf(spread: Spread): SpreadLabel[] {
  const free = { above: -Infinity, below: -Infinity };
  return spread.dots
    .toSorted((one, other) => one.value - other.value)
    .flatMap(({ value, at, names }) => {
      const text = names.length > 2 ? `${names[0] ?? ""}等${names.length}个` : names.join("、");
      const width = (text.length + 0.5) * characterWidth;
      const anchor = at < 12 ? "start" : at > 88 ? "end" : "middle";
      const from = anchor === "start" ? at : anchor === "end" ? at - width : at - width / 2;
      const side = from >= free.above ? "above" : from >= free.below ? "below" : null;
      if (side === null) return [];
      free[side] = from + width;
      return [{ value, text, at, anchor, above: side === "above" } satisfies SpreadLabel];
    });
}
