"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { choicesOf } from "@/lib/choices";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import { LinkButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { ExportButton } from "@/ui/list/export-button";
import { exportHref } from "@/ui/list/export-href";
import { FilterBar } from "@/ui/list/filter-bar";
import { voidedFilter, yearFilter } from "@/ui/list/filters";
import { ListPage } from "@/ui/list/list-page";
import { chosenYear } from "@/lib/years";
import { useUrlState } from "@/ui/list/use-url-state";
import type { MeetingRow } from "../data/views";
import { meetingKindLabels } from "../labels";
import { meetingsQuery } from "./list-query";
import { QuartersPanel } from "./quarters-panel";

function Turnout({ row: { turnout } }: { row: MeetingRow }) {
  if (turnout === null) return <Value of="missing" />;
  return <Value of={turnout.present} text={`${turnout.present}/${turnout.expected}`} />;
}

const columns: Column<MeetingRow>[] = [
  { key: "topic", title: "议题", width: 18, render: (row) => row.topic },
  { key: "occurredOn", title: "日期", sortable: true, render: (row) => row.occurredOn },
  {
    key: "kind",
    title: "类别",
    render: (row) => (
      <>
        {meetingKindLabels[row.kind]} {row.voided ? <StatusTag>已作废</StatusTag> : null}
        {row.counts ? null : (
          <span className="soft">{row.quorate === false ? "不足法定人数，不计次" : "不计次"}</span>
        )}
      </>
    ),
  },
  {
    key: "number",
    title: "会次",
    align: "number",
    sortable: true,
    wideOnly: true,
    render: (row) => <Value of={row.number ?? "missing"} />,
  },
  {
    key: "turnout",
    title: "实到/应到",
    align: "number",
    sortable: true,
    render: (row) => <Turnout row={row} />,
  },
  {
    key: "absent",
    title: "缺席",
    unit: "人",
    align: "number",
    render: (row) => <Value of={row.turnout?.absent ?? "missing"} />,
  },
  {
    key: "decisions",
    title: "议定事项",
    wideOnly: true,
    render: (row) => row.decisions ?? <Value of="missing" />,
  },
];

const quarters = choicesOf({ "1": "第一季度", "2": "第二季度", "3": "第三季度", "4": "第四季度" });

/** The presidium's meetings under the year's four quarters. */
export function MeetingList({ township, thisYear }: { township: string; thisYear: number }) {
  const may = useMay();
  const url = useUrlState();
  const trpc = useTRPC();
  const input = meetingsQuery(township, url);
  const { data } = useSuspenseQuery(trpc.presidium.list.queryOptions(input));
  const year = chosenYear(url.filters, thisYear);
  const { data: view } = useSuspenseQuery(trpc.presidium.year.queryOptions({ township, year }));
  const base = `/t/${township}/presidium`;
  const filters = [
    yearFilter(data.years),
    { key: "quarter", label: "季度", options: quarters },
    { key: "kind", label: "类别", options: choicesOf(meetingKindLabels) },
    voidedFilter,
  ];
  return (
    <ListPage
      title="主席团"
      count={data.total}
      countUnit="次"
      filters={<FilterBar search="议题、议定事项、地点" filters={filters} />}
      actions={
        <>
          <LinkButton href={`${base}/members`}>成员</LinkButton>
          <ExportButton
            href={exportHref("presidium.exportRows", { ...input, page: 1 })}
            count={data.total}
            unit="次"
          />
          {may("presidium:write") ? (
            <LinkButton href={`${base}/new`} primary shortcutNew>
              登记会议
            </LinkButton>
          ) : null}
        </>
      }
    >
      <QuartersPanel view={view} base={base} />
      <DataTable
        label="主席团会议列表"
        columns={columns}
        rows={data.rows}
        total={data.total}
        rowKey={(row) => row.id}
        href={(row) => `${base}/${row.id}`}
        empty={{ title: "还没有登记主席团会议", body: "登记第一次会议，本季度即算召开。" }}
      />
    </ListPage>
  );
}
