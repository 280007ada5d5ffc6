import { byShare, type FormulaResult, type MetricValue, percent, plain, toCents } from "./formulas";
import type { ComparedFormula, SmallNumberRule } from "./scheme";

/** Of fewer, a place says nothing but who the other one is, and the points would give its figure away. */
const fewest = 3;

/** So many must have a value before anybody is compared: whoever is among the last N needs somebody who is not. */
export const fewestFor = (formula: ComparedFormula): number =>
  formula.kind === "lastPlaces" ? Math.max(fewest, formula.places + 1) : fewest;

/** Equal shares are equal, whatever sums of thirds they are made of. */
const neat = (number: number): number => Math.round(number * 1e9) / 1e9;

/** What is compared of a value; null where it has none: 未录, 无, or a share of nothing. */
export function comparedNumber(
  { over }: Pick<ComparedFormula, "over">,
  value: MetricValue | undefined,
): number | null {
  if (value?.state !== "value") return null;
  if (over !== "ratio") return neat(value.numerator);
  return value.denominator === 0 ? null : neat(value.numerator / value.denominator);
}

/** A share of fewer cases than the scheme asks for is compared with nobody's, whichever way the scheme treats it elsewhere. */
export const tooFewToCompare = (
  { over }: Pick<ComparedFormula, "over">,
  { denominator }: MetricValue,
  rule: SmallNumberRule | null,
): boolean => rule !== null && over === "ratio" && denominator < rule.under;

/** What stands among the others' numbers; null for who is compared with nobody. */
export function numberCompared(
  formula: Pick<ComparedFormula, "over">,
  value: MetricValue | undefined,
  rule: SmallNumberRule | null,
): number | null {
  return value === undefined || tooFewToCompare(formula, value, rule) ? null : comparedNumber(formula, value);
}

/** The numbers of those who are compared, the best first: the order in which they came says nothing. */
export function comparedSet(
  formula: Pick<ComparedFormula, "over">,
  values: readonly (MetricValue | undefined)[],
  rule: SmallNumberRule | null,
): number[] {
  const sign = formula.over === "faults" ? 1 : -1;
  return values
    .flatMap((value) => numberCompared(formula, value, rule) ?? [])
    .sort((one, other) => sign * (one - other));
}

export type Place = { place: number; tied: number };

/** Equal ones share the better place (1, 2, 2, 4). */
export function placeIn({ over }: Pick<ComparedFormula, "over">, own: number, set: readonly number[]): Place {
  const ahead = set.filter((other) => (over === "faults" ? other < own : other > own)).length;
  return { place: ahead + 1, tied: set.filter((other) => other === own).length };
}

/** Where who did nothing stands is no achievement; of faults none is the best there is. */
const isNothing = ({ over }: Pick<ComparedFormula, "over">, own: number): boolean =>
  over !== "faults" && own <= 0;

/** Who did nothing is given no place, and no points by one; where the last lose points they are among the last. */
export const isUnplaced = (formula: ComparedFormula, own: number): boolean =>
  (formula.kind === "places" || formula.kind === "descending") && isNothing(formula, own);

const says = (over: ComparedFormula["over"]) => (over === "ratio" ? percent : plain);

export const amongWords = { county: "全县", class: "同类" } as const;

const setText = ({ among }: ComparedFormula, set: readonly number[]): string =>
  `${amongWords[among]}可比的 ${set.length} 个`;

function relative(
  formula: ComparedFormula & { kind: "relative" },
  own: number,
  set: readonly number[],
  max: number,
): FormulaResult {
  const say = says(formula.over);
  const best = formula.to === "best";
  const mean = neat(set.reduce((sum, one) => sum + one, 0) / set.length);
  const bar = best ? (set[0] ?? 0) : mean;
  const among = `${setText(formula, set)}${best ? "中最高" : "平均"} ${say(bar)}`;
  if (isNothing(formula, own))
    return { points: 0, max, steps: [bar <= 0 ? `${among}，都还没有，0 分` : `${among}，自己是 0，0 分`] };
  if (own >= bar) {
    const reached = best ? "自己就是最高" : "达到平均";
    return { points: max, max, steps: [among, `${reached}，得满分 ${plain(max)} 分`] };
  }
  return byShare(own / bar, max, [among, `${say(own)} ÷ ${say(bar)} = ${percent(own / bar)}`]);
}

const placeText = (formula: ComparedFormula, { place, tied }: Place, set: readonly number[]): string =>
  `${setText(formula, set)}中${tied > 1 ? `并列第 ${place} 名（${tied} 个）` : `第 ${place} 名`}`;

/** The points of a place by a table or by steps down, and how they come. */
function pointsAt(
  formula: ComparedFormula & { kind: "places" | "descending" },
  place: number,
): { points: number; said: string } {
  if (formula.kind === "places") {
    const listed = formula.points[place - 1];
    const points = listed ?? formula.others;
    return { points, said: `${listed === undefined ? "其余" : `第 ${place} 名`}得 ${plain(points)} 分` };
  }
  const { first, each, floor } = formula;
  const earned = first - (place - 1) * each;
  const points = toCents(Math.max(floor, earned));
  if (place === 1) return { points, said: `第 1 名得 ${plain(points)} 分` };
  const bound = earned < floor ? `，最低 ${plain(floor)} 分` : "";
  return {
    points,
    said: `${plain(first)} 分 − ${place - 1} × ${plain(each)} 分${bound} = ${plain(points)} 分`,
  };
}

const within = (points: number, max: number): number => toCents(Math.min(max, Math.max(0, points)));

function byPlace(
  formula: ComparedFormula & { kind: "places" | "descending" },
  own: number,
  set: readonly number[],
  max: number,
): FormulaResult {
  if (isUnplaced(formula, own))
    return { points: 0, max, steps: [`${setText(formula, set)}，自己是 0，不列名次，0 分`] };
  const found = placeIn(formula, own, set);
  const { points, said } = pointsAt(formula, found.place);
  return { points: within(points, max), max, steps: [placeText(formula, found, set), said] };
}

function lastPlaces(
  formula: ComparedFormula & { kind: "lastPlaces" },
  own: number,
  set: readonly number[],
  max: number,
): FormulaResult {
  const { places, each } = formula;
  const found = placeIn(formula, own, set);
  const told = placeText(formula, found, set);
  if (found.place <= set.length - places)
    return { points: max, max, steps: [told, `不在后 ${places} 名，得满分 ${plain(max)} 分`] };
  const points = within(max - each, max);
  return {
    points,
    max,
    steps: [told, `在后 ${places} 名，${plain(max)} 分 − ${plain(each)} 分 = ${plain(points)} 分`],
  };
}

/**
 * Points for a number beside the others'; the steps name nobody, because a township reads them.
 * @param set of all that are compared, one's own among them; see {@link comparedSet} and {@link fewestFor}
 */
export function applyCompared(
  formula: ComparedFormula,
  own: number,
  set: readonly number[],
  max: number,
): FormulaResult {
  switch (formula.kind) {
    case "relative":
      return relative(formula, own, set, max);
    case "places":
    case "descending":
      return byPlace(formula, own, set, max);
    case "lastPlaces":
      return lastPlaces(formula, own, set, max);
  }
}
