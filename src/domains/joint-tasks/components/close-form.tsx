"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import type { Task } from "../data/rows";

type Props = { task: Pick<Task, "id" | "version" | "title">; onClose: () => void };

/** Closed without an issued report: why there is none. */
export function CloseForm({ task: { id, version, title }, onClose }: Props) {
  const close = useCommand(useTRPC().jointTasks.close.mutationOptions());
  return (
    <FormModal<{ noReportWhy: string }>
      title={`办结「${title}」`}
      submitLabel="办结"
      open
      onClose={onClose}
      intro="汇总报告还没有印发。建议先到“汇总报告”印发；确定不出报告的，写明理由后办结。"
      onSubmit={(said) => close.run({ id, version, ...said }).then(() => undefined)}
    >
      <TextField name="noReportWhy" label="不出报告的理由" required rows={3} max={300} />
    </FormModal>
  );
}
