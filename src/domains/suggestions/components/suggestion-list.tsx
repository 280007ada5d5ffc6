"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { GroupLists } from "@/domains/records/components/group-lists";
import { groups } from "@/lib/records/groups";
import { choicesNamed, choicesOf } from "@/lib/choices";
import { overdueFilter, yearChoices } from "@/ui/list/filters";
import { yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { DueText } from "@/ui/detail/due-text";
import { StatusTag } from "@/ui/detail/status-tag";
import { LinkButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { ExportButton } from "@/ui/list/export-button";
import { exportHref } from "@/ui/list/export-href";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import type { SuggestionListRow } from "../data/suggestions";
import { categoryLabels, kindLabels, stateLabels, stateTones } from "../labels";
import { EntryMark } from "./state-tag";
import { allYears, registered, registerQuery, thisYear } from "./list-query";

/** What nobody has to act on has no deadline; a dash is not a gap. */
const hasNoTerm = (row: SuggestionListRow) => row.dueOn === null;

const columnsOn = (today: string): Column<SuggestionListRow>[] => [
  {
    key: "title",
    title: "标题",
    sortable: true,
    render: (row) => (
      <>
        {row.kind === "bill" ? <StatusTag tone="info">{kindLabels.bill}</StatusTag> : null} {row.title}
      </>
    ),
  },
  { key: "number", title: "编号", width: 6, sortable: true, render: (row) => `${row.year}-${row.number}` },
  {
    key: "leadDeputy",
    title: "领衔代表",
    width: 9,
    render: (row) => (
      <>
        {row.leadDeputy ?? <span className="value value-absent">未录</span>}
        {row.cosigners > 0 ? <small className="soft"> 等 {row.cosigners + 1} 人</small> : null}
      </>
    ),
  },
  {
    key: "leadUnit",
    title: "主办单位",
    width: 12,
    render: (row) => row.leadUnit ?? <span className="soft">未交办</span>,
  },
  { key: "category", title: "类别", width: 6, wideOnly: true, render: (row) => categoryLabels[row.category] },
  {
    key: "state",
    title: "状态",
    width: 7,
    sortable: true,
    render: (row) => (
      <>
        <StatusTag tone={stateTones[row.state]}>{stateLabels[row.state]}</StatusTag> <EntryMark entry={row} />
      </>
    ),
  },
  {
    key: "dueOn",
    title: "期限",
    width: 8,
    sortable: true,
    render: (row) =>
      hasNoTerm(row) ? <span className="soft">—</span> : <DueText day={row.dueOn} today={today} />,
  },
];

const yearChoicesWith = (years: readonly number[], year: number | null) => [
  ...yearChoices(yearsOffered(years, year ?? thisYear())),
  { value: allYears, label: "所有年度" },
];
/** In the register: neither drafts nor what was returned or merged. */
const states = [{ value: registered, label: "全部在册" }, ...choicesOf(stateLabels)];

function useFilters(township: string, years: readonly number[], year: number | null) {
  const { data: units } = useSuspenseQuery(useTRPC().units.options.queryOptions({ township }));
  const preset = year === null ? allYears : String(thisYear());
  return [
    { key: "year", label: "年度", options: yearChoicesWith(years, year), preset },
    { key: "state", label: "状态", options: states },
    { key: "category", label: "类别", options: choicesOf(categoryLabels) },
    { key: "unitId", label: "承办单位", options: choicesNamed(units) },
    overdueFilter,
  ];
}

/** The township's suggestions of a year; state, unit, term and words narrow it, and the file holds what is shown. */
export function SuggestionList({ township }: { township: string }) {
  const state = useUrlState();
  const may = useMay();
  const base = `/t/${township}/suggestions`;
  const input = registerQuery(township, state);
  const { data } = useSuspenseQuery(useTRPC().suggestions.list.queryOptions(input));
  const filters = useFilters(township, data.years, input.year);
  const writes = may("suggestions:write");
  const yearText = input.year === null ? "所有年度" : `${input.year} 年`;
  return (
    <ListPage
      tabs={<GroupLists township={township} group={groups.suggestions} />}
      title="建议"
      count={data.total}
      countUnit="件"
      note={yearText}
      filters={<FilterBar search="标题、内容、代表、编号" filters={filters} />}
      actions={
        <>
          <ExportButton href={exportHref("suggestions.exportRows", input)} count={data.total} unit="件" />
          {writes ? <LinkButton href={`${base}/closed`}>补录已办结</LinkButton> : null}
          {writes ? <LinkButton href={`${base}/import`}>从 Excel 导入</LinkButton> : null}
          {writes ? (
            <LinkButton href={`${base}/new`} primary shortcutNew>
              登记建议
            </LinkButton>
          ) : null}
        </>
      }
    >
      <DataTable
        label="建议列表"
        columns={columnsOn(data.today)}
        rows={data.rows}
        total={data.total}
        rowKey={(row) => row.id}
        href={(row) => `${base}/${row.id}`}
        empty={{
          title: input.overdue ? "没有逾期的建议" : `${yearText}还没有建议`,
          body: "登记第一件，台账、期限和指标随之生成；已有台账的可以从 Excel 导入。",
        }}
      />
    </ListPage>
  );
}
