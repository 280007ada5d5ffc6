"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { JointTabs } from "@/domains/joint-tasks/components/joint-tabs";
import { committeeLabels } from "@/domains/joint-tasks/labels";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { StatusTag } from "@/ui/detail/status-tag";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import type { requestsOfYear } from "../data/county";
import { requestKindLabels } from "../labels";

const RequestForm = dynamic(() => import("./request-form").then((module) => module.RequestForm), {
  ssr: false,
});

type Row = Awaited<ReturnType<typeof requestsOfYear>>["rows"][number];

function Standing({ row: { recalledOn, progress } }: { row: Row }) {
  if (recalledOn !== null) return <StatusTag tone="neutral">已撤回</StatusTag>;
  if (progress.late > 0) return <StatusTag tone="bad">{`${progress.late} 个乡镇逾期`}</StatusTag>;
  return progress.answered === progress.asked ? (
    <StatusTag tone="good">已报齐</StatusTag>
  ) : (
    <StatusTag tone="info">报送中</StatusTag>
  );
}

const columns: Column<Row>[] = [
  { key: "title", title: "名称", width: 18, render: ({ title }) => title },
  { key: "kind", title: "形式", render: ({ kind }) => requestKindLabels[kind] },
  { key: "committee", title: "牵头", width: 10, render: ({ committee }) => committeeLabels[committee] },
  { key: "sentOn", title: "发出", width: 8, render: ({ sentOn }) => sentOn },
  { key: "dueOn", title: "报送期限", width: 8, render: ({ dueOn }) => dueOn },
  {
    key: "progress",
    title: "已报/乡镇",
    render: ({ progress }) => `${progress.answered} / ${progress.asked}`,
  },
  { key: "state", title: "状态", render: (row) => <Standing row={row} /> },
];

/** What the county asked its townships to report in a year [R87]. */
export function RequestList({ county, currentYear }: { county: string; currentYear: number }) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().dataRequests.year.queryOptions({ year }));
  const may = useMay()("dataRequests:manage");
  const [asking, setAsking] = useState(false);
  return (
    <ListPage
      title="要数据"
      tabs={<JointTabs county={county} />}
      count={data.rows.length}
      countUnit="项"
      note="向乡镇要表格、数据、报告，先看系统里有没有；都计入基层负担台账"
      filters={<FilterBar filters={[]} years={yearsOffered(data.years, currentYear)} shown={currentYear} />}
      actions={
        may ? (
          <ActButton primary shortcutNew onClick={() => setAsking(true)}>
            向乡镇要数据
          </ActButton>
        ) : null
      }
    >
      <DataTable
        label="要数据"
        columns={columns}
        rows={data.rows}
        rowKey={({ id }) => id}
        href={({ id }) => `/c/${county}/joint/requests/${id}`}
        empty={{ title: "这一年没有向乡镇要过数据", body: "系统里已有的数据直接查看，不用再要。" }}
      />
      {asking ? <RequestForm onClose={() => setAsking(false)} /> : null}
    </ListPage>
  );
}
