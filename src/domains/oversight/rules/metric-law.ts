import { type LawChoice, lawRule, type LawRuleKey } from "@/domains/tenancy/rules/law";
import type { Day } from "@/lib/dates";
import { type MetricCode, metricCodes, metricOf } from "./metrics";

/** What a county's law preset says about a metric: the citation, and the words of the score sentence that carry its value. */
export type MetricLaw = { citation: string; words: { done?: string; article?: string } };

const sayings: Partial<Record<MetricCode, (value: number) => string>> = {
  C1: (days) => `在 ${days} 日内交办`,
  C3: (months) => `在 ${months} 个月内答复`,
  C6: (months) => `在 ${months} 个月内重新答复`,
};

/** Where the period depends on the case: the sentence names it only when both periods are the same. */
const secondRules: Partial<Record<MetricCode, LawRuleKey>> = {
  C1: "suggestion.assignDaysBetweenSessions",
};

function lawOf(choice: LawChoice, metric: MetricCode, on: Day): MetricLaw {
  const { lawRule: key, article } = metricOf(metric);
  if (key === undefined) return { citation: article, words: {} };
  const rule = lawRule(choice, key, on);
  const second = lawRule(choice, secondRules[metric] ?? key, on);
  const citation = [...new Set([rule.citation, second.citation])].join("、");
  const same = rule.value === second.value && rule.unit === second.unit;
  const done = same ? sayings[metric]?.(rule.value) : undefined;
  return { citation, words: done === undefined ? { article: citation } : { article: citation, done } };
}

/** @param today a year that is over is read by the law of its last day */
export function contextsOf(choice: LawChoice, year: number, today: Day): Record<MetricCode, MetricLaw> {
  const lastDay = `${year}-12-31`;
  const on = today < lastDay ? today : lastDay;
  const entries = metricCodes.map((metric) => [metric, lawOf(choice, metric, on)] as const);
  return Object.fromEntries(entries) as Record<MetricCode, MetricLaw>;
}
