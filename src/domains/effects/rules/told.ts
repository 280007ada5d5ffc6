import type { MetricCode } from "@/domains/figures/rules/metrics";
import type { Effect } from "./effect";

/** What one figure did around a practice's beginning. @property running the year after is not over yet */
export type MetricEffect = {
  metric: MetricCode;
  effect: Effect;
  years: { before: number; after: number };
  running: boolean;
};
