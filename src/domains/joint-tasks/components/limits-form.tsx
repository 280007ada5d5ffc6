"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { NumberField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import type { SetUp } from "./set-up";

type Values = { townshipPerYear: number; gapDays: number; unitPerYear: number; papersPerYear: number };

export function LimitsForm({ limits, onClose }: { limits: SetUp["limits"]; onClose: () => void }) {
  const set = useCommand(useTRPC().jointTasks.setLimits.mutationOptions());
  const { version, ...said } = limits;
  return (
    <FormModal<Values>
      title="检查频次上限"
      submitLabel="保存"
      open
      onClose={onClose}
      intro="改了以后，还没下发的任务按新的上限检查冲突；已经下发的不动。"
      initialValues={said}
      onSubmit={(values) => set.run({ ...values, version }).then(() => undefined)}
    >
      <NumberField name="townshipPerYear" label="一个乡镇一年最多" required min={1} max={365} unit="次" />
      <NumberField name="gapDays" label="同一乡镇两次之间至少相隔" required min={0} max={365} unit="天" />
      <NumberField name="unitPerYear" label="一个单位一年最多" required min={1} max={365} unit="次" />
      <NumberField
        name="papersPerYear"
        label="向一个乡镇要表格、报告一年最多"
        required
        min={1}
        max={1000}
        unit="份"
      />
    </FormModal>
  );
}
