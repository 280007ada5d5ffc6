"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTRPC } from "@/trpc/client";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import { type Column, DataTable } from "@/ui/list/data-table";
import { ListPage } from "@/ui/list/list-page";
import type { raisedList } from "../data/raised";
import { findingStateLabels, raisedOutcomeLabels, raisedStateLabels, raisedTones } from "../labels";

type Row = Awaited<ReturnType<typeof raisedList>>["rows"][number];

export function RaisedTag({ state, late }: Pick<Row, "state" | "late">) {
  if (state === "answered" || late === null)
    return <StatusTag tone={raisedTones[state]}>{raisedStateLabels[state]}</StatusTag>;
  return <StatusTag tone="bad">{`${raisedStateLabels[state]}，迟 ${late} 天`}</StatusTag>;
}

const columns: Column<Row>[] = [
  { key: "township", title: "乡镇", width: 7, render: ({ townshipName }) => townshipName },
  { key: "description", title: "问题", width: 18, render: ({ description }) => description.slice(0, 60) },
  { key: "ask", title: "请县人大做什么", width: 18, render: ({ ask }) => ask.slice(0, 80) },
  { key: "raisedOn", title: "上报", width: 8, render: ({ raisedOn }) => raisedOn },
  { key: "state", title: "状态", render: (row) => <RaisedTag {...row} /> },
  { key: "actBy", title: "应办", width: 8, render: ({ actBy }) => actBy ?? <Value of="none" /> },
  {
    key: "outcome",
    title: "处理",
    width: 10,
    render: ({ outcome }) => (outcome === null ? <Value of="none" /> : raisedOutcomeLabels[outcome]),
  },
  { key: "finding", title: "问题进度", render: ({ findingState }) => findingStateLabels[findingState] },
];

/** What townships raised to the county, what waits first [R31]. */
export function RaisedList({ county, tabs }: { county: string; tabs: ReactNode }) {
  const { data } = useSuspenseQuery(useTRPC().supervision.raised.queryOptions({}));
  return (
    <ListPage
      title="上报问题"
      tabs={tabs}
      count={data.rows.length}
      countUnit="个"
      note={`待接收 ${data.waiting} 个，办理中 ${data.received} 个，其中逾期 ${data.late} 个`}
    >
      <DataTable
        label="上报问题"
        columns={columns}
        rows={data.rows}
        rowKey={({ id }) => id}
        href={({ id }) => `/c/${county}/joint/raised/${id}`}
        empty={{ title: "没有乡镇上报的问题", body: "乡镇在监督问题里点“上报县人大”后，列在这里。" }}
      />
    </ListPage>
  );
}
