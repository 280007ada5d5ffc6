"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { FormModal } from "@/ui/form/form-modal";
import { NumberField, TextField } from "@/ui/form/fields";
import { lawRuleLabels, lawUnitLabels } from "../labels";
import type { AppliedRule } from "../rules/law";

type Values = { value: number; reason: string; validFrom: string };

export function LawForm({ rule, onClose }: { rule: AppliedRule; onClose: () => void }) {
  const save = useCommand(useTRPC().tenancy.overrideLaw.mutationOptions(), ["tenancy"]);
  return (
    <FormModal<Values>
      title={`调整「${lawRuleLabels[rule.key]}」`}
      open
      onClose={onClose}
      intro={`现行 ${String(rule.value)} ${lawUnitLabels[rule.unit]}(${rule.citation})。调整只影响起用日期以后产生的期限，须写明理由。`}
      onSubmit={(values) => save.run({ ruleKey: rule.key, ...values })}
      initialValues={{ value: rule.value }}
    >
      <NumberField name="value" label="本县规定" required min={0} unit={lawUnitLabels[rule.unit]} />
      <TextField name="reason" label="理由" required rows={2} max={300} />
      <DayField name="validFrom" label="起用日期" required />
    </FormModal>
  );
}
