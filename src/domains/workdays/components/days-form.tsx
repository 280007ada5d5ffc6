"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";

type Values = { works: string; name: string; from: string; to?: string | null };

const kinds = [
  { value: "off", label: "放假" },
  { value: "works", label: "上班（调休的周末）" },
];

export function DaysForm({ onClose }: { onClose: () => void }) {
  const enter = useCommand(useTRPC().law.enterDays.mutationOptions());
  return (
    <FormModal<Values>
      title="录入放假日或上班日"
      submitLabel="录入"
      open
      onClose={onClose}
      draftKey="workdays"
      intro="保存后，凡按工作日计算的期限都按新的安排；建议已经算出的交办期限、代表测评期随之改动，并记入办理经过。"
      initialValues={{ works: "off" }}
      onSubmit={({ works, name, from, to }) =>
        enter.run({ works: works === "works", name, from, to: to ?? null })
      }
    >
      <ChoiceField name="works" label="这几天" required options={kinds} />
      <TextField name="name" label="名称" required max={20} hint="如 春节、国庆节、台风停工" />
      <DayField name="from" label="第一天" required />
      <DayField name="to" label="最后一天" hint="只有一天的不填；放假跨周末的连周末一起填" />
    </FormModal>
  );
}
