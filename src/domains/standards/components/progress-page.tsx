"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { GroupLists } from "@/domains/records/components/group-lists";
import { groups } from "@/lib/records/groups";
import { dayOf, yearOf } from "@/lib/dates";
import { chosenYear } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { type Column, DataTable } from "@/ui/list/data-table";
import { FilterBar } from "@/ui/list/filter-bar";
import { yearFilter } from "@/ui/list/filters";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import type { townshipProgress } from "../data/standards";
import { ProgressTags } from "./progress-tags";

type Row = Awaited<ReturnType<typeof townshipProgress>>["deputies"][number];

const columns: Column<Row>[] = [
  { key: "name", title: "姓名", width: 7, render: (row) => row.name },
  { key: "items", title: "履职情况", width: 24, render: (row) => <ProgressTags items={row.items} /> },
  {
    key: "missing",
    title: "还差什么",
    width: 18,
    render: (row) => row.missing ?? <span className="soft">已达标</span>,
  },
];

/** Who has done what the standard asks for; by name, because it is nobody's league. */
export function ProgressPage({ township }: { township: string }) {
  const url = useUrlState();
  const year = chosenYear(url.filters, yearOf(dayOf(new Date())));
  const { data } = useSuspenseQuery(useTRPC().standards.ofTownship.queryOptions({ township, year }));
  const base = `/t/${township}`;
  return (
    <ListPage
      crumbs={[{ label: "代表", href: `${base}/deputies` }, { label: "履职达标" }]}
      tabs={<GroupLists township={township} group={groups.deputies} />}
      title="履职达标"
      count={data.deputies.length}
      countUnit="人"
      filters={<FilterBar filters={[{ ...yearFilter(data.years), preset: String(data.years[0] ?? "") }]} />}
    >
      <p>
        {data.year} 年本级代表 {data.deputies.length} 人，已达标 {data.met} 人。
        <span className="soft">
          按县里的「{data.standard.name}」：{data.standard.text}
          。各项由已登记的会议、建议、活动和走访汇成，不另行填写。
        </span>
      </p>
      <DataTable
        label="代表履职达标情况"
        columns={columns}
        rows={data.deputies}
        rowKey={(row) => row.id}
        href={(row) => `${base}/deputies/${row.id}`}
        empty={{ title: "没有在任的本级代表", body: "先在「代表」登记本级代表和任期。" }}
      />
    </ListPage>
  );
}
