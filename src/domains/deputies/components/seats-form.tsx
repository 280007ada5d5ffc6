"use client";

import { choicesOf } from "@/lib/choices";
import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { ChoiceField, NumberField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { levelLabels } from "../labels";
import { type Level, levels } from "../rules/roster";

type Values = { level: Level; termName: string; seats: number; startsOn: Day };

const levelChoices = choicesOf(levelLabels, [...levels].reverse());

export function SeatsForm({
  township,
  today,
  onClose,
}: {
  township: string;
  today: Day;
  onClose: () => void;
}) {
  const { run } = useCommand(useTRPC().deputies.setSeats.mutationOptions());
  return (
    <FormModal<Values>
      title="登记代表名额"
      open
      onClose={onClose}
      intro="名额按届确定。新名额从起始日期起生效，原名额到前一天为止；同一起始日期再录一次即为修改。"
      initialValues={{ level: "township", startsOn: today }}
      onSubmit={(values) => run({ township, ...values })}
    >
      <ChoiceField name="level" label="级别" required options={levelChoices} />
      <div className="form-pair">
        <TextField name="termName" label="届次" required max={40} placeholder="第十九届" />
        <NumberField
          name="seats"
          label="名额"
          required
          unit="名"
          max={3000}
          hint="乡镇名额基数45名，每1500人增加1名，总数不超过160名（选举法第12条）"
        />
      </div>
      <DayField name="startsOn" label="起始日期" required />
    </FormModal>
  );
}
