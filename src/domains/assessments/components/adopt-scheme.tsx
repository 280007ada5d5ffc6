"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ConfirmModal } from "@/ui/form/confirm-modal";

/** Asked first, as it cannot be taken back. */
export function AdoptScheme({ year, onClose }: { year: number; onClose: () => void }) {
  const adopt = useCommand(useTRPC().assessments.adoptDefaultScheme.mutationOptions());
  return (
    <ConfirmModal
      title={`把默认方案定为本县 ${year} 年考核方案？`}
      okText="采用"
      cancelText="暂不采用"
      pending={adopt.isPending}
      onConfirm={() => adopt.run({ year })}
      onClose={onClose}
    >
      <p>{`${year} 年各乡镇的得分和位次从此以它为准，乡镇看到的也是「本县方案」；以后默认方案再有变动，不影响这一年。`}</p>
      <p>采用后不能撤回，其他年份不受影响。</p>
    </ConfirmModal>
  );
}
