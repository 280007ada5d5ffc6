import { groupOfMetric, metricGroups } from "@/domains/figures/rules/metric-groups";
import type { MetricCode } from "@/domains/figures/rules/metrics";
import { useUrlState } from "@/ui/list/use-url-state";
import { PageTabs } from "@/ui/list/page-tabs";

const dimensions = metricGroups.map(({ code, name }) => ({ code, name: `${code} ${name}` }));

export const dimensionOf = (metric: MetricCode) =>
  dimensions.find(({ code }) => code === groupOfMetric[metric]);

export const dimensionIn = (filters: Readonly<Record<string, string | undefined>>): string | undefined =>
  dimensions.find(({ code }) => code === filters["dimension"])?.code;

/** All indicators, or those of one dimension: so few stand on one screen with every township. */
export function DimensionTabs({ chosen }: { chosen: string | undefined }) {
  const { hrefWith } = useUrlState();
  const tabs = [{ code: undefined, name: "全部指标" }, ...dimensions];
  return (
    <PageTabs
      label="看哪一方面的指标"
      items={tabs.map(({ code, name }) => ({
        label: name,
        href: hrefWith({ dimension: code ?? null, cell: null, rows: null }),
        current: code === chosen,
      }))}
    />
  );
}
