"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { NumberField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";

type Values = { receiveDays: number; answerDays: number };

export function TermsForm({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC().requests;
  const { data } = useQuery(trpc.terms.queryOptions({}));
  const set = useCommand(trpc.setTerms.mutationOptions());
  if (data === undefined) return null;
  const { version, ...said } = data;
  return (
    <FormModal<Values>
      title="请示办理期限"
      submitLabel="保存"
      open
      onClose={onClose}
      intro="县人大给自己定的期限，从乡镇送出的第二个工作日起算。改了以后，新送来的请示按新的期限，已经送来的不变。"
      initialValues={said}
      onSubmit={(values) => set.run({ ...values, version }).then(() => undefined)}
    >
      <NumberField name="receiveDays" label="收件" required min={1} max={60} unit="个工作日" />
      <NumberField name="answerDays" label="答复" required min={1} max={250} unit="个工作日" />
    </FormModal>
  );
}
