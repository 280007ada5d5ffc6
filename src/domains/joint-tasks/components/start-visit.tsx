"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ConfirmModal } from "@/ui/form/confirm-modal";
import type { Row } from "./part-columns";

/** What a township has been told cannot be taken back: no single click tells it of an unannounced visit. */
export function StartVisit({ row, onClose }: { row: Row; onClose: () => void }) {
  const start = useCommand(useTRPC().jointTasks.start.mutationOptions());
  const { id, version, townshipName } = row;
  return (
    <ConfirmModal
      title={`开始到${townshipName}的暗访？`}
      okText="开始暗访"
      cancelText="先不开始"
      pending={start.isPending}
      onConfirm={() => start.run({ id, version })}
      onClose={onClose}
    >
      开始以后，{townshipName}马上就能看到这次暗访，不能再收回。请在到达现场后再开始。
    </ConfirmModal>
  );
}
