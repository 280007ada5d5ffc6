"use client";

import { TextField } from "../form/fields";
import { FormModal } from "../form/form-modal";

type Props = {
  name: string;
  told: string;
  onClose: () => void;
  onReason: (reason: string) => Promise<unknown>;
};

export function RevealForm({ name, told, onClose, onReason }: Props) {
  return (
    <FormModal<{ reason: string }>
      title={`查看 ${name} 的完整电话`}
      open
      onClose={onClose}
      submitLabel="查看"
      intro={`电话属个人信息。每次查看都会记下是谁、何时、为什么，显示在${told}的经过里。`}
      onSubmit={({ reason }) => onReason(reason)}
    >
      <TextField name="reason" label="查看原因" required max={100} placeholder="如 通知参加视察" />
    </FormModal>
  );
}
