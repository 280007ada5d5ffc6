"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { ActButton, LinkButton } from "@/ui/link-button";
import type { TaskKind } from "../labels";
import type { TaskState } from "../rules/progress";

const BureausForm = dynamic(() => import("./bureaus-form").then((module) => module.BureausForm), {
  ssr: false,
});

type Props = {
  county: string;
  may: boolean;
  task: { id: string; version: number; kind: TaskKind; state: TaskState; bureaus: string[] };
};

/** From a task to its report, or to what was rated. */
export function TaskLinks({ county, task, may }: Props) {
  const [naming, setNaming] = useState(false);
  const { id, kind, state } = task;
  const base = `/c/${county}/joint/${id}`;
  const open = state === "draft" || state === "issued";
  if (kind !== "rating")
    return (
      <>
        {state === "recalled" ? null : <LinkButton href={`${base}/draw`}>抽取受检单位</LinkButton>}
        {open || state === "recalled" ? null : <LinkButton href={`${base}/report`}>汇总报告</LinkButton>}
      </>
    );
  return (
    <>
      <LinkButton href={`${base}/ratings`}>评议结果</LinkButton>
      {may && open ? (
        <ActButton onClick={() => setNaming(true)}>{`被评部门（${task.bureaus.length}）`}</ActButton>
      ) : null}
      {naming ? <BureausForm task={task} onClose={() => setNaming(false)} /> : null}
    </>
  );
}
