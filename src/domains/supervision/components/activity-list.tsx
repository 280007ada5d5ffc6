"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { choicesOf } from "@/lib/choices";
import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import { LinkButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { ExportButton } from "@/ui/list/export-button";
import { exportHref } from "@/ui/list/export-href";
import { FilterBar } from "@/ui/list/filter-bar";
import { yearFilter } from "@/ui/list/filters";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import type { ActivityListRow } from "../data/activities";
import { activityKindLabels, activityStateLabels, activityStateText } from "../labels";
import { activitiesQuery } from "./list-query";

const columnsAt = (today: Day): Column<ActivityListRow>[] => [
  { key: "topic", title: "主题", width: 18, sortable: true, render: (row) => row.topic },
  { key: "occurredOn", title: "日期", sortable: true, render: (row) => row.occurredOn },
  { key: "kind", title: "类别", sortable: true, render: (row) => activityKindLabels[row.kind] },
  {
    key: "units",
    title: "受检单位",
    wideOnly: true,
    render: (row) => row.units ?? <Value of="none" />,
  },
  {
    key: "deputies",
    title: "参加代表",
    unit: "人",
    align: "number",
    wideOnly: true,
    render: (row) => <Value of={row.deputies} />,
  },
  {
    key: "findings",
    title: "发现问题",
    unit: "个",
    align: "number",
    sortable: true,
    render: (row) => (row.noFindings ? <Value of="none" /> : <Value of={row.findings} />),
  },
  {
    key: "openFindings",
    title: "未销号",
    unit: "个",
    align: "number",
    render: (row) => <Value of={row.openFindings} />,
  },
  {
    key: "state",
    title: "状态",
    render: (row) => {
      const { tone, text } = activityStateText(row, today);
      return (
        <>
          <StatusTag tone={tone}>{text}</StatusTag>{" "}
          {row.enteredClosed ? <StatusTag tone="warn">补录已办结</StatusTag> : null}
        </>
      );
    },
  },
];

/** Visits and inspections of the year, each with what it found. */
export function ActivityList({ township }: { township: string }) {
  const may = useMay();
  const trpc = useTRPC();
  const input = activitiesQuery(township, useUrlState());
  const { data } = useSuspenseQuery(trpc.supervision.list.queryOptions(input));
  const base = `/t/${township}/supervision`;
  const filters = [
    yearFilter(data.years),
    { key: "kind", label: "类别", options: choicesOf(activityKindLabels) },
    { key: "state", label: "状态", options: choicesOf(activityStateLabels) },
  ];
  return (
    <ListPage
      title="监督"
      count={data.total}
      countUnit="次"
      filters={<FilterBar search="主题、法律、地点、带队人" filters={filters} />}
      actions={
        <>
          <LinkButton href={`${base}/findings`}>问题清单</LinkButton>
          <ExportButton
            href={exportHref("supervision.exportRows", { ...input, page: 1 })}
            count={data.total}
            unit="次"
          />
          {may("supervision:write") ? (
            <LinkButton href={`${base}/new`} primary shortcutNew>
              登记活动
            </LinkButton>
          ) : null}
        </>
      }
    >
      <DataTable
        label="监督活动列表"
        columns={columnsAt(data.today)}
        rows={data.rows}
        total={data.total}
        rowKey={(row) => row.id}
        href={(row) => `${base}/${row.id}`}
        empty={{ title: "没有监督活动", body: "登记一次视察或执法检查，问题清单和代表履职档案随之生成。" }}
      />
    </ListPage>
  );
}
