import { defaultScheme } from "@/domains/figures/rules/default-scheme";
import type { Formula, Indicator, Scheme } from "@/domains/figures/rules/scheme";

export const indicator = (
  code: string,
  points: number,
  formula: Formula,
  rest: Partial<Indicator> = {},
): Indicator => ({
  code,
  name: `指标${code}`,
  points,
  metric: null,
  formula,
  whenNone: "notApplicable",
  improvesBy: "added",
  words: { unit: "件", done: "办结", more: "再办 1 件" },
  article: "本县办法",
  ...rest,
});

/** A scheme of one dimension; without a sum given, its total is that of its indicators. */
export const schemeOf = (indicators: readonly Indicator[], rest: Partial<Scheme> = {}): Scheme => ({
  ...defaultScheme,
  name: "试用方案",
  total: indicators.reduce((sum, { points }) => sum + points, 0),
  dimensions: [{ code: "X", name: "全部", indicators }],
  ...rest,
});
