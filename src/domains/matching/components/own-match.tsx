"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { GroupLists } from "@/domains/records/components/group-lists";
import { groups } from "@/lib/records/groups";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { type Column, DataTable } from "@/ui/list/data-table";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import type { OwnMatches } from "../data/own";
import { classText } from "../labels";
import { ExampleLinks } from "./example-links";
import { toCallText } from "./to-call";

type Point = OwnMatches["points"][number];

/** A township's weak points, and whom to ask; of others it reads who leads, never a figure [R90]. */
export function OwnMatch({ township, currentYear }: { township: string; currentYear: number }) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().matching.own.queryOptions({ township, year }));
  const columns: Column<Point>[] = [
    {
      key: "metric",
      title: "指标",
      width: 10,
      render: ({ metric, name }) => (
        <Link href={`/t/${township}/assessment?year=${year}#${metric}`}>
          {metric} {name}
        </Link>
      ),
    },
    { key: "sentence", title: "本乡镇的情况", width: 24, render: ({ sentence }) => sentence },
    {
      key: "leaders",
      title: "可以向谁学，找谁",
      width: 24,
      render: ({ leaders, practices }) => (
        <>
          {leaders.map((lead) => (
            <div key={lead.name}>
              {lead.name}：{toCallText(lead)}
            </div>
          ))}
          <ExampleLinks base={`/t/${township}`} practices={practices} />
        </>
      ),
    },
  ];
  return (
    <ListPage
      tabs={<GroupLists township={township} group={groups.practices} />}
      title="该向谁学"
      note={`${classText(data.class)} · ${data.closed ? `${year} 年全年` : `${year} 年，截至 ${data.today}`}`}
      filters={<FilterBar filters={[]} years={yearsOffered(data.years, currentYear)} shown={currentYear} />}
    >
      <DataTable
        label="本乡镇的薄弱指标"
        columns={columns}
        rows={data.points}
        rowKey={({ metric }) => metric}
        empty={{ title: "没有明显弱于同类的指标", body: data.doubt }}
      />
      {data.points.length === 0 ? null : <p className="soft">{data.doubt}</p>}
      <p className="soft">
        这里只说谁做得好，不列别的乡镇的数字。领先的是同类乡镇中前四分之一、而且差距超出偶然的。
      </p>
    </ListPage>
  );
}
