import { congressMetrics } from "./congress-metrics";
import { type MetricCode, metricCodes, type MetricDefinition } from "./metric";
import { townshipMetrics } from "./township-metrics";

export { type MetricCode, metricCodes, type MetricDefinition } from "./metric";

/**
 * The figures by which townships are compared. What each one counts is said once, in SQL, by the `evidence` of the slice
 * whose records it reads; here stands what is needed to read them: name, unit, law, and when a figure is missing rather
 * than zero.
 */
export const metrics: readonly MetricDefinition[] = [...congressMetrics, ...townshipMetrics];

const byCode = new Map(metrics.map((metric) => [metric.code, metric]));

export function metricOf(code: MetricCode): MetricDefinition {
  const metric = byCode.get(code);
  if (!metric) throw new Error(`unknown metric ${code}`);
  return metric;
}

export function isMetricCode(text: string): text is MetricCode {
  return (metricCodes as readonly string[]).includes(text);
}
