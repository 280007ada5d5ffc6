"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import type { OwnPart } from "./own-part";

type Props = { township: string; data: OwnPart; onClose: () => void };

/** Asks the county for one visit instead of two. */
export function MergeForm({ township, data: { part, others }, onClose }: Props) {
  const request = useCommand(useTRPC().jointTasks.requestMerge.mutationOptions());
  return (
    <FormModal<{ with: string; why: string }>
      title="建议与另一项任务合并为一次"
      submitLabel="提出"
      open
      onClose={onClose}
      intro="县人大答复以前，两项任务原来的日期都不变。"
      onSubmit={(said) =>
        request.run({ township, id: part.id, version: part.version, ...said }).then(() => undefined)
      }
    >
      <ChoiceField
        name="with"
        label="与哪一项合并"
        required
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField name="why" label="理由" required rows={3} max={300} />
    </FormModal>
  );
}
