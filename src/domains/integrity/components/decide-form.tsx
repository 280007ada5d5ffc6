"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import type { SignalLine } from "../data/told";
import { type Decision, decisionHints, decisionLabels, decisions, signalNames } from "../labels";

const options = decisions.map((value) => ({
  value,
  label: `${decisionLabels[value]}（${decisionHints[value]}）`,
}));

type Values = { decision: Decision; reason: string };
type Props = { line: SignalLine; year: number; onClose: () => void };

export function DecideForm({ line, year, onClose }: Props) {
  const decide = useCommand(useTRPC().integrity.decide.mutationOptions());
  const { signal, subject, township, decided, text } = line;
  return (
    <FormModal<Values>
      title={`${township.name}“${signalNames[signal]}”的核查结论`}
      submitLabel="作出结论"
      open
      onClose={onClose}
      draftKey={`integrity:${line.key}`}
      intro={`${text}。提示本身不扣分；只有定为“成立”、写明理由，才按考核办法扣分。`}
      initialValues={decided === null ? {} : { decision: decided.decision, reason: decided.reason }}
      onSubmit={(values) =>
        decide.run({ ...values, year, signal, subject, of: township.code, version: decided?.version ?? null })
      }
    >
      <ChoiceField name="decision" label="结论" required options={options} />
      <TextField
        name="reason"
        label="理由"
        required
        rows={3}
        max={1000}
        hint="写明看了什么材料、问了谁，乡镇能看到"
      />
    </FormModal>
  );
}
