"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import type { Screens } from "@/domains/records/components/slots";
import { useMayWrite } from "@/domains/records/components/use-record-api";
import { dayOf } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { StatusTag } from "@/ui/detail/status-tag";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import type { Checklist } from "../data/preparation";
import { sessionTask } from "../record";

const PrepareForm = dynamic(() => import("./prepare-form").then((module) => module.PrepareForm), {
  ssr: false,
});

type Task = Checklist["tasks"][number];

/** One task: ticked with today's day, or by whom and when it was done. */
function TaskLine({ township, task, write }: { township: string; task: Task; write: boolean }) {
  const { run } = useCommand(useTRPC().sessionTasks.step.mutationOptions());
  const { id, version, doneOn } = task;
  const tick = () => run({ township, id, version, step: "done", doneOn: dayOf(new Date()) });
  return (
    <li className="finding">
      {doneOn === null ? (
        <StatusTag tone={task.late ? "warn" : "neutral"}>{task.late ? "已过期限" : "未完成"}</StatusTag>
      ) : (
        <StatusTag tone="good">✓ 已完成</StatusTag>
      )}
      <span>
        <Link href={`/t/${township}/${sessionTask.path}/${id}`}>{task.topic}</Link>{" "}
        <span className="soft">
          {doneOn === null ? `${task.dueOn} 前` : `${doneOn} 完成`}
          {task.owner ? `，${task.owner}` : ""}
        </span>{" "}
        {write && doneOn === null ? <ActButton onClick={() => void tick()}>完成打钩</ActButton> : null}
      </span>
    </li>
  );
}

/** The checklists of sessions to come. */
function Checklists({ township }: { township: string }) {
  const { data } = useSuspenseQuery(useTRPC().sessionTasks.checklists.queryOptions({ township }));
  const write = useMayWrite(sessionTask);
  return data.map(({ sessionOn, text, tasks }) => (
    <Panel key={sessionOn} title={`${sessionOn} 开会：${text}`}>
      <ul>
        {tasks.map((task) => (
          <TaskLine key={task.id} township={township} task={task} write={write} />
        ))}
      </ul>
    </Panel>
  ));
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
    actions: Actions,
    empty: {
      title: "还没有会前准备清单",
      body: "点「按模板列清单」，填开会日期，十项准备连同期限一次列好，完成一项钩一项。",
    },
  },
  form: { initial: (today) => ({ occurredOn: today }) },
};
