import { type MetricValue, percent } from "./formulas";
import { medianOf } from "./ranking";
import { formulaFor, type Indicator, overShare, type SmallNumberRule, type TownshipClass } from "./scheme";

/** What is known of the others when there are few cases. @property median null where nobody of the class has enough cases */
export type Few = { rule: SmallNumberRule; median: number | null };

const plain = (number: number): string => String(Number(number.toFixed(2)));

const thenWords = { shrink: "向同类中位数靠拢", notApplicable: "不计分，分值由其他指标分摊" } as const;
const asItIs = "不另作处理";

/** A rule in words, as files and papers say it; {@link readSmallNumber} reads it back. */
export const smallNumberText = (rule: SmallNumberRule | null | undefined): string =>
  rule === null || rule === undefined ? asItIs : `不足 ${plain(rule.under)} 件的${thenWords[rule.then]}`;

/** As people type it; undefined for what is no such rule. */
export function readSmallNumber(text: string): SmallNumberRule | null | undefined {
  if (text.trim() === asItIs) return null;
  const found = /^不足\s*(\d+)\s*[件条个名次]?的?，?(向同类中位数靠拢|不计分)/.exec(text.trim());
  const under = Number(found?.[1]);
  if (found === null || under < 1) return undefined;
  return { under, then: found[2] === "不计分" ? "notApplicable" : "shrink" };
}

/** Whether a township's value rests on fewer cases than its scheme asks for; counts of things done never do. */
export function isFew(
  indicator: Indicator,
  value: MetricValue,
  rule: SmallNumberRule | null,
  townshipClass: TownshipClass | null,
): boolean {
  return (
    rule !== null &&
    value.state === "value" &&
    value.denominator < rule.under &&
    overShare(formulaFor(indicator, townshipClass))
  );
}

/** The class's middle: the median share of those that have at least `under` cases. */
export function enoughMedian(
  values: readonly (MetricValue | undefined)[],
  rule: SmallNumberRule,
): number | null {
  return medianOf(
    values.map((value) =>
      value?.state === "value" && value.denominator >= rule.under && value.denominator > 0
        ? value.numerator / value.denominator
        : null,
    ),
  );
}

/**
 * A share s of n cases, n < k, counts as (n × s + (k − n) × m) ÷ k, where k is the scheme's bound and m the median share
 * of the class's townships that have at least k cases: what is missing to k cases is taken to be as it is elsewhere.
 * Without such a median the share counts as it is.
 */
export function shrunk(
  value: MetricValue,
  { rule, median }: Few,
  unit: string,
): { value: MetricValue; said: string } {
  const { numerator, denominator: n } = value;
  const few = `只有 ${plain(n)} ${unit}，不足 ${plain(rule.under)}`;
  if (median === null || n === 0) return { value, said: `${few}，同类没有可比的中位数，照实计` };
  const own = numerator / n;
  const share = (n * own + (rule.under - n) * median) / rule.under;
  const sum = `(${plain(n)} × ${percent(own)} + ${plain(rule.under - n)} × ${percent(median)}) ÷ ${plain(rule.under)}`;
  return {
    value: { ...value, numerator: share * n },
    said: `${few}，向同类中位数 ${percent(median)} 靠拢：${sum} = ${percent(share)}`,
  };
}
