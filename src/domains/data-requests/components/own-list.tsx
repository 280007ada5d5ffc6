"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { committeeLabels } from "@/domains/joint-tasks/labels";
import { GroupLists } from "@/domains/records/components/group-lists";
import { groups } from "@/lib/records/groups";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { type Column, DataTable } from "@/ui/list/data-table";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import type { ownAsks } from "../data/own";
import { requestKindLabels } from "../labels";
import { AskTag } from "./ask-tag";
import { OwnBurden } from "./own-burden";

type Row = Awaited<ReturnType<typeof ownAsks>>["rows"][number];

const columns: Column<Row>[] = [
  { key: "title", title: "名称", width: 20, render: ({ request }) => request.title },
  { key: "kind", title: "形式", render: ({ request }) => requestKindLabels[request.kind] },
  { key: "committee", title: "牵头", width: 10, render: ({ request }) => committeeLabels[request.committee] },
  { key: "dueOn", title: "报送期限", width: 8, render: ({ request }) => request.dueOn },
  { key: "state", title: "状态", render: ({ state, late }) => <AskTag state={state} late={late} /> },
];

/** What the county asked this township to report [R87]. */
export function OwnAsks({ township, currentYear }: { township: string; currentYear: number }) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().dataRequests.own.queryOptions({ township, year }));
  return (
    <ListPage
      title="数据报送"
      tabs={<GroupLists township={township} group={groups.supervision} />}
      count={data.rows.length}
      countUnit="项"
      filters={<FilterBar filters={[]} years={yearsOffered(data.years, currentYear)} shown={currentYear} />}
    >
      <DataTable
        label="数据报送"
        columns={columns}
        rows={data.rows}
        rowKey={({ id }) => id}
        href={({ id }) => `/t/${township}/data-requests/${id}`}
        empty={{ title: "县人大没有要报送的数据", body: "有要求时在这里报送，今日和日历里也会提醒。" }}
      />
      <OwnBurden township={township} year={year} />
    </ListPage>
  );
}
