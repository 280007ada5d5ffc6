"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { categoryLabels } from "@/domains/suggestions/labels";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import type { handedList } from "../data/handed";
import type { HandedState } from "../rules/handed";

const HandOverForm = dynamic(() => import("./handed-form").then((module) => module.HandOverForm), {
  ssr: false,
});
const VoidModal = dynamic(() => import("@/ui/form/void-modal").then((module) => module.VoidModal), {
  ssr: false,
});

type Row = Awaited<ReturnType<typeof handedList>>["rows"][number];

const states: Record<HandedState, [tone: "good" | "warn" | "bad" | "info", word: string]> = {
  late: ["bad", "逾期未反馈"],
  untaken: ["warn", "还没有接收"],
  working: ["info", "已接收，待反馈"],
  reported: ["good", "按期反馈"],
  reportedLate: ["warn", "逾期反馈"],
};

const columns: Column<Row>[] = [
  {
    key: "township",
    title: "乡镇、件号",
    width: 8,
    render: ({ townshipName, number }) => `${townshipName} 第${number}件`,
  },
  { key: "topic", title: "反映事项", width: 18, render: ({ topic }) => topic },
  {
    key: "category",
    title: "类别",
    render: ({ category }) => categoryLabels[category as keyof typeof categoryLabels],
  },
  { key: "handedOn", title: "交办日期", width: 8, render: ({ handedOn }) => handedOn },
  { key: "dueOn", title: "反馈期限", width: 8, render: ({ dueOn }) => dueOn },
  {
    key: "state",
    title: "状态",
    render: ({ state }) => <StatusTag tone={states[state][0]}>{states[state][1]}</StatusTag>,
  },
  {
    key: "reportedOn",
    title: "反馈日期",
    width: 8,
    render: ({ reportedOn }) => reportedOn ?? <Value of="none" />,
  },
  { key: "report", title: "反馈内容", width: 18, render: ({ report }) => report ?? <Value of="none" /> },
];

/** What the county handed over to its townships: which are unanswered and late, and what was reported back [R65]. */
export function HandedPage({ currentYear }: { currentYear: number }) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.petitions.handedList.queryOptions({ year }));
  const withdraw = useCommand(trpc.petitions.withdraw.mutationOptions());
  const may = useMay()("handedPetitions:manage");
  const [adding, setAdding] = useState(false);
  const [taken, setTaken] = useState<Row | null>(null);
  const { rows, townships, today } = data;
  const late = rows.filter(({ state }) => state === "late").length;
  const open = rows.filter(({ reportedOn }) => reportedOn === null).length;
  const acts: Column<Row> = {
    key: "act",
    title: "操作",
    render: (row) =>
      row.takenOn === null ? (
        <ActButton danger onClick={() => setTaken(row)}>
          撤回
        </ActButton>
      ) : null,
  };
  return (
    <ListPage
      title="信访交办"
      count={rows.length}
      countUnit="件"
      note={`${data.year} 年：未反馈 ${open} 件，其中逾期 ${late} 件`}
      filters={<FilterBar filters={[]} years={yearsOffered(data.years, currentYear)} shown={currentYear} />}
      actions={
        may ? (
          <ActButton primary shortcutNew onClick={() => setAdding(true)}>
            交办信访件
          </ActButton>
        ) : null
      }
    >
      <DataTable
        label="交办乡镇的信访件"
        columns={may ? [...columns, acts] : columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={{
          title: "还没有交办信访件",
          body: "上级转来、群众到县人大反映的，交给所在乡镇办理并按期反馈。",
        }}
      />
      {adding ? <HandOverForm townships={townships} today={today} onClose={() => setAdding(false)} /> : null}
      {taken === null ? null : (
        <VoidModal
          object={`交办${taken.townshipName}的第${taken.number}件信访`}
          consequence="乡镇还没有接收，撤回后乡镇不再看到。"
          open
          onClose={() => setTaken(null)}
          onVoid={(reason) => withdraw.run({ id: taken.id, reason })}
        />
      )}
    </ListPage>
  );
}
