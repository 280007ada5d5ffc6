import { naturalOrder } from "@/lib/natural-order";
import { type MetricValue, toCents } from "./formulas";
import type { Indicator } from "./scheme";
import { scoreOf, type ScoreContext } from "./score";

export type Gain = { code: string; points: number; sentence: string };

/** The value after one more good deed; null when the year's figure can no longer be mended that way. */
function improved(indicator: Indicator, value: MetricValue, part: string | null): MetricValue | null {
  const more = indicator.improvesBy === "added" ? 1 : 0;
  if (value.state !== "value")
    return indicator.improvesBy === "owed" ? null : { state: "value", numerator: 1, denominator: 1 };
  if (more === 0 && value.numerator >= value.denominator) return null;
  const next = { ...value, numerator: value.numerator + 1, denominator: value.denominator + more };
  if (value.parts === undefined) return next;
  const target = part ?? "all";
  const parts = value.parts.map((row) =>
    row.part === target
      ? {
          ...row,
          numerator: row.numerator + 1,
          denominator: row.denominator + more,
          records: row.records + more,
        }
      : row,
  );
  return { ...next, parts };
}

/** The parts of which one more would bring points; of a product the words speak of the first. */
function partsOf(formula: Indicator["formula"]): (string | null)[] {
  if (formula.kind === "parts") return formula.parts.map((one) => one.part);
  return formula.kind === "product" ? formula.factors.slice(0, 1).map((one) => one.part) : [null];
}

/** What one more unit of an indicator would bring; null when it brings nothing or its points are not computed. */
export function gainOf(
  indicator: Indicator,
  value: MetricValue | undefined,
  context: ScoreContext,
): Gain | null {
  if (value === undefined || indicator.metric === null || indicator.formula.kind === "manual") return null;
  if (value.state === "none") return null;
  const parts = partsOf(indicator.formula);
  const now = scoreOf(indicator, value, context).points ?? 0;
  const best = parts
    .map((part) => improved(indicator, value, part))
    .flatMap((next) => (next === null ? [] : [scoreOf(indicator, next, context).points ?? 0]))
    .reduce((most, points) => Math.max(most, points), now);
  const points = toCents(best - now);
  return points > 0
    ? { code: indicator.code, points, sentence: `${indicator.words.more}：+${points} 分` }
    : null;
}

/** "再做什么最能提分": the most rewarding next deeds, the best first. */
export function bestGains(
  indicators: readonly Indicator[],
  values: ReadonlyMap<string, MetricValue>,
  context: ScoreContext,
  limit = 3,
): Gain[] {
  return indicators
    .flatMap((indicator) => gainOf(indicator, values.get(indicator.metric ?? ""), context) ?? [])
    .sort((one, other) => other.points - one.points || naturalOrder(one.code, other.code))
    .slice(0, limit);
}
