"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { DueText } from "@/ui/detail/due-text";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import type { noticesOfYear } from "../data/county";
import { NewNotice } from "./new-notice";
import { ImportanceTag, NoticeTag } from "./notice-tags";

type Row = Awaited<ReturnType<typeof noticesOfYear>>["rows"][number];

const of = (count: number, { sentTo, state }: Row) => (state === "draft" ? "—" : `${count} / ${sentTo}`);

const columnsOn = (today: string): Column<Row>[] => [
  {
    key: "title",
    title: "通知",
    width: 20,
    render: ({ title, importance }) => (
      <>
        {title} <ImportanceTag importance={importance} />
      </>
    ),
  },
  { key: "sentOn", title: "发出日期", width: 8, render: ({ sentOn }) => sentOn ?? "—" },
  {
    key: "due",
    title: "办理期限",
    render: ({ dueOn, waiting, state }) =>
      dueOn === null ? (
        "知悉"
      ) : (
        <DueText day={dueOn} today={today} closed={state !== "sent" || waiting === 0} />
      ),
  },
  { key: "read", title: "已读", render: (row) => of(row.read, row) },
  { key: "signed", title: "已签收", render: (row) => of(row.signed, row) },
  { key: "done", title: "已办结", render: (row) => (row.done === null ? "—" : of(row.done, row)) },
  { key: "state", title: "状态", render: ({ state }) => <NoticeTag state={state} /> },
];

/** The county's notices of a year, and how far their townships are [R93]. */
export function NoticeList({ county, currentYear }: { county: string; currentYear: number }) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().notices.year.queryOptions({ year }));
  const may = useMay()("notices:manage");
  const router = useRouter();
  const [adding, setAdding] = useState(false);
  const waiting = data.rows.filter((row) => row.waiting > 0).length;
  return (
    <ListPage
      title="通知"
      count={data.rows.length}
      countUnit="件"
      note={waiting === 0 ? "都已签收、办结" : `${waiting} 件还有乡镇没有签收或办结`}
      filters={<FilterBar filters={[]} years={yearsOffered(data.years, currentYear)} shown={currentYear} />}
      actions={
        may ? (
          <ActButton primary shortcutNew onClick={() => setAdding(true)}>
            写通知
          </ActButton>
        ) : null
      }
    >
      <p className="soft">阅读和签收按乡镇记录，不记是哪个人。</p>
      <DataTable
        label="通知列表"
        columns={columnsOn(data.today)}
        rows={data.rows}
        rowKey={({ id }) => id}
        href={({ id }) => `/c/${county}/notices/${id}`}
        empty={{ title: "还没有通知", body: "写一件通知发给乡镇，谁没读、没签收、没办结，在这里一目了然。" }}
      />
      {adding ? (
        <NewNotice
          onClose={() => setAdding(false)}
          onMade={(id) => router.push(`/c/${county}/notices/${id}`)}
        />
      ) : null}
    </ListPage>
  );
}
