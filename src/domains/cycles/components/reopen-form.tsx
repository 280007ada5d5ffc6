"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import type { CycleTownship } from "./shown";

type Props = { year: number; township: CycleTownship; onClose: () => void };

export function ReopenForm({ year, township, onClose }: Props) {
  const reopen = useCommand(useTRPC().cycles.reopenSelf.mutationOptions());
  return (
    <FormModal<{ until: string; reason: string }>
      title={`退回${township.name}的自评`}
      submitLabel="退回"
      open
      onClose={onClose}
      intro="退回后乡镇可以补充，到新的截止日为止；原因乡镇能看到。"
      onSubmit={(values) => reopen.run({ year, of: township.code, ...values })}
    >
      <DayField name="until" label="新的截止日" required />
      <TextField name="reason" label="退回原因" required max={200} />
    </FormModal>
  );
}
