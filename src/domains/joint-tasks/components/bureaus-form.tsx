"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";

type Props = { task: { id: string; version: number; bureaus: string[] }; onClose: () => void };

/** Whom the deputies rate, a line a bureau. */
export function BureausForm({ task, onClose }: Props) {
  const name = useCommand(useTRPC().jointTasks.nameBureaus.mutationOptions());
  const { id, version } = task;
  return (
    <FormModal<{ bureaus: string }>
      title="定被评部门"
      submitLabel="保存"
      open
      onClose={onClose}
      draftKey={`bureaus:${id}`}
      intro="有乡镇填了票数以后，名单不能再改。"
      initialValues={{ bureaus: task.bureaus.join("\n") }}
      onSubmit={({ bureaus }) =>
        name.run({
          id,
          version,
          bureaus: bureaus
            .split("\n")
            .map((one) => one.trim())
            .filter((one) => one !== ""),
        })
      }
    >
      <TextField name="bureaus" label="部门" required rows={8} max={4000} hint="一行一个" />
    </FormModal>
  );
}
