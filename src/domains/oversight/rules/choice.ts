import type { MetricCode } from "@/domains/figures/rules/metrics";

export type TownshipClass = 1 | 2 | 3;

/** What is put beside each other. @property townships codes; none are all, or all of the class */
export type Choice = {
  metrics: MetricCode[];
  years: number[];
  class: TownshipClass | null;
  townships: string[];
};

/** So many fit beside each other and can still be read, and so many years are counted at once. */
export const [mostMetrics, mostYears, mostTownships] = [8, 5, 100] as const;
