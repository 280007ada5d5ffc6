import { applyFormula, type MetricValue } from "./formulas";
import { isMetricCode, metricOf } from "./metrics";
import type { Formula, Indicator } from "./scheme";

/** @property x a share in percent, or a number of things */
export type CurvePoint = { x: number; points: number };
export type Curve = { unit: string; line: CurvePoint[]; steps: boolean };

const round = (number: number): number => Math.round(number * 100) / 100;

/** Whether values of the metric are read as percentages; without a metric, by what the formula asks for. */
export function readsShares(metric: string | null, formula: Formula): boolean {
  if (metric !== null && isMetricCode(metric)) {
    const { kind } = metricOf(metric);
    return kind === "ratio" || (kind === "tally" && (formula.kind === "ratio" || formula.kind === "linear"));
  }
  return (
    formula.kind === "ratio" ||
    formula.kind === "linear" ||
    (formula.kind === "step" && formula.over === "ratio")
  );
}

function mostOf(formula: Formula, points: number): number {
  if (formula.kind === "threshold") return formula.target;
  if (formula.kind === "step") return Math.max(1, ...formula.bands.map(({ atLeast }) => atLeast));
  if (formula.kind === "perUnit" || formula.kind === "deduction")
    return formula.each > 0 ? Math.min(100, points / formula.each) : 1;
  return points;
}

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
    const value: MetricValue = shares
      ? { state: "value", numerator: x, denominator: 100 }
      : { state: "value", numerator: x, denominator: x };
    line.push({ x, points: applyFormula(formula, value, points).points });
  }
  const unit = metric !== null && isMetricCode(metric) ? metricOf(metric).unit : "";
  return { unit: shares ? "%" : unit, line, steps: formula.kind === "step" };
}

/** Where a township's value lies on the curve; null where it has none. */
export function dotOf(
  { formula, points, metric }: Pick<Indicator, "formula" | "points" | "metric">,
  value: MetricValue | undefined,
): CurvePoint | null {
  if (value?.state !== "value") return null;
  const shares = readsShares(metric, formula);
  if (shares && value.denominator === 0) return null;
  const x = shares ? round((value.numerator / value.denominator) * 100) : value.numerator;
  return { x, points: applyFormula(formula, value, points).points };
}
