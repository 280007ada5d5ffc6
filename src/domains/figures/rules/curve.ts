import { applyFormula, type MetricValue } from "./formulas";
import { isMetricCode, metricOf } from "./metrics";
import type { Formula, Indicator } from "./scheme";

/** @property x a share in percent, or a number of things */
export type CurvePoint = { x: number; points: number };
export type Curve = { unit: string; line: CurvePoint[]; steps: boolean };

const round = (number: number): number => Math.round(number * 100) / 100;

/** Whether values of the metric are read as percentages; without a metric, by what the formula asks for. */
export function readsShares(metric: string | null, formula: Formula): boolean {
  if (formula.kind === "missing") return false;
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

function mostOf(formula: Formula, points: number): number {
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

/** The points over the value, drawn from the formula itself; null where one value alone does not decide them. */
export function curveOf({
  formula,
  points,
  metric,
}: Pick<Indicator, "formula" | "points" | "metric">): Curve | null {
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

/** Where a township's value lies on the curve; null where it has none. */
export function dotOf(
  { formula, points, metric }: Pick<Indicator, "formula" | "points" | "metric">,
  value: MetricValue | undefined,
): CurvePoint | null {
  if (value?.state !== "value") return null;
  const shares = readsShares(metric, formula);
  if (shares && value.denominator === 0) return null;
  const done = formula.kind === "missing" ? value.denominator - value.numerator : value.numerator;
  const x = shares ? round((value.numerator / value.denominator) * 100) : done;
  return { x, points: applyFormula(formula, value, points).points };
}
