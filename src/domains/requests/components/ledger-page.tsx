"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { DueText } from "@/ui/detail/due-text";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import { type Column, DataTable } from "@/ui/list/data-table";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { Panel } from "@/ui/panel";
import { yearsOffered } from "@/lib/years";
import type { Ledger } from "../data/ledger";
import { ledgerPartLabels, requestKindLabels } from "../labels";
import type { LedgerPart } from "../rules/ledger";
import { AnswerTag } from "./request-tags";
import { RequestTabs } from "./request-tabs";

type Year = Ledger["years"][number];
type Line = Ledger["lines"][number] & { key: string };

const shownParts: readonly LedgerPart[] = [
  ...(["answered", "open", "late", "receivedLate", "postponed"] as const),
  ...(["withdrawn", "solved"] as const),
];
const wrong: readonly LedgerPart[] = ["late", "receivedLate", "withdrawn"];

const only = {
  key: "only",
  label: "范围",
  options: shownParts.map((value) => ({ value, label: ledgerPartLabels[value] })),
};

/** Each number opens the lines it counts. */
const yearsIn = (base: string): Column<Year>[] => {
  const opened = (year: number, part?: LedgerPart) =>
    `${base}/requests/ledger?year=${year}${part === undefined ? "" : `&only=${part}`}`;
  return [
    { key: "year", title: "年度", render: ({ year }) => `${year} 年` },
    {
      ...{ key: "sent", title: "收到请示", align: "number", unit: "件" },
      render: ({ year, sent }) => <Link href={opened(year)}>{sent}</Link>,
    },
    ...shownParts.map((part): Column<Year> => ({
      ...{ key: part, title: ledgerPartLabels[part], align: "number", unit: "件" },
      render: (row) =>
        row[part] === 0 ? (
          0
        ) : (
          <Link href={opened(row.year, part)}>
            {wrong.includes(part) ? <StatusTag tone="bad">{String(row[part])}</StatusTag> : row[part]}
          </Link>
        ),
    })),
    {
      ...{ key: "median", title: "用时中位数", align: "number", unit: "天" },
      render: ({ medianDays }) => <Value of={medianDays ?? "none"} digits={1} />,
    },
  ];
};

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
    render: ({ answeredOn, dueOn, withdrawnOn }) =>
      answeredOn ?? (withdrawnOn === null ? <DueText day={dueOn} today={today} /> : "没有答复"),
  },
  {
    key: "days",
    title: "用时",
    align: "number",
    unit: "天",
    render: ({ days }) => days ?? <span className="soft">—</span>,
  },
  {
    key: "result",
    title: "结果",
    render: ({ result, late, receivedLate, withdrawnOn }) => (
      <span className="row">
        {withdrawnOn === null ? (
          <AnswerTag result={result} late={late} />
        ) : (
          <StatusTag tone="bad">{`乡镇于 ${withdrawnOn} 撤回，县里已逾期`}</StatusTag>
        )}
        {receivedLate && withdrawnOn === null ? <StatusTag tone="bad">收件逾期</StatusTag> : null}
      </span>
    ),
  },
];

/** How the county answers for itself: the same page for the county and for every township [R92]. */
export function LedgerPage({ base, data, act }: { base: string; data: Ledger; act?: ReactNode }) {
  const { terms, year } = data;
  const { filters } = useUrlState();
  const lines = data.lines
    .map((line, index) => ({ ...line, key: String(index) }))
    .filter(({ parts }) => !filters["only"] || parts.some((part) => part === filters["only"]));
  return (
    <ListPage
      title="县人大答复公开台账"
      tabs={<RequestTabs base={base} />}
      filters={
        <FilterBar
          filters={[only]}
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
      <Panel title="历年办理" note="逾期的照实列出，没有答复的也算；点数字看是哪几件">
        <DataTable
          label="历年办理"
          columns={yearsIn(base)}
          rows={data.years}
          rowKey={(row) => String(row.year)}
          empty={{ title: "还没有请示" }}
        />
      </Panel>
      <Panel title={`${year} 年逐件`} note={`${lines.length} 件`}>
        <DataTable
          label="逐件办理"
          columns={linesOn(data.today)}
          rows={lines}
          rowKey={({ key }) => key}
          empty={{ title: `${year} 年没有这样的请示` }}
        />
      </Panel>
    </ListPage>
  );
}
