"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { GroupLists } from "@/domains/records/components/group-lists";
import { groups } from "@/lib/records/groups";
import { dayOf, yearOf } from "@/lib/dates";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { type Column, DataTable } from "@/ui/list/data-table";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import type { townshipProgress } from "../data/standards";
import { ProgressTags } from "./progress-tags";

type Row = Awaited<ReturnType<typeof townshipProgress>>["deputies"][number];

const columns: Column<Row>[] = [
  { key: "name", title: "姓名", width: 7, render: (row) => row.name },
  { key: "items", title: "履职情况", width: 24, render: (row) => <ProgressTags items={row.items} /> },
  {
    key: "met",
    title: "达标",
    width: 7,
    render: ({ missing }) => (missing === null ? "已达标" : <span className="soft">未达标</span>),
  },
];

const metFilter = {
  key: "met",
  label: "达标情况",
  options: [
    { value: "yes", label: "已达标" },
    { value: "no", label: "未达标" },
  ],
};

/** The rows that the address asks for: all deputies are at hand, as their number is told above. */
function shownOf(
  rows: readonly Row[],
  { q, filters, page, pageSize, printed }: ReturnType<typeof useUrlState>,
) {
  const found = rows.filter(
    ({ name, missing }) =>
      name.includes(q.trim()) &&
      (filters["met"] === undefined || (filters["met"] === "yes") === (missing === null)),
  );
  return { total: found.length, rows: printed ? found : found.slice((page - 1) * pageSize, page * pageSize) };
}

/** Who has done what the standard asks for; by name, because it is nobody's league. */
export function ProgressPage({ township }: { township: string }) {
  const url = useUrlState();
  const year = chosenYear(url.filters, yearOf(dayOf(new Date())));
  const { data } = useSuspenseQuery(useTRPC().standards.ofTownship.queryOptions({ township, year }));
  const base = `/t/${township}`;
  const shown = shownOf(data.deputies, url);
  return (
    <ListPage
      crumbs={[{ label: "代表", href: `${base}/deputies` }, { label: "履职达标" }]}
      tabs={<GroupLists township={township} group={groups.deputies} />}
      title="履职达标"
      count={shown.total}
      countUnit="人"
      filters={
        <FilterBar search="姓名" filters={[metFilter]} years={yearsOffered(data.years, year)} shown={year} />
      }
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
        rows={shown.rows}
        total={shown.total}
        rowKey={(row) => row.id}
        href={(row) => `${base}/deputies/${row.id}`}
        empty={{ title: "没有在任的本级代表", body: "先在「代表」登记本级代表和任期。" }}
      />
    </ListPage>
  );
}
