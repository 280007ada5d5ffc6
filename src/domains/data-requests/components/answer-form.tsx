"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import type { ownAsk } from "../data/own";

type Data = Awaited<ReturnType<typeof ownAsk>>;
type Values = { answer?: string | null; heldKey?: string | null };
type Props = { township: string; data: Data; onClose: () => void };

/** Words, or where in the system the data is; files hang on the page. */
export function AnswerForm({ township, data, onClose }: Props) {
  const answer = useCommand(useTRPC().dataRequests.answer.mutationOptions());
  const { id, version, places } = data;
  const before = { answer: data.answer, heldKey: data.heldKey };
  return (
    <FormModal<Values>
      title={`报送「${data.request.title}」`}
      submitLabel="报送"
      open
      onClose={onClose}
      draftKey={`dataAsk:${id}`}
      intro={
        data.files === 0 ? "有文件的，先关上这里，传到页面下方的附件再报送。" : `已传附件 ${data.files} 个。`
      }
      {...(data.state === "returned" ? { initialValues: before } : {})}
      onSubmit={(said) => answer.run({ township, id, version, ...said }).then(() => undefined)}
    >
      <ChoiceField
        name="heldKey"
        label="数据已在系统中"
        options={places.map(({ key, label }) => ({ value: key, label }))}
        hint="选了台账，县人大直接去看，不用再填"
      />
      <TextField name="answer" label="报送内容" rows={5} max={4000} hint="文件在附件里的，写“见附件”" />
    </FormModal>
  );
}
