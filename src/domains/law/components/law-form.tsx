"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { FormModal } from "@/ui/form/form-modal";
import { ChoiceField, NumberField, TextField } from "@/ui/form/fields";
import { isYesNo, lawRuleLabels, lawUnit, lawValueText } from "@/domains/tenancy/labels";
import type { AppliedRule } from "@/domains/tenancy/rules/law";

/** A yes/no rule comes from the form as the text of its number. */
type Values = { value: number | string; reason: string; validFrom: string };

const yesNo = [
  { value: "1", label: "是" },
  { value: "0", label: "否" },
];

export function LawForm({ rule, onClose }: { rule: AppliedRule; onClose: () => void }) {
  const save = useCommand(useTRPC().law.override.mutationOptions());
  return (
    <FormModal<Values>
      title={`调整「${lawRuleLabels[rule.key]}」`}
      open
      onClose={onClose}
      intro={`现行：${lawValueText(rule, rule.value)}（${rule.citation}）。起用日期当日及以后的会议、交办、答复都按新规定，已算出的期限随之改动并记入办理经过；此前的不变。须写明理由。`}
      onSubmit={(values) => save.run({ ruleKey: rule.key, ...values, value: Number(values.value) })}
      initialValues={{ value: isYesNo(rule.key) ? String(rule.value) : rule.value }}
    >
      {isYesNo(rule.key) ? (
        <ChoiceField name="value" label="本县规定" required options={yesNo} />
      ) : (
        <NumberField
          name="value"
          label="本县规定"
          required
          min={0}
          unit={lawUnit(rule)}
          {...(rule.unit === "percent" ? { hint: "67 即三分之二" } : {})}
        />
      )}
      <TextField name="reason" label="理由" required rows={2} max={300} />
      <DayField name="validFrom" label="起用日期" required />
    </FormModal>
  );
}
