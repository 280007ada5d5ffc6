"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTRPC } from "@/trpc/client";
import { TrendChart } from "@/ui/charts/lazy-trend-chart";
import { TileMap } from "@/ui/charts/tile-map";
import { LinkButton } from "@/ui/link-button";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { Panel } from "@/ui/panel";
import type { Comparison } from "../data/comparison";
import type { Month } from "../data/home";
import { cellText } from "@/domains/figures/labels";
import { comparedCodes, isMetricCode, type MetricCode, metricOf } from "@/domains/figures/rules/metrics";
import { chosenYear, yearsOffered } from "@/lib/years";
import { DecisionList } from "./decision-list";
import { shownFigure } from "@/domains/figures/components/heat";
import { LeaguePanel } from "./league-panel";
import { NoTownships } from "@/domains/figures/components/no-townships";
import "@/domains/figures/components/figures.css";

const shownFirst: MetricCode = "C4";

const metricFilter = {
  key: "metric",
  label: "地图指标",
  options: comparedCodes.map((code) => ({ value: code, label: `地图看 ${code} ${metricOf(code).name}` })),
  preset: shownFirst,
};

/** Published maps need an approval number; these tiles stand by class and order, four or more in a row. */
function Tiles({ base, data, metric }: { base: string; data: Comparison; metric: MetricCode }) {
  const columns = Math.max(4, Math.ceil(Math.sqrt(data.townships.length * 1.6)));
  const cells = data.townships.map((row) => row.cells.find((cell) => cell.metric === metric));
  const known = cells.filter((cell) => cell?.state === "value").length;
  return (
    <TileMap
      finding={`${metric} ${metricOf(metric).name}：${data.townships.length} 个乡镇中 ${known} 个有数`}
      note="按类别、顺序排列，颜色越深数值越大；点开看依据"
      tiles={data.townships.map((row, index) => {
        const cell = cells[index];
        return {
          id: row.code,
          name: row.shortName,
          x: (index % columns) + 1,
          y: Math.floor(index / columns) + 1,
          figure: shownFigure(cell),
          text: cell && cellText(cell),
          href: `${base}/compare?year=${data.year}&cell=${metric}.${row.code}`,
        };
      })}
    />
  );
}

function YearCurve({ months, year }: { months: readonly Month[]; year: number }) {
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

type Props = { base: string; currentYear: number; children?: ReactNode };

/** @param children what else the county should see first */
export function CountyHome({ base, currentYear, children }: Props) {
  const { filters } = useUrlState();
  const year = chosenYear(filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().oversight.home.queryOptions({ year }));
  const named = filters["metric"] ?? "";
  const metric = isMetricCode(named) ? named : shownFirst;
  if (data.townships.length === 0) {
    return (
      <ListPage title="总览" note={`今天 ${data.today}`}>
        <NoTownships base={base} />
      </ListPage>
    );
  }
  const names = new Map(data.townships.map((row) => [row.code, row.shortName]));
  return (
    <ListPage
      title="总览"
      note={`今天 ${data.today} · ${data.townships.length} 个乡镇`}
      filters={<FilterBar filters={[metricFilter]} years={yearsOffered(data.years, year)} />}
      actions={<LinkButton href={`${base}/compare?year=${year}`}>横向比较</LinkButton>}
    >
      {children}
      <DecisionList decisions={data.decisions} names={names} />
      <div className="columns">
        <div className="stack">
          <Panel title="各乡镇">
            <Tiles base={base} data={data} metric={metric} />
          </Panel>
          <Panel title="全年">
            <YearCurve months={data.months} year={year} />
          </Panel>
        </div>
        <Panel title="同类排位">
          <LeaguePanel base={base} comparison={data} />
        </Panel>
      </div>
    </ListPage>
  );
}
