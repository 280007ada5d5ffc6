"use client";

import type { ReactNode } from "react";
import { DueText } from "@/ui/detail/due-text";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import { type Column, DataTable } from "@/ui/list/data-table";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { Panel } from "@/ui/panel";
import { yearsOffered } from "@/lib/years";
import type { Ledger } from "../data/ledger";
import { requestKindLabels } from "../labels";
import { AnswerTag } from "./request-tags";
import { RequestTabs } from "./request-tabs";

type Year = Ledger["years"][number];
type Line = Ledger["lines"][number] & { key: string };

const years: Column<Year>[] = [
  { key: "year", title: "年度", render: ({ year }) => `${year} 年` },
  { key: "sent", title: "收到请示", align: "number", unit: "件", render: ({ sent }) => sent },
  { key: "answered", title: "已答复", align: "number", unit: "件", render: ({ answered }) => answered },
  {
    key: "late",
    title: "逾期答复和逾期未答",
    align: "number",
    unit: "件",
    render: ({ late }) => (late === 0 ? 0 : <StatusTag tone="bad">{String(late)}</StatusTag>),
  },
  { key: "receivedLate", title: "逾期收件", align: "number", unit: "件", render: (row) => row.receivedLate },
  { key: "postponed", title: "延期", align: "number", unit: "件", render: ({ postponed }) => postponed },
  {
    key: "median",
    title: "答复用时中位数",
    align: "number",
    unit: "天",
    render: ({ medianDays }) => <Value of={medianDays ?? "none"} digits={1} />,
  },
  { key: "solved", title: "已解决", align: "number", unit: "件", render: ({ solved }) => solved },
];

const linesOn = (today: string): Column<Line>[] => [
  { key: "kind", title: "类别", render: ({ kind }) => requestKindLabels[kind] },
  { key: "sentOn", title: "送出日期", width: 8, render: ({ sentOn }) => sentOn },
  {
    key: "due",
    title: "答复期限",
    width: 13,
    render: ({ dueOn, postponed }) => (postponed ? `${dueOn}（延期后）` : dueOn),
  },
  {
    key: "answeredOn",
    title: "答复",
    render: ({ answeredOn, dueOn }) => answeredOn ?? <DueText day={dueOn} today={today} />,
  },
  {
    key: "days",
    title: "用时",
    align: "number",
    unit: "天",
    render: ({ days }) => days ?? "—",
  },
  { key: "result", title: "结果", render: ({ result, late }) => <AnswerTag result={result} late={late} /> },
];

/** How the county answers for itself: the same page for the county and for every township [R92]. */
export function LedgerPage({ base, data, act }: { base: string; data: Ledger; act?: ReactNode }) {
  const { terms, year } = data;
  return (
    <ListPage
      title="县人大答复公开台账"
      tabs={<RequestTabs base={base} />}
      filters={
        <FilterBar
          filters={[]}
          years={yearsOffered(
            data.years.map((one) => one.year),
            year,
          )}
          shown={year}
        />
      }
      actions={act}
    >
      <p className="soft">
        县人大怎样答复乡镇的请示，全县各乡镇都能看到。只公开类别、日期和结果，不公开是哪个乡镇、请示和答复的内容。
        县人大给自己定的期限：收件 {terms.receiveDays} 个工作日，答复 {terms.answerDays} 个工作日。
      </p>
      <Panel title="历年办理" note="逾期的照实列出">
        <DataTable
          label="历年办理"
          columns={years}
          rows={data.years}
          rowKey={(row) => String(row.year)}
          empty={{ title: "还没有请示" }}
        />
      </Panel>
      <Panel title={`${year} 年逐件`}>
        <DataTable
          label="逐件办理"
          columns={linesOn(data.today)}
          rows={data.lines.map((line, index) => ({ ...line, key: String(index) }))}
          rowKey={({ key }) => key}
          empty={{ title: `${year} 年还没有请示` }}
        />
      </Panel>
    </ListPage>
  );
}
