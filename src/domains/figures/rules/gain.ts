import { naturalOrder } from "@/lib/natural-order";
import { type MetricValue, toCents } from "./formulas";
import { formulaFor, type Indicator, isCompared } from "./scheme";
import { scoreOf, type ScoreContext } from "./score";

export type Gain = { code: string; points: number; sentence: string };

/** So many more are looked ahead to where the first few bring nothing: up to the next band, or to where points begin. */
const lookedAhead = 12;

/** Of what nobody entered yet, the parts that the formula asks for. */
function firstParts({ formula }: Indicator, part: string | null, times: number): MetricValue["parts"] {
  const first = (named: string) => ({ part: named, numerator: times, denominator: times, records: times });
  return formula.kind === "parts" && part !== null ? [first(part)] : undefined;
}

/** The value after some more good deeds; null when the year's figure can no longer be mended that way. */
function improved(
  indicator: Indicator,
  value: MetricValue,
  part: string | null,
  times: number,
): MetricValue | null {
  const more = indicator.improvesBy === "added" ? times : 0;
  if (value.state !== "value") {
    if (indicator.improvesBy === "owed") return null;
    const parts = firstParts(indicator, part, times);
    const first = { state: "value", numerator: times, denominator: times } as const;
    return parts === undefined ? first : { ...first, parts };
  }
  if (more === 0 && value.numerator + times > value.denominator) return null;
  const next = { ...value, numerator: value.numerator + times, denominator: value.denominator + more };
  if (value.parts === undefined) return next;
  const target = part ?? "all";
  const parts = value.parts.map((row) =>
    row.part === target
      ? {
          ...row,
          numerator: row.numerator + times,
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

type Next = Gain & { times: number };

/** The fewest more that bring points, and how many they bring. */
function nextOf(indicator: Indicator, value: MetricValue, context: ScoreContext): Next | null {
  const now = scoreOf(indicator, value, context).points ?? 0;
  const { code, words } = indicator;
  for (let times = 1; times <= lookedAhead; times += 1) {
    const best = partsOf(indicator.formula)
      .map((part) => improved(indicator, value, part, times))
      .flatMap((next) => (next === null ? [] : [scoreOf(indicator, next, context).points ?? 0]))
      .reduce((most, points) => Math.max(most, points), now);
    const points = toCents(best - now);
    const often = times === 1 ? "" : `，做满 ${times} ${words.unit}才加分`;
    const still = isCompared(formulaFor(indicator, context.townshipClass)) ? "（按别人现在的数）" : "";
    if (points > 0) return { code, points, times, sentence: `${words.more}${often}：+${points} 分${still}` };
  }
  return null;
}

function possible(indicator: Indicator, value: MetricValue | undefined, context: ScoreContext): Next | null {
  if (value === undefined || indicator.metric === null || indicator.formula.kind === "manual") return null;
  return value.state === "none" ? null : nextOf(indicator, value, context);
}

const told = ({ code, points, sentence }: Next): Gain => ({ code, points, sentence });

/** What the next deeds of an indicator would bring; null when they bring nothing or its points are not computed. */
export function gainOf(
  indicator: Indicator,
  value: MetricValue | undefined,
  context: ScoreContext,
): Gain | null {
  const next = possible(indicator, value, context);
  return next === null ? null : told(next);
}

/** "再做什么最能提分": the most rewarding next deeds, the best first; one that takes several deeds counts by each of them. */
export function bestGains(
  indicators: readonly Indicator[],
  values: ReadonlyMap<string, MetricValue>,
  context: ScoreContext,
  limit = 3,
): Gain[] {
  const each = ({ points, times }: Next) => points / times;
  return indicators
    .flatMap((indicator) => possible(indicator, values.get(indicator.metric ?? ""), context) ?? [])
    .sort((one, other) => each(other) - each(one) || naturalOrder(one.code, other.code))
    .slice(0, limit)
    .map(told);
}
