"use client";

import { choicesOf } from "@/lib/choices";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import type { RequestView } from "../data/county";
import { type RequestResult, resultLabels } from "../labels";

type Values = { result: RequestResult; answerText: string; passedTo?: string | null };

export function AnswerForm({ data, onClose }: { data: RequestView; onClose: () => void }) {
  const answer = useCommand(useTRPC().requests.answer.mutationOptions());
  const { id, version, title } = data.request;
  return (
    <FormModal<Values>
      title={`答复「${title}」`}
      submitLabel="答复"
      open
      onClose={onClose}
      draftKey={`answer:${id}`}
      intro="答复内容只有这个乡镇看得到；类别、用了几天、结果会列入公开台账，各乡镇都能看到。"
      onSubmit={(values) => answer.run({ ...values, id, version })}
    >
      <ChoiceField name="result" label="结果" required options={choicesOf(resultLabels)} />
      <TextField name="answerText" label="答复" required rows={5} max={4000} />
      <TextField name="passedTo" label="转给" max={60} hint="转有关单位办的填，如 县财政局" />
    </FormModal>
  );
}
