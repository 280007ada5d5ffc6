"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { OwnLiaisonTabs } from "@/domains/liaison/components/own-tabs";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { DueText } from "@/ui/detail/due-text";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import type { ownRequests } from "../data/own";
import { requestKindLabels } from "../labels";
import { AnswerTag, RequestTag } from "./request-tags";

const SendForm = dynamic(() => import("./send-form").then((module) => module.SendForm), { ssr: false });

type Row = Awaited<ReturnType<typeof ownRequests>>["rows"][number];

const columnsOn = (today: string): Column<Row>[] => [
  { key: "title", title: "请示事项", width: 20, render: ({ title }) => title },
  { key: "kind", title: "类别", render: ({ kind }) => requestKindLabels[kind] },
  { key: "sentOn", title: "送出日期", width: 8, render: ({ sentOn }) => sentOn },
  {
    key: "due",
    title: "县人大应答复",
    render: ({ dueOn, answerDueOn }) => <DueText day={answerDueOn} today={today} closed={dueOn === null} />,
  },
  { key: "state", title: "状态", render: ({ state, late }) => <RequestTag state={state} late={late} /> },
  { key: "result", title: "答复", render: ({ result, late }) => <AnswerTag result={result} late={late} /> },
];

/** What this township asked of the county, and how it was answered [R92]. */
export function OwnRequests({ township, currentYear }: { township: string; currentYear: number }) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().requests.own.queryOptions({ township, year }));
  const may = useMay()("requests:write");
  const router = useRouter();
  const [adding, setAdding] = useState(false);
  return (
    <ListPage
      title="请示"
      tabs={<OwnLiaisonTabs base={`/t/${township}`} />}
      count={data.rows.length}
      countUnit="件"
      filters={<FilterBar filters={[]} years={yearsOffered(data.years, currentYear)} shown={currentYear} />}
      actions={
        may ? (
          <ActButton primary shortcutNew onClick={() => setAdding(true)}>
            送请示
          </ActButton>
        ) : null
      }
    >
      <DataTable
        label="请示列表"
        columns={columnsOn(data.today)}
        rows={data.rows}
        rowKey={({ id }) => id}
        href={({ id }) => `/t/${township}/requests/${id}`}
        empty={{
          title: "还没有向县人大请示",
          body: "经费、编制、办公条件、业务指导、部门协调有困难的，送一件请示，县人大按期限答复。",
        }}
      />
      {adding ? (
        <SendForm
          township={township}
          onClose={() => setAdding(false)}
          onMade={(id) => router.push(`/t/${township}/requests/${id}`)}
        />
      ) : null}
    </ListPage>
  );
}
