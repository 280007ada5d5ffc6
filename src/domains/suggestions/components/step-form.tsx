"use client";

import type { ReactNode } from "react";
import type { Day } from "@/lib/dates";
import { DayField } from "@/ui/form/day-field";
import { FormModal } from "@/ui/form/form-modal";
import type { ActionKey } from "../rules/next-actions";
import { actionLabels } from "../labels";
import type { SuggestionDetail } from "./detail-type";

export type StepProps = { township: string; suggestion: SuggestionDetail; onClose: () => void };

export const keyOf = ({ township, suggestion }: StepProps) => ({
  township,
  id: suggestion.id,
  version: suggestion.version,
});

export const signersOf = (suggestion: SuggestionDetail) =>
  suggestion.signers.map(({ deputyId, name, pinyin, initials, role }) => ({
    id: deputyId,
    name,
    pinyin,
    initials,
    hint: role === "lead" ? "领衔" : "附议",
  }));

export const leadOf = (suggestion: SuggestionDetail): string | undefined =>
  suggestion.signers.find((signer) => signer.role === "lead")?.deputyId;

type StepFormProps<Values extends { occurredOn: Day }> = StepProps & {
  action: ActionKey;
  title?: string;
  /** the event's day: 答复日期 … */
  dayLabel: string;
  intro?: ReactNode;
  initialValues?: Partial<Values>;
  submitLabel?: string;
  onSubmit: (values: Values) => Promise<unknown>;
  children?: ReactNode;
};

/** A step's dialog: its own day first, no later than today, then what it needs. */
export function StepForm<Values extends { occurredOn: Day }>(props: StepFormProps<Values>) {
  const {
    suggestion,
    action,
    title,
    dayLabel,
    intro,
    initialValues,
    submitLabel,
    onSubmit,
    onClose,
    children,
  } = props;
  return (
    <FormModal<Values>
      title={`${title ?? actionLabels[action]}「${suggestion.title}」`}
      open
      onClose={onClose}
      draftKey={`suggestion:${action}:${suggestion.id}`}
      submitLabel={submitLabel ?? actionLabels[action]}
      {...(intro === undefined ? {} : { intro })}
      initialValues={{ occurredOn: suggestion.today, ...initialValues } as Partial<Values>}
      onSubmit={onSubmit}
    >
      <DayField
        name="occurredOn"
        label={dayLabel}
        required
        min={suggestion.receivedOn}
        max={suggestion.today}
        hint="填实际发生的日期；事后补录的也填当天"
      />
      {children}
    </FormModal>
  );
}
