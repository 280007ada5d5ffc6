"use client";

import { useState } from "react";
import { dayOf } from "@/lib/dates";
import type { AnyKind, Facts } from "@/lib/records/kind";
import { askedBy, stepsOpen, stepsShown } from "@/lib/records/steps";
import { useCommand } from "@/trpc/use-command";
import { NextAction } from "@/ui/detail/next-action";
import { StepBar } from "@/ui/detail/step-bar";
import { FormModal } from "@/ui/form/form-modal";
import { factsFrom, RecordFields } from "./record-fields";
import type { ShownRecord } from "./slots";
import { useStepApi } from "./use-record-api";

type Run = (input: object) => Promise<{ id: string }>;
type Props = { kind: AnyKind; township: string; record: ShownRecord };

/** The fields of one step, none of which may be left empty, and nothing else. */
export function StepModal({
  kind,
  township,
  record,
  code,
  onClose,
}: Props & { code: string; onClose: () => void }) {
  const run = useCommand(useStepApi(kind).mutationOptions()).run as unknown as Run;
  const step = kind.steps?.[code];
  if (step === undefined) throw new Error(`${kind.type} has no step ${code}`);
  const keys = askedBy(step);
  const asked = Object.entries(kind.fields).filter(([key]) => keys.includes(key));
  const fields = Object.fromEntries(asked.map(([key, field]) => [key, { ...field, required: true }]));
  const only = { ...kind, fields };
  const { id, version } = record;
  return (
    <FormModal<Facts>
      title={step.act}
      open
      onClose={onClose}
      intro={step.hint}
      draftKey={`${kind.type}:${code}:${id}`}
      initialValues={{ [step.day]: dayOf(new Date()) }}
      onSubmit={(values) => run({ township, id, version, step: code, ...factsFrom(only, values) })}
    >
      <RecordFields kind={only} keys={keys} township={township} record={record} />
    </FormModal>
  );
}

/** How far the record is; nothing for a kind without steps. */
export function StepsTaken({ kind, record }: Omit<Props, "township">) {
  const steps = stepsShown(kind, record.facts, dayOf(new Date()));
  return steps.length === 0 ? null : <StepBar steps={steps} />;
}

/** What is to be done with the record now. @param omit steps that this record has no need of */
export function StepsNext({ omit = [], ...props }: Props & { omit?: readonly string[] }) {
  const { kind, record } = props;
  const [code, setCode] = useState<string | null>(null);
  if (kind.steps === undefined) return null;
  const needed = stepsOpen(kind, record.facts, dayOf(new Date())).filter((open) => !omit.includes(open.code));
  const [primary, ...secondary] = needed.map((open) => ({
    label: open.step.act,
    hint: open.step.hint,
    decision: open.decision,
    onClick: () => setCode(open.code),
  }));
  return (
    <>
      <NextAction primary={primary} secondary={secondary} done="各个环节都已登记。" />
      {code === null ? null : <StepModal {...props} code={code} onClose={() => setCode(null)} />}
    </>
  );
}
