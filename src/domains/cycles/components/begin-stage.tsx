"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ConfirmModal } from "@/ui/form/confirm-modal";
import type { Begun } from "../rules/stages";
import { stageNames } from "../rules/stages";

type Plain = Exclude<Begun, "decided" | "published">;
export const isPlain = (stage: Begun): stage is Plain => stage !== "decided" && stage !== "published";

const meaning: Record<Plain, string> = {
  selfAssessment:
    "各乡镇逐项核对系统算出的得分：确认、说明情况或者补充依据，不能改数字。没有按时提交的按确认处理。",
  review: "自评就此结束。每个乡镇由两名评审分别打分，互相看不到对方的意见，直到两人都提交。",
  preliminary: "评审就此结束，评审人不能再改。各乡镇看到自己的初步得分，看不到别人的。",
  appeal: "从今天起五个工作日内，乡镇可以对一项指标或者一条记录提出申诉，由没有参加评审的人决定。",
  archived: "这一年考核全部办完。归档后什么都不能再改。",
};

type Props = { year: number; stage: Plain; version: number | null; onClose: () => void };

/** Asked first, as no stage is taken back. */
export function BeginStage({ year, stage, version, onClose }: Props) {
  const begin = useCommand(useTRPC().cycles.beginStage.mutationOptions());
  const name = stageNames[stage];
  return (
    <ConfirmModal
      title={`${year} 年考核进入“${name}”？`}
      okText={`进入${name}`}
      cancelText="暂不"
      pending={begin.isPending}
      onConfirm={() => begin.run({ year, stage, version })}
      onClose={onClose}
    >
      <p>{meaning[stage]}</p>
      <p className="soft">进入后不能退回上一阶段。</p>
    </ConfirmModal>
  );
}
