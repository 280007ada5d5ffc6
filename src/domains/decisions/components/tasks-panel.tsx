"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useMayWrite } from "@/domains/records/components/use-record-api";
import { DueText } from "@/ui/detail/due-text";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import type { Task } from "../data";
import { resolution } from "../record";
import type { TasksOf } from "./tasks-form";

const TasksForm = dynamic(() => import("./tasks-form").then((module) => module.TasksForm), { ssr: false });

const columnsOn = (today: string): readonly Column<Task>[] => [
  { key: "content", title: "任务", render: ({ content }) => content },
  { key: "responsible", title: "责任人", render: ({ responsible }) => responsible ?? <Value of="missing" /> },
  {
    key: "state",
    title: "完成",
    render: ({ dueOn, doneOn }) =>
      doneOn === null ? (
        <DueText day={dueOn} today={today} />
      ) : (
        <StatusTag tone="good">{`${doneOn} 完成`}</StatusTag>
      ),
  },
];

/** Who has to do what of a resolution, and by when. */
export function TasksPanel({ township, record }: { township: string; record: TasksOf }) {
  const [open, setOpen] = useState(false);
  const write = useMayWrite(resolution) && record.voidedAt === null;
  return (
    <Panel
      title="任务"
      extra={write ? <ActButton onClick={() => setOpen(true)}>登记任务和完成情况</ActButton> : null}
    >
      <DataTable
        label="任务列表"
        columns={columnsOn(record.today)}
        rows={record.tasks}
        rowKey={({ id }) => id}
        empty={{ title: "没有列任务", body: "决议要谁办什么、什么时候办完，一项一行列在这里。" }}
      />
      {open ? <TasksForm township={township} record={record} onClose={() => setOpen(false)} /> : null}
    </Panel>
  );
}
