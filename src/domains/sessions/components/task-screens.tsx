"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useParams } from "next/navigation";
import { useState } from "react";
import { type AnyRow, columnsOf, type Screens } from "@/domains/records/components/slots";
import { useMayWrite } from "@/domains/records/components/use-record-api";
import { dayOf } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DueText } from "@/ui/detail/due-text";
import { StatusTag } from "@/ui/detail/status-tag";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { sessionTask } from "../record";

const PrepareForm = dynamic(() => import("./prepare-form").then((module) => module.PrepareForm), {
  ssr: false,
});

type Task = Pick<AnyRow, "id" | "version" | "voided"> & { doneOn: string | null; dueOn: string };

/** Ticked with today's day; by whom and on which other day it was done is said on its page. */
function Tick({ task }: { task: Task }) {
  const { township } = useParams<{ township: string }>();
  const { run } = useCommand(useTRPC().sessionTasks.step.mutationOptions());
  const { id, version } = task;
  if (!useMayWrite(sessionTask) || task.doneOn !== null || task.voided) return null;
  const tick = () => run({ township, id, version, step: "done", doneOn: dayOf(new Date()) });
  return <ActButton onClick={() => void tick()}>完成打钩</ActButton>;
}

function State({ doneOn, dueOn }: Task) {
  if (doneOn !== null) return <StatusTag tone="good">✓ 已完成</StatusTag>;
  return <DueText day={dueOn} today={dayOf(new Date())} />;
}

const columns = columnsOf<Task>([
  { key: "state", title: "状态", width: 9, render: (task) => <State {...task} /> },
  { key: "act", title: "操作", render: (task) => <Tick task={task} /> },
]);

/** How far the preparation of each session to come is; the tasks themselves stand in the list below. */
function Checklists({ township }: { township: string }) {
  const write = useMayWrite(sessionTask);
  const { data } = useSuspenseQuery(useTRPC().sessionTasks.checklists.queryOptions({ township }));
  return data.length === 0 ? null : (
    <Panel>
      {data.map(({ sessionOn, text }) => (
        <p key={sessionOn}>
          <strong>{sessionOn} 开会：</strong>
          {text}{" "}
          {write ? (
            <Link href={`/t/${township}/sessions/new?startsOn=${sessionOn}`}>登记这次会议</Link>
          ) : null}
        </p>
      ))}
    </Panel>
  );
}

function Actions({ township }: { township: string }) {
  const [asking, setAsking] = useState(false);
  if (!useMayWrite(sessionTask)) return null;
  return (
    <>
      <ActButton onClick={() => setAsking(true)}>按模板列清单</ActButton>
      {asking ? <PrepareForm township={township} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

export const taskScreens: Screens = {
  list: {
    above: Checklists,
    columns,
    actions: Actions,
    empty: {
      title: "还没有会前准备清单",
      body: "点「按模板列清单」，填开会日期，十项准备连同期限一次列好，完成一项钩一项。",
    },
  },
  form: { initial: (today) => ({ occurredOn: today }) },
};
