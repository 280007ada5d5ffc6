"use client";

import { Modal } from "antd";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { problemOf } from "@/ui/states/problem";
import type { AccountRow } from "../data";
import type { FirstPassword } from "./first-password-note";

type Props = { account: AccountRow; onClose: () => void; onMade: (made: FirstPassword) => void };

export function ResetPassword({ account, onClose, onMade }: Props) {
  const reset = useCommand(useTRPC().accounts.resetPassword.mutationOptions(), ["accounts"]);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function confirm() {
    try {
      onMade(await reset.run({ id: account.id, version: account.version }));
      onClose();
    } catch (error) {
      setRefusal(problemOf(error).message);
    }
  }

  return (
    <Modal
      open
      title={`重置「${account.displayName}」（${account.username}）的密码？`}
      okText="重置"
      cancelText="不重置"
      confirmLoading={reset.isPending}
      onOk={() => void confirm()}
      onCancel={onClose}
    >
      <p>会生成一个新的初始密码，只显示一次；此人已登录的设备立即退出，锁定同时解除。</p>
      {refusal === null ? null : <p role="alert">{refusal}</p>}
    </Modal>
  );
}
