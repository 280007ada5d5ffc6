"use client";

import { categoryLabels } from "@/domains/suggestions/labels";
import { choicesOf } from "@/lib/choices";
import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { PersonSelect } from "@/ui/form/person-select";

type Values = {
  townshipId: string;
  topic: string;
  content?: string | null;
  category: keyof typeof categoryLabels;
  handedOn: Day;
  dueOn: Day;
};
type Props = { townships: { id: string; name: string }[]; today: Day; onClose: () => void };

const categories = choicesOf(categoryLabels);

/** A petition for one township, with the day by which it reports back. */
export function HandOverForm({ townships, today, onClose }: Props) {
  const hand = useCommand(useTRPC().petitions.handOver.mutationOptions());
  return (
    <FormModal<Values>
      title="交办信访件"
      submitLabel="交办"
      open
      onClose={onClose}
      draftKey="handedPetition:new"
      intro="乡镇只有主席和办公室能看到内容；其他人只看到件号和期限。不要写信访人的电话。"
      initialValues={{ handedOn: today }}
      onSubmit={({ content = null, ...values }) => hand.run({ content, ...values })}
    >
      <PersonSelect name="townshipId" label="乡镇" required options={townships} loading={false} />
      <TextField name="topic" label="反映事项" required max={120} />
      <ChoiceField name="category" label="类别" required options={categories} />
      <TextField name="content" label="具体情况" rows={4} max={5000} />
      <DayField name="handedOn" label="交办日期" required max={today} />
      <DayField name="dueOn" label="反馈期限" required />
    </FormModal>
  );
}
