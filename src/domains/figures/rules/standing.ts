import { type Day, yearOf } from "@/lib/dates";
import { type Around, type Cell, cellOf, type PartSum } from "./cells";
import { countedBy, isMetricCode, type MetricCode } from "./metrics";
import { classOf, type Scheme } from "./scheme";
import type { ScoreContext } from "./score";
import { amongAll, type Assessed, type Result, score } from "./scoring";

/** The words of a county's law in the sentence of a score. */
type LawWords = { done?: string; article?: string };

/** By what a year is scored. @property today the day as of which deadlines were judged */
export type Terms = {
  year: number;
  today: Day;
  scheme: Scheme;
  words: Readonly<Record<MetricCode, LawWords>>;
};

export type Standing = Result & { cells: Cell[] };

/** What people decided of a township, beside what is reckoned. */
export type DecidedPoints = Omit<Assessed, "id" | "townshipClass">;

/** A township with the sums of its evidence; `id` is whatever it is known by where the sums come from. */
export type Summed = {
  id: string;
  class: number | null;
  sums: readonly PartSum[];
  decided?: DecidedPoints | undefined;
  /** of a group or a unit: what its township entered */
  around?: Around;
};

/** From sums to figures, points, grades and places: the one way, for a running year, a frozen one and whoever checks it. */
export function standingsFrom(
  { year, today, scheme, words }: Terms,
  townships: readonly Summed[],
): Standing[] {
  const metrics = countedBy(scheme);
  const cells = new Map(
    townships.map(({ id, sums, around }) => [id, metrics.map((metric) => cellOf(metric, sums, around))]),
  );
  const values = new Map([...cells].map(([id, own]) => [id, valuesIn(own)]));
  const assessed = townships.map(({ id, class: one, decided }) => ({
    ...{ ...decided, id, townshipClass: classOf(one) },
  }));
  const results = score(scheme, values, assessed, {
    closed: yearOf(today) > year,
    words: (metric) => (isMetricCode(metric) ? words[metric] : {}),
  });
  return results.map((result) => ({ ...result, cells: cells.get(result.id) ?? [] }));
}

type Seen = { township: { id: string; class: number | null }; cells: readonly Cell[] };

/** Values by the metric's code, as a score takes them. */
export const valuesIn = (cells: readonly Cell[]): ReadonlyMap<string, Cell> =>
  new Map(cells.map((cell) => [cell.metric as string, cell]));

/** What the indicators of one of them are scored among, for whoever scores it anew with more or less than it has. */
export function scoredAmong(scheme: Scheme, all: readonly Seen[], own: Seen): ScoreContext {
  const values = new Map(all.map(({ township, cells }) => [township.id, valuesIn(cells)]));
  const known = ({ township }: Seen) => ({ id: township.id, townshipClass: classOf(township.class) });
  return amongAll(scheme, values, all.map(known))(known(own));
}
