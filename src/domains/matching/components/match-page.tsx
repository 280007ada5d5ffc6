"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { type Column, DataTable } from "@/ui/list/data-table";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { Panel } from "@/ui/panel";
import type { Matches } from "../data/county";
import { classText } from "../labels";
import { ExampleLinks } from "./example-links";
import { toCallText } from "./to-call";
import { VisitsPanel } from "./visits-panel";
import "./matching.css";

type Township = Matches["townships"][number];

const columns = (county: string, year: number): Column<Township>[] => [
  { key: "name", title: "乡镇", width: 8, render: ({ name }) => name },
  { key: "class", title: "类别", width: 6, render: (row) => classText(row.class) },
  {
    key: "points",
    title: "弱在哪里，谁领先",
    width: 36,
    render: ({ points, silent, code }) =>
      points.length === 0 ? (
        <span className="soft">{silent ? "还没有录入，不下结论" : "没有超出偶然的差距"}</span>
      ) : (
        <ul className="weak-points">
          {points.map(({ metric, sentence, practices }) => (
            <li key={metric}>
              <a href={`/c/${county}/compare?year=${year}&cell=${metric}.${code}`}>{metric}</a> {sentence}
              <ExampleLinks base={`/c/${county}`} practices={practices} />
            </li>
          ))}
        </ul>
      ),
  },
  {
    key: "call",
    title: "找谁",
    width: 18,
    render: ({ points }) => {
      const leaders = new Map(points.flatMap((one) => one.leaders.map((lead) => [lead.code, lead])));
      return [...leaders.values()].map((lead) => (
        <div key={lead.code}>
          {lead.name}：{toCallText(lead)}
        </div>
      ));
    },
  },
];

type Props = { county: string; currentYear: number; tabs: ReactNode };

/** 向谁学: where each township is behind its class, and who of the class is ahead there [R90]. */
export function MatchPage({ county, currentYear, tabs }: Props) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().matching.county.queryOptions({ year }));
  const weak = data.townships.filter(({ points }) => points.length > 0).length;
  return (
    <ListPage
      title="向谁学"
      tabs={tabs}
      note={`${data.closed ? `${year} 年全年` : `${year} 年，截至 ${data.today}`} · ${weak} 个乡镇有明显弱于同类的指标`}
      filters={<FilterBar filters={[]} years={yearsOffered(data.years, currentYear)} shown={currentYear} />}
    >
      <p className="soft">{data.doubt}</p>
      {data.common.length === 0 ? null : (
        <Panel title="全县普遍薄弱">
          <ul>
            {data.common.map(({ metric, sentence }) => (
              <li key={metric}>
                <a href={`/c/${county}/compare/any?metrics=${metric}&years=${year}`}>{metric}</a> {sentence}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <VisitsPanel county={county} data={data} />
      <DataTable
        label="各乡镇的薄弱指标"
        columns={columns(county, year)}
        rows={data.townships}
        rowKey={({ id }) => id}
        empty={{ title: "还没有登记乡镇" }}
      />
    </ListPage>
  );
}
