"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { GroupLists } from "@/domains/records/components/group-lists";
import { groups } from "@/lib/records/groups";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { StatusTag } from "@/ui/detail/status-tag";
import { type Column, DataTable } from "@/ui/list/data-table";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import type { OwnYear } from "../data/own";
import { answerLabels, kindLabels, partLabels } from "../labels";
import { GatheringTag } from "./gathering-tag";
import { OwnCommitments } from "./own-commitments";

type Row = OwnYear["rows"][number];

function Answered({ toAnswer, answer }: Row) {
  if (toAnswer) return <StatusTag tone="warn">待答复</StatusTag>;
  return answer === null ? "没有答复" : answerLabels[answer];
}

const columns: Column<Row>[] = [
  { key: "title", title: "名称", width: 18, render: ({ title }) => title },
  { key: "kind", title: "类别", width: 8, render: ({ kind }) => kindLabels[kind] },
  { key: "heldOn", title: "日期", width: 8, render: ({ heldOn }) => heldOn },
  { key: "place", title: "地点", render: ({ place }) => place ?? "没有写" },
  { key: "part", title: "身份", render: ({ part }) => partLabels[part] },
  { key: "answer", title: "答复", render: (row) => <Answered {...row} /> },
  { key: "state", title: "状态", render: ({ state }) => <GatheringTag state={state} /> },
];

/** A township's exchange: what it is invited to, and what it promised [R90][R91]. */
export function OwnExchange({ township, currentYear }: { township: string; currentYear: number }) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().symposia.own.queryOptions({ township, year }));
  const base = `/t/${township}/exchange`;
  return (
    <ListPage
      title="受邀活动和承诺"
      tabs={<GroupLists township={township} group={groups.practices} />}
      count={data.rows.length}
      countUnit="次"
      filters={<FilterBar filters={[]} years={yearsOffered(data.years, currentYear)} shown={currentYear} />}
    >
      <OwnCommitments township={township} commitments={data.commitments} today={data.today} />
      <DataTable
        label="受邀的活动"
        columns={columns}
        rows={data.rows}
        rowKey={({ id }) => id}
        href={({ id }) => `${base}/${id}`}
        empty={{
          title: `${year} 年还没有收到邀请`,
          body: "县人大邀请座谈、互访、列席会议和培训时，在这里答复。",
        }}
      />
    </ListPage>
  );
}
