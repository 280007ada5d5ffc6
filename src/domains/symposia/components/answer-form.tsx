"use client";

import { choicesOf } from "@/lib/choices";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import type { OwnInvitation } from "../data/own";
import { type Answer, answerLabels } from "../labels";

type Values = { answer: Answer; name?: string | null; why?: string | null };
type Props = { township: string; data: OwnInvitation; onClose: () => void };

/** Whether somebody comes, and who; it may be changed until the day. */
export function AnswerForm({ township, data, onClose }: Props) {
  const answer = useCommand(useTRPC().symposia.answer.mutationOptions());
  const { invitation, gathering } = data;
  const { id, version } = invitation;
  return (
    <FormModal<Values>
      title={`答复「${gathering.title}」的邀请`}
      submitLabel="答复"
      open
      onClose={onClose}
      initialValues={
        invitation.answer === null
          ? {}
          : { answer: invitation.answer, name: invitation.answerName, why: invitation.answerWhy }
      }
      onSubmit={(values) => answer.run({ township, id, version, ...values }).then(() => undefined)}
    >
      <ChoiceField name="answer" label="答复" required options={choicesOf(answerLabels)} />
      <TextField name="name" label="参加人" max={60} hint="派人参加的，写明姓名和职务" />
      <TextField name="why" label="说明" rows={2} max={300} hint="不能参加的，写明原因" />
    </FormModal>
  );
}
