"use client";

import type { Day } from "@/lib/dates";
import { DueText } from "@/ui/detail/due-text";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import { type Column, DataTable } from "@/ui/list/data-table";
import type { FindingListRow } from "../data/findings";
import { findingStateLabels, findingTones } from "../labels";

type FindingTableProps = {
  base: string;
  rows: readonly FindingListRow[];
  today: Day;
  total?: number;
  /** On an activity's own page its name need not be said again. */
  withinActivity?: boolean;
};

const columnsAt = (today: Day, sortable: boolean): Column<FindingListRow>[] => [
  { key: "description", title: "问题", width: 20, render: (row) => row.description },
  { key: "topic", title: "来源", wideOnly: true, render: (row) => row.topic },
  { key: "unit", title: "整改单位", render: (row) => row.unit ?? <Value of="missing" /> },
  { key: "occurredOn", title: "发现日期", sortable, wideOnly: true, render: (row) => row.occurredOn },
  {
    key: "state",
    title: "状态",
    render: (row) => (
      <>
        <StatusTag tone={findingTones[row.state]}>{findingStateLabels[row.state]}</StatusTag>{" "}
        {row.enteredClosed ? <StatusTag tone="warn">补录已销号</StatusTag> : null}
      </>
    ),
  },
  {
    key: "dueOn",
    title: "整改期限",
    sortable,
    render: (row) =>
      row.state === "closed" ? (
        <span className="soft" style={{ whiteSpace: "nowrap" }}>
          {row.closedOn} 销号
        </span>
      ) : (
        <>
          {/* Until the unit was told there is no day for it: what is counted is the office's own time to tell it. */}
          {row.dueOn === null ? <small className="soft">通知单位：</small> : null}
          <DueText day={row.actBy} today={today} />
        </>
      ),
  },
];

export function FindingTable({ base, rows, today, total, withinActivity = false }: FindingTableProps) {
  const columns = columnsAt(today, !withinActivity).filter(
    (column) => !withinActivity || column.key !== "topic",
  );
  return (
    <DataTable
      label="问题列表"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      href={(row) => `${base}/findings/${row.id}`}
      empty={{ title: "没有问题", body: "问题在监督活动和站所评议中登记，逐个通知、整改、核实、销号。" }}
      {...(total === undefined ? {} : { total })}
    />
  );
}
