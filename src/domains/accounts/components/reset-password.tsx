"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ConfirmModal } from "@/ui/form/confirm-modal";
import type { AccountRow } from "../data";
import type { FirstPassword } from "./first-password-note";

type Props = { account: AccountRow; onClose: () => void; onMade: (made: FirstPassword) => void };

export function ResetPassword({ account, onClose, onMade }: Props) {
  const reset = useCommand(useTRPC().accounts.resetPassword.mutationOptions());
  return (
    <ConfirmModal
      title={`重置「${account.displayName}」（${account.username}）的密码？`}
      okText="重置"
      cancelText="不重置"
      pending={reset.isPending}
      onConfirm={async () => onMade(await reset.run({ id: account.id, version: account.version }))}
      onClose={onClose}
    >
      <p>会生成一个新的初始密码，只显示一次；此人已登录的设备立即退出，锁定同时解除。</p>
    </ConfirmModal>
  );
}
