"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { GroupLists } from "@/domains/records/components/group-lists";
import { groups } from "@/lib/records/groups";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { DaySpan } from "@/ui/detail/day-span";
import { type Column, DataTable } from "@/ui/list/data-table";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import type { ownTasks } from "../data/own";
import { committeeLabels, taskKindLabels } from "../labels";
import { PartTag } from "./states";

type Row = Awaited<ReturnType<typeof ownTasks>>["rows"][number];

const columns: Column<Row>[] = [
  { key: "title", title: "任务", width: 18, render: ({ task }) => task.title },
  { key: "kind", title: "类别", render: ({ task }) => taskKindLabels[task.kind] },
  { key: "committee", title: "牵头", render: ({ task }) => committeeLabels[task.committee] },
  {
    key: "visit",
    title: "到乡镇",
    width: 13,
    render: (row) => <DaySpan from={row.visitFrom} to={row.visitUntil} />,
  },
  { key: "due", title: "成果期限", width: 8, render: ({ task }) => task.resultDueOn },
  { key: "state", title: "状态", render: ({ state, late }) => <PartTag state={state} late={late} /> },
];

/** @property children what else the county asks of it */
type Props = { township: string; currentYear: number; children?: ReactNode };

/** What the county asks of a township in a year [R87]. */
export function OwnTasks({ township, currentYear, children }: Props) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().jointTasks.own.queryOptions({ township, year }));
  return (
    <ListPage
      title="联动任务"
      tabs={<GroupLists township={township} group={groups.supervision} />}
      count={data.rows.length}
      countUnit="项"
      filters={<FilterBar filters={[]} years={yearsOffered(data.years, currentYear)} shown={currentYear} />}
    >
      <DataTable
        label="联动任务"
        columns={columns}
        rows={data.rows}
        rowKey={({ id }) => id}
        href={({ id }) => `/t/${township}/joint/${id}`}
        empty={{ title: "县人大还没有下达联动任务", body: "下达后在这里接受、开展和提交成果。" }}
      />
      {children}
    </ListPage>
  );
}
