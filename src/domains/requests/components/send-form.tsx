"use client";

import { choicesOf } from "@/lib/choices";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { type RequestKind, requestKindLabels } from "../labels";

type Values = { kind: RequestKind; title: string; content: string };
type Props = { township: string; onClose: () => void; onMade: (id: string) => void };

export function SendForm({ township, onClose, onMade }: Props) {
  const send = useCommand(useTRPC().requests.send.mutationOptions());
  return (
    <FormModal<Values>
      title="向县人大请示"
      submitLabel="送出"
      open
      onClose={onClose}
      draftKey="request"
      intro="送出后县人大按期限收件、答复；材料可以在送出后作为附件上传。县人大收件前可以撤回。"
      onSubmit={async (values) => onMade((await send.run({ ...values, township })).id)}
    >
      <ChoiceField name="kind" label="类别" required options={choicesOf(requestKindLabels)} />
      <TextField name="title" label="请示事项" required max={100} hint="一句话说清要县人大帮助什么" />
      <TextField name="content" label="具体情况" required rows={6} max={4000} hint="现状、困难、建议怎么办" />
    </FormModal>
  );
}
