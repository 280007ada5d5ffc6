import { comparedCodes, isMetricCode, type MetricCode, metricOf } from "@/domains/figures/rules/metrics";

const shownFirst: MetricCode = "C4";

/** Which metric the county's map, trend and distributions are about; it stands in the address. */
export const metricFilter = {
  key: "metric",
  label: "看哪项指标",
  options: comparedCodes.map((code) => ({ value: code, label: `看 ${code} ${metricOf(code).name}` })),
  preset: shownFirst,
};

export function metricIn(filters: Readonly<Record<string, string>>): MetricCode {
  const named = filters["metric"] ?? "";
  return isMetricCode(named) && comparedCodes.some((code) => code === named) ? named : shownFirst;
}
