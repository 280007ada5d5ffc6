"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useCallback, useMemo } from "react";
import { classLabel } from "@/domains/tenancy/labels";
import { useTRPC } from "@/trpc/client";
import { HeatTable } from "@/ui/charts/heat-table";
import { SpreadStrip } from "@/ui/charts/spread-strip";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { Panel } from "@/ui/panel";
import { readText } from "@/domains/figures/labels";
import { isMetricCode, metricOf } from "@/domains/figures/rules/metrics";
import { chosenClass } from "./choice";
import { CompareTabs } from "./compare-tabs";
import { dimensionIn, dimensionOf, DimensionTabs } from "./dimension-tabs";
import { heatOf } from "./heat-of";
import { chosenYear, yearsOffered } from "@/lib/years";
import { EvidenceDrawer } from "@/domains/figures/components/evidence-drawer";
import { shownFigure } from "@/domains/figures/components/heat";
import { LeaguePanel } from "./league-panel";
import { NoTownships } from "@/domains/figures/components/no-townships";
import "@/domains/figures/components/figures.css";

const classFilter = {
  key: "class",
  label: "类别",
  options: ([1, 2, 3] as const).map((value) => ({ value: String(value), label: classLabel(value) })),
};

export function ComparePage({ base, currentYear }: { base: string; currentYear: number }) {
  const { filters, hrefWith } = useUrlState();
  const router = useRouter();
  const input = { year: chosenYear(filters, currentYear), class: chosenClass(filters) };
  const { data } = useSuspenseQuery(useTRPC().oversight.comparison.queryOptions(input));
  const { townships, today, year } = data;
  const dimension = dimensionIn(filters);
  const [metric = "", code = ""] = (filters["cell"] ?? "").split(".");
  const opened = townships.find((row) => row.code === code);
  const selected = opened && isMetricCode(metric) ? { indicator: metric, township: code } : null;
  const closed = hrefWith({ cell: null, rows: null });
  const close = useCallback(() => router.push(closed, { scroll: false }), [router, closed]);
  const metrics = useMemo(
    () => data.metrics.filter(({ code }) => dimension === undefined || dimensionOf(code)?.code === dimension),
    [data, dimension],
  );
  const heat = useMemo(() => heatOf({ townships, metrics }), [townships, metrics]);
  if (townships.length === 0) {
    return (
      <ListPage
        title="横向比较"
        tabs={<CompareTabs base={base} />}
        filters={<FilterBar filters={[classFilter]} years={yearsOffered(data.years, year)} shown={year} />}
      >
        <NoTownships base={base} filtered={input.class !== null} />
      </ListPage>
    );
  }
  const exported = `/api/export/oversight.exportRows?input=${encodeURIComponent(JSON.stringify(input))}`;
  return (
    <ListPage
      title="横向比较"
      tabs={<CompareTabs base={base} />}
      note={`${readText(year, today)} · ${townships.length} 个乡镇 · ${metrics.length} 项指标`}
      filters={<FilterBar filters={[classFilter]} years={yearsOffered(data.years, year)} shown={year} />}
      actions={
        <>
          <a className="btn" href={exported} download>
            {dimension === undefined ? "导出所见" : "导出全部指标"}
          </a>
        </>
      }
    >
      <DimensionTabs chosen={dimension} />
      <div className={selected ? "compare compare-open" : "compare"}>
        <div className="stack">
          <div className="stack">
            <HeatTable
              label={`${year} 年各乡镇指标比较`}
              {...heat}
              selected={selected}
              onOpen={(indicator, township) =>
                router.push(hrefWith({ cell: `${indicator}.${township}`, rows: null }), { scroll: false })
              }
            />
            <p className="soft">
              颜色按同类乡镇中的位置，红色只表示低于法定要求，数字始终印出。「未录」是没有录入，「无」是没有应计的事，二者都不是
              0。点任一格看构成它的每一条记录。
            </p>
          </div>
          <Panel title="同类排位">
            <LeaguePanel base={base} comparison={data} />
          </Panel>
          <Panel title="差距" note="每个点是一个乡镇，数相同的合为一个大点；竖线是中位">
            <div className="spreads">
              {metrics.map(({ code: key }) => (
                <SpreadStrip
                  key={key}
                  label={`${key} ${metricOf(key).name}`}
                  unit={metricOf(key).kind === "ratio" ? "%" : ` ${metricOf(key).unit}`}
                  entries={townships.map((row) => ({
                    id: row.code,
                    name: row.shortName,
                    figure: shownFigure(row.cells.find((cell) => cell.metric === key)),
                  }))}
                />
              ))}
            </div>
          </Panel>
        </div>
        {selected && opened ? (
          <EvidenceDrawer
            township={code}
            name={opened.name}
            metric={selected.indicator}
            year={year}
            onClose={close}
          />
        ) : null}
      </div>
    </ListPage>
  );
}
