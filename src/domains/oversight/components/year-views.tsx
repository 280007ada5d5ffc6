"use client";

import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { shownFigure } from "@/domains/figures/components/heat";
import { type MetricCode, metricOf } from "@/domains/figures/rules/metrics";
import { HeatTable } from "@/ui/charts/heat-table";
import { SpreadStrip } from "@/ui/charts/spread-strip";
import { TrendChart } from "@/ui/charts/lazy-trend-chart";
import { useUrlState } from "@/ui/list/use-url-state";
import { ViewTabs } from "@/ui/list/view-tabs";
import type { Month, Picture } from "../data/picture";
import { heatOf } from "./heat-of";
import { MetricTrend } from "./metric-trend";
import { TownshipMap } from "./township-map";

const views = [
  { key: "map", label: "地图" },
  { key: "heat", label: "热力图" },
  { key: "spread", label: "差距" },
  { key: "trend", label: "走势" },
] as const;
type View = (typeof views)[number]["key"];

type Props = { base: string; data: Picture; metric: MetricCode; openYear: number };

export function YearCurve({ months, year }: { months: readonly Month[]; year: number }) {
  const last = months.at(-1);
  const points = (pick: (month: Month) => number) =>
    months.map((one) => ({ x: `${one.month}月`, y: pick(one) }));
  return (
    <TrendChart
      finding={
        last === undefined
          ? `${year} 年还没有开始`
          : `${year} 年收到建议 ${last.received} 件，已办结 ${last.closed} 件`
      }
      note="逐月累计"
      series={[
        { name: "收到", points: points((month) => month.received) },
        { name: "办结", points: points((month) => month.closed) },
      ]}
      unit=" 件"
    />
  );
}

function Heat({ base, data }: Pick<Props, "base" | "data">) {
  const router = useRouter();
  const { townships, metrics, year } = data;
  const heat = useMemo(() => heatOf({ townships, metrics }), [townships, metrics]);
  return (
    <HeatTable
      label={`${year} 年各乡镇指标`}
      {...heat}
      onOpen={(metric, township) => router.push(`${base}/compare?year=${year}&cell=${metric}.${township}`)}
    />
  );
}

function Spreads({ base, data }: Pick<Props, "base" | "data">) {
  const { townships, metrics, year } = data;
  return (
    <div className="spreads">
      {metrics.map(({ code }) => (
        <SpreadStrip
          key={code}
          named
          label={`${code} ${metricOf(code).name}`}
          unit={metricOf(code).kind === "ratio" ? "%" : ` ${metricOf(code).unit}`}
          entries={townships.map((row) => ({
            id: row.code,
            name: row.shortName,
            figure: shownFigure(row.cells.find((cell) => cell.metric === code)),
          }))}
          hrefOf={(id) => `${base}/compare?year=${year}&cell=${code}.${id}`}
        />
      ))}
    </div>
  );
}

/** The year's figures, looked at in four ways; every number leads to what makes it. */
export function YearViews({ base, data, metric, openYear }: Props) {
  const { filters } = useUrlState();
  const view: View = views.find(({ key }) => key === filters["view"])?.key ?? "map";
  return (
    <div className="stack">
      <ViewTabs label="怎样看" views={views} chosen={view} />
      {view === "map" ? <TownshipMap base={base} data={data} metric={metric} /> : null}
      {view === "heat" ? <Heat base={base} data={data} /> : null}
      {view === "spread" ? <Spreads base={base} data={data} /> : null}
      {view === "trend" ? (
        <>
          <MetricTrend base={base} metric={metric} year={data.year} openYear={openYear} />
          <YearCurve months={data.months} year={data.year} />
        </>
      ) : null}
    </div>
  );
}
