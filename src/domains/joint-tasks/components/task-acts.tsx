"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ActButton } from "@/ui/link-button";
import type { Task } from "../data/rows";
import type { Place } from "./places";

const AskedForm = dynamic(() => import("./asked-form").then((module) => module.AskedForm), { ssr: false });

const TaskForm = dynamic(() => import("./task-form").then((module) => module.TaskForm), { ssr: false });

type Props = { county: string; task: Task; parts: readonly Place[] };

/** 撤回 of what was issued, 删除草稿 of what was not; each with its reason. */
export function TaskActs({ county, task, parts }: Props) {
  const trpc = useTRPC();
  const router = useRouter();
  const recall = useCommand(trpc.jointTasks.recall.mutationOptions());
  const discard = useCommand(trpc.jointTasks.discard.mutationOptions());
  const [asking, setAsking] = useState(false);
  const [editing, setEditing] = useState(false);
  const { id, version, title, state } = task;
  if (state === "closed" || state === "recalled") return null;
  const draft = state === "draft";
  const act = draft ? "删除草稿" : "撤回任务";
  const submit = async (reason: string) => {
    if (draft) {
      await discard.run({ id, version, reason });
      router.push(`/c/${county}/joint`);
    } else await recall.run({ id, version, reason });
  };
  return (
    <>
      {state === "reporting" ? null : <ActButton onClick={() => setEditing(true)}>修改</ActButton>}
      <ActButton danger onClick={() => setAsking(true)}>
        {act}
      </ActButton>
      {editing ? <TaskForm edited={{ task, parts }} onClose={() => setEditing(false)} /> : null}
      {asking ? (
        <AskedForm
          title={`${act}「${title}」`}
          act={act}
          intro={draft ? "乡镇还不知道这项任务。" : "乡镇会看到撤回和原因，已经提交的成果保留。"}
          whyLabel="原因"
          onClose={() => setAsking(false)}
          onSubmit={({ why }) => submit(why)}
        />
      ) : null}
    </>
  );
}
