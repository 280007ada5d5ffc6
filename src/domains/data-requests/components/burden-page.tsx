"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { JointTabs } from "@/domains/joint-tasks/components/joint-tabs";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { LeagueBar } from "@/ui/charts/league-bar";
import { type Column, DataTable } from "@/ui/list/data-table";
import { exportHref } from "@/ui/list/export-href";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { Panel } from "@/ui/panel";
import { StatusTag } from "@/ui/detail/status-tag";
import type { burdenOfYear } from "../data/burden";
import { monthText } from "./months";

type Data = Awaited<ReturnType<typeof burdenOfYear>>;
type Counted = { total: Data["byTownship"][number]["total"]; months: Data["byTownship"][number]["months"] };

const number = <Row extends Counted>(key: string, title: string, unit: string, of: (row: Row) => number) =>
  ({ key, title, unit, align: "number", width: 5, render: (row: Row) => of(row) }) satisfies Column<Row>;

const totals = <Row extends Counted>(): Column<Row>[] => [
  number("visits", "检查", "次", ({ total }) => total.visits),
  number("days", "天数", "天", ({ total }) => total.days),
  number("people", "接待", "人", ({ total }) => total.people),
  number("forms", "表格、数据", "份", ({ total }) => total.forms),
  number("reports", "书面报告", "份", ({ total }) => total.reports),
];

const byMonth = <Row extends Counted>(): Column<Row> => ({
  key: "months",
  title: "按月（次；份）",
  width: 20,
  render: ({ months }) => months.flatMap(monthText).join("，") || "无",
});

const townships: Column<Data["byTownship"][number]>[] = [
  { key: "name", title: "乡镇", width: 6, render: ({ name }) => name },
  ...totals<Data["byTownship"][number]>(),
  {
    key: "cap",
    title: "占上限",
    width: 5,
    render: ({ share, cap, total }) => (
      <StatusTag tone={total.visits > cap ? "bad" : total.visits === cap ? "warn" : "good"}>
        {`${share === null ? "–" : Math.round(share * 100)}%${total.visits > cap ? "，超出" : ""}`}
      </StatusTag>
    ),
  },
  byMonth<Data["byTownship"][number]>(),
  { key: "forecast", title: "检查全年预计", width: 12, render: ({ forecast }) => forecast.sentence },
  {
    key: "papers",
    title: "表格、报告全年预计",
    width: 12,
    render: ({ papers }) =>
      papers.over ? <StatusTag tone="bad">{papers.sentence}</StatusTag> : papers.sentence,
  },
];
const units: Column<Data["byUnit"][number]>[] = [
  { key: "unit", title: "受检单位", width: 10, render: ({ unit }) => unit },
  { key: "name", title: "乡镇", render: ({ name }) => name },
  number("visits", "检查", "次", ({ total }) => total.visits),
  number("days", "天数", "天", ({ total }) => total.days),
  byMonth<Data["byUnit"][number]>(),
];
const committees: Column<Data["byCommittee"][number]>[] = [
  { key: "committee", title: "工委", width: 10, render: ({ name }) => name },
  ...totals<Data["byCommittee"][number]>(),
  number("score", "负担分", "分", ({ score }) => score),
  byMonth<Data["byCommittee"][number]>(),
];

function findingOf({ byTownship, cap, year }: Data): string {
  const over = byTownship.filter(({ total }) => total.visits > cap).length;
  return over === 0
    ? `${year} 年没有乡镇超过一年 ${cap} 次的上限`
    : `${year} 年有 ${over} 个乡镇超过一年 ${cap} 次的上限`;
}

/** What the county asks of its townships, and who of the county asks it [R87]. */
export function BurdenPage({ county, currentYear }: { county: string; currentYear: number }) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().dataRequests.burden.queryOptions({ year }));
  const bars = data.byTownship.map(({ township, name, total }) => ({
    ...{ id: township, name, figure: total.visits, href: `/c/${county}/joint?year=${year}&view=tiles` },
  }));
  const empty = { title: "这一年还没有安排", body: "任务建好后，次数、天数和要的报告都计在这里。" };
  return (
    <ListPage
      title="基层负担台账"
      tabs={<JointTabs county={county} />}
      note="草稿和已下发的任务、要的数据都计入，撤回的不计；同一天一起去的算一次"
      actions={
        <a className="btn" href={exportHref("dataRequests.exportBurden", { year })} download>
          导出 Excel（含口径说明）
        </a>
      }
      filters={
        <FilterBar
          filters={[]}
          years={yearsOffered([currentYear - 1, currentYear + 1], currentYear)}
          shown={currentYear}
        />
      }
    >
      <Panel>
        <LeagueBar
          finding={findingOf(data)}
          note="一年里县级任务到乡镇的次数"
          classes={[{ label: "到乡镇次数", entries: bars }]}
          unit="次"
        />
      </Panel>
      <Panel title="按乡镇" note={`一年最多 ${data.cap} 次，表格、报告最多 ${data.paperCap} 份`}>
        <DataTable
          label="按乡镇"
          columns={townships}
          rows={data.byTownship}
          rowKey={({ township }) => township}
          empty={empty}
        />
      </Panel>
      <Panel
        title="按工委"
        note="负担分 = 在各乡镇的天数（几家一起去的平分）+ 每要一份表格或报告 0.5；越低越好"
      >
        <DataTable
          label="按工委"
          columns={committees}
          rows={data.byCommittee}
          rowKey={({ committee }) => committee}
          empty={empty}
        />
      </Panel>
      <Panel title="按受检单位">
        <DataTable
          label="按受检单位"
          columns={units}
          rows={data.byUnit}
          rowKey={({ township, unit }) => `${township}${unit}`}
          empty={empty}
        />
      </Panel>
    </ListPage>
  );
}
