"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { OwnLiaisonTabs } from "@/domains/liaison/components/own-tabs";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { DueText } from "@/ui/detail/due-text";
import { StatusTag } from "@/ui/detail/status-tag";
import { type Column, DataTable } from "@/ui/list/data-table";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import type { ownNotices } from "../data/own";
import { ImportanceTag, ProgressTag } from "./notice-tags";

type Row = Awaited<ReturnType<typeof ownNotices>>["rows"][number];

const columnsOn = (today: string): Column<Row>[] => [
  {
    key: "title",
    title: "通知",
    width: 22,
    render: ({ title, importance, edition }) => (
      <>
        {title} <ImportanceTag importance={importance} />{" "}
        {edition > 1 ? <StatusTag tone="warn">已更正</StatusTag> : null}
      </>
    ),
  },
  { key: "number", title: "文号", width: 11, render: ({ documentNumber }) => documentNumber ?? "—" },
  { key: "sentOn", title: "发出日期", width: 8, render: ({ sentOn }) => sentOn ?? "—" },
  {
    key: "due",
    title: "办理期限",
    render: ({ dueOn, waiting }) =>
      dueOn === null ? "知悉" : <DueText day={dueOn} today={today} closed={!waiting} />,
  },
  {
    key: "state",
    title: "状态",
    render: ({ state, progress, late, toldLate, asked }) =>
      state === "recalled" ? (
        <StatusTag tone="neutral">县人大已撤回</StatusTag>
      ) : (
        <ProgressTag {...{ progress, late, toldLate }} asked={asked !== null} />
      ),
  },
];

/** What the county told this township in a year, what is unread first [R93]. */
export function OwnNotices({ township, currentYear }: { township: string; currentYear: number }) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().notices.own.queryOptions({ township, year }));
  return (
    <ListPage
      title="县人大通知"
      tabs={<OwnLiaisonTabs base={`/t/${township}`} />}
      count={data.rows.length}
      countUnit="件"
      note={data.unread === 0 ? null : `${data.unread} 件未读`}
      filters={<FilterBar filters={[]} years={yearsOffered(data.years, currentYear)} shown={currentYear} />}
    >
      <DataTable
        label="通知列表"
        columns={columnsOn(data.today)}
        rows={data.rows}
        rowKey={({ id }) => id}
        href={({ id }) => `/t/${township}/notices/${id}`}
        empty={{ title: "县人大还没有发来通知", body: "收到的通知在这里打开、签收、报办理情况。" }}
      />
    </ListPage>
  );
}
