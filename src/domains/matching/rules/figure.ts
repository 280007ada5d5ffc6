import type { ShownCell } from "@/domains/figures/rules/cells";
import { type MetricCode, metricOf } from "@/domains/figures/rules/metrics";
import { chanceOfFewer, chanceOfLower, type Hits } from "./noise";

/** What is compared of a cell. */
export type Figure = Pick<ShownCell, "metric" | "state" | "value" | "numerator" | "denominator">;

/**
 * What chance does to a metric: shares of cases, or numbers of things done. Numbers by the head of the deputies are sums of
 * parts, of money even, for which there is no such rule; they are not compared here.
 */
export function chanceOf(metric: MetricCode): "share" | "count" | "faults" | null {
  const { kind, perDeputy } = metricOf(metric);
  if (perDeputy === true) return null;
  if (kind === "ratio" || kind === "tally") return "share";
  return kind === "faults" ? "faults" : "count";
}

/** Of fewer cases a share says too little to be told somebody. */
const fewestCases = 5;
/** Of a tally the year gives the number of cases: four quarters, twelve months. */
const fewestOf = (metric: MetricCode): number => (metricOf(metric).kind === "tally" ? 1 : fewestCases);

export const isComparable = ({ metric, state, denominator }: Figure): boolean =>
  state === "value" &&
  (chanceOf(metric) === "count" || (chanceOf(metric) !== null && denominator >= fewestOf(metric)));

const hitsOf = ({ metric, numerator, denominator }: Figure): Hits => ({
  of: numerator,
  n: chanceOf(metric) === "count" ? 1 : denominator,
});

const together = (figures: readonly Figure[]): Hits =>
  figures.map(hitsOf).reduce((sum, { of, n }) => ({ of: sum.of + of, n: sum.n + n }), { of: 0, n: 0 });

/** How often chance alone would make `own` look as much worse than the others together as it does. */
export function chanceOfWorse(own: Figure, others: readonly Figure[]): number {
  const [one, rest] = [hitsOf(own), together(others)];
  if (rest.n === 0) return 1;
  const how = chanceOf(own.metric);
  if (how === "share") return chanceOfFewer(one, rest);
  // Of faults the one who has more is worse: the others are asked whether chance gave them so few.
  return how === "faults" ? chanceOfLower(rest, one) : chanceOfLower(one, rest);
}

const sign = (metric: MetricCode): 1 | -1 => (metricOf(metric).kind === "faults" ? -1 : 1);

/** Above nought where `value` is the better one of the two. */
export const betterBy = (metric: MetricCode, value: number, than: number): number =>
  sign(metric) * (value - than);

/** Less than this is no gap to travel for, however sure it is: five in a hundred, or one thing done. */
export const isGap = (metric: MetricCode, by: number): boolean =>
  by >= (metricOf(metric).kind === "ratio" ? 0.05 : 1) - 1e-9;

/** How little of another's figure one's own is: nought for nothing of it, one for as much. */
export function partOf(metric: MetricCode, own: number, best: number): number {
  const [less, more] = sign(metric) === 1 ? [own, best] : [best, own];
  return more === 0 ? 1 : less / more;
}
