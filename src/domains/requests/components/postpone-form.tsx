"use client";

import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import type { RequestView } from "../data/county";

export function PostponeForm({ data, onClose }: { data: RequestView; onClose: () => void }) {
  const postpone = useCommand(useTRPC().requests.postpone.mutationOptions());
  const { id, version, title, answerDueOn } = data.request;
  return (
    <FormModal<{ until: Day; reason: string }>
      title={`延期答复「${title}」`}
      submitLabel="延期"
      open
      onClose={onClose}
      intro={`原期限 ${answerDueOn}。只能延期一次，乡镇会看到理由，公开台账会注明延期。`}
      onSubmit={(values) => postpone.run({ ...values, id, version })}
    >
      <DayField name="until" label="延期到" required />
      <TextField name="reason" label="延期理由" required rows={3} max={300} />
    </FormModal>
  );
}
