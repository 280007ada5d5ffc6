import { congressMetrics } from "./congress-metrics";
import { furtherMetrics } from "./further-metrics";
import { comparedCodes, type MetricCode, metricCodes, type MetricDefinition } from "./metric";
import { indicatorsOf, type Scheme, subjectOf } from "./scheme";
import { townshipMetrics } from "./township-metrics";

export {
  type ComparedCode,
  comparedCodes,
  type MetricCode,
  metricCodes,
  type MetricDefinition,
} from "./metric";

/**
 * The figures by which townships are compared. What each one counts is said once, in SQL, by the `evidence` of the slice
 * whose records it reads; here stands what is needed to read them: name, unit, law, and when a figure is missing rather
 * than zero.
 */
export const metrics: readonly MetricDefinition[] = [
  ...congressMetrics,
  ...townshipMetrics,
  ...furtherMetrics,
];

const byCode = new Map(metrics.map((metric) => [metric.code, metric]));

export function metricOf(code: MetricCode): MetricDefinition {
  const metric = byCode.get(code);
  if (!metric) throw new Error(`unknown metric ${code}`);
  return metric;
}

export function isMetricCode(text: string): text is MetricCode {
  return (metricCodes as readonly string[]).includes(text);
}

/** Metrics in their one order, each once, with those by which it is told whether they were entered at all. */
export function withDomains(codes: readonly string[]): MetricCode[] {
  const asked = metricCodes.filter((code) => codes.includes(code));
  const needed = new Set<MetricCode>([...asked, ...asked.flatMap((code) => metricOf(code).domain)]);
  return metricCodes.filter((code) => needed.has(code));
}

/** What a scheme names, be it an indicator or a veto. */
export const namedIn = (scheme: Scheme): string[] =>
  [...indicatorsOf(scheme), ...scheme.vetoes].flatMap(({ metric }) => metric ?? []);

/** What is counted of a year: the columns of the comparison, and what its scheme uses besides; of groups and units what it uses. */
export const countedBy = (scheme: Scheme): MetricCode[] =>
  withDomains(subjectOf(scheme) === "township" ? [...comparedCodes, ...namedIn(scheme)] : namedIn(scheme));
