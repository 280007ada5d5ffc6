import { applyCompared, comparedNumber, comparedSet, fewestFor } from "./compared";
import { applyFormula, type MetricValue } from "./formulas";
import { isMetricCode, metricOf } from "./metrics";
import {
  type ComparedFormula,
  type Formula,
  type Indicator,
  isCompared,
  type LoneFormula,
  type SmallNumberRule,
} from "./scheme";

/** @property x a share in percent, or a number of things */
export type CurvePoint = { x: number; points: number };
export type Curve = { unit: string; line: CurvePoint[]; steps: boolean };

const round = (number: number): number => Math.round(number * 100) / 100;

/** Whether values of the metric are read as percentages; without a metric, by what the formula asks for. */
export function readsShares(metric: string | null, formula: Formula): boolean {
  if (formula.kind === "missing") return false;
  if (isCompared(formula)) return formula.over === "ratio";
  if (metric !== null && isMetricCode(metric)) {
    const { kind } = metricOf(metric);
    return kind === "ratio" || (kind === "tally" && (formula.kind === "ratio" || formula.kind === "linear"));
  }
  return (
    formula.kind === "ratio" ||
    formula.kind === "linear" ||
    ((formula.kind === "step" || formula.kind === "quota") && formula.over === "ratio")
  );
}

function mostOf(formula: LoneFormula, points: number): number {
  if (formula.kind === "threshold") return formula.target;
  if (formula.kind === "step") return Math.max(1, ...formula.bands.map(({ atLeast }) => atLeast));
  if (formula.kind === "quota") {
    const { target, base, more } = formula;
    return target + (more > 0 ? Math.min(100, (points - base) / more) : 0);
  }
  if (formula.kind === "perUnit" || formula.kind === "deduction" || formula.kind === "missing")
    return formula.each > 0 ? Math.min(100, points / formula.each) : 1;
  return points;
}

function valueAt(x: number, { kind }: Formula, shares: boolean): MetricValue {
  const [numerator, denominator] = shares ? [x, 100] : kind === "missing" ? [0, x] : [x, x];
  return { state: "value", numerator, denominator };
}

const unitOf = ({ kind }: Formula, metric: string | null): string => {
  if (kind === "missing") return "（缺几个）";
  return metric !== null && isMetricCode(metric) ? metricOf(metric).unit : "";
};

type Drawn = Pick<Indicator, "formula" | "points" | "metric">;

/** The numbers a formula is drawn against, the best first; none where it compares nothing, or too few could be compared. */
export function drawnSet(
  formula: Formula,
  values: readonly (MetricValue | undefined)[],
  rule: SmallNumberRule | null,
): number[] {
  const set = isCompared(formula) ? comparedSet(formula, values, rule) : [];
  return isCompared(formula) && set.length >= fewestFor(formula) ? set : [];
}

/** The points of each number among last year's, as it would have been with the others as they were. */
function curveAmong(formula: ComparedFormula, { points, metric }: Drawn, set: readonly number[]): Curve {
  const shares = formula.over === "ratio";
  const most = Math.ceil(Math.max(1, ...set) * 1.1);
  const grid = Array.from({ length: 101 }, (_, index) =>
    shares ? index / 100 : Math.round((index / 100) * most),
  );
  const line = [...new Set([...grid, ...set])]
    .sort((one, other) => one - other)
    .map((x) => ({ x: shares ? round(x * 100) : x, points: applyCompared(formula, x, set, points).points }));
  return { unit: shares ? "%" : unitOf(formula, metric), line, steps: formula.kind !== "relative" };
}

/**
 * The points over the value, drawn from the formula itself; null where one value alone does not decide them.
 * @param set of a formula that compares: the numbers that were compared, the best first; see `compared.ts`
 */
export function curveOf({ formula, points, metric }: Drawn, set: readonly number[] = []): Curve | null {
  if (isCompared(formula))
    return set.length === 0 ? null : curveAmong(formula, { formula, points, metric }, set);
  if (formula.kind === "parts" || formula.kind === "product" || formula.kind === "manual") return null;
  const shares = readsShares(metric, formula);
  const most = shares ? 100 : Math.ceil(mostOf(formula, points) * 1.25 + 0.5);
  const step = shares ? 1 : Math.max(1, Math.round(most / 100));
  const line: CurvePoint[] = [];
  for (let x = 0; x <= most; x += step) {
    line.push({ x, points: applyFormula(formula, valueAt(x, formula, shares), points).points });
  }
  return { unit: shares ? "%" : unitOf(formula, metric), line, steps: formula.kind === "step" };
}

/** Where a township's value lies on the curve; null where it has none, or is compared with nobody's. */
export function dotOf(
  { formula, points, metric }: Drawn,
  value: MetricValue | undefined,
  set: readonly number[] = [],
): CurvePoint | null {
  if (isCompared(formula)) {
    const own = comparedNumber(formula, value);
    if (own === null || !set.includes(own)) return null;
    const x = formula.over === "ratio" ? round(own * 100) : own;
    return { x, points: applyCompared(formula, own, set, points).points };
  }
  if (value?.state !== "value") return null;
  const shares = readsShares(metric, formula);
  if (shares && value.denominator === 0) return null;
  const done = formula.kind === "missing" ? value.denominator - value.numerator : value.numerator;
  const x = shares ? round((value.numerator / value.denominator) * 100) : done;
  return { x, points: applyFormula(formula, value, points).points };
}
