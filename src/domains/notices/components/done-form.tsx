"use client";

import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import type { ownNotice } from "../data/own";

type Values = { doneOn: Day; doneText: string };
type Props = {
  seen: { township: string; id: string; version: number };
  data: Awaited<ReturnType<typeof ownNotice>>;
  onClose: () => void;
};

export function DoneForm({ seen, data, onClose }: Props) {
  const report = useCommand(useTRPC().notices.done.mutationOptions());
  const { doneOn, doneText } = data.receipt;
  return (
    <FormModal<Values>
      title="报办理情况"
      submitLabel="上报"
      open
      onClose={onClose}
      draftKey={`notice-done:${seen.id}`}
      intro={data.notice.asked}
      initialValues={{ doneOn: doneOn ?? data.today, ...(doneText === null ? {} : { doneText }) }}
      onSubmit={(values) => report.run({ ...seen, ...values })}
    >
      <DayField
        name="doneOn"
        label="办结日期"
        required
        max={data.today}
        {...(data.notice.dueOn === null
          ? {}
          : { hint: `期限 ${data.notice.dueOn}；过了期限才上报的，按上报那天算` })}
      />
      <TextField
        name="doneText"
        label="办理情况"
        required
        rows={4}
        max={2000}
        hint="材料可以在保存后作为附件上传"
      />
    </FormModal>
  );
}
