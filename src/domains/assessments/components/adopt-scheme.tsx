"use client";

import { Modal } from "antd";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { problemOf } from "@/ui/states/problem";

/** Asked first, as it cannot be taken back. */
export function AdoptScheme({ year, onClose }: { year: number; onClose: () => void }) {
  const adopt = useCommand(useTRPC().assessments.adoptDefaultScheme.mutationOptions(), [
    "assessments",
    "oversight",
  ]);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function confirm() {
    try {
      await adopt.run({ year });
      onClose();
    } catch (error) {
      setRefusal(problemOf(error).message);
    }
  }

  return (
    <Modal
      open
      title={`把默认方案定为本县 ${year} 年考核方案？`}
      okText="采用"
      cancelText="暂不采用"
      confirmLoading={adopt.isPending}
      onOk={() => void confirm()}
      onCancel={onClose}
    >
      <p>{`${year} 年各乡镇的得分和位次从此以它为准，乡镇看到的也是「本县方案」；以后默认方案再有变动，不影响这一年。`}</p>
      <p>采用后不能撤回，其他年份不受影响。</p>
      {refusal === null ? null : <p role="alert">{refusal}</p>}
    </Modal>
  );
}
