"use client";

import { TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";

type Props = {
  title: string;
  act: string;
  intro: string;
  label?: string;
  max?: number;
  danger?: boolean;
  onClose: () => void;
  onSubmit: (reason: string) => Promise<unknown>;
};

/** A step that needs its reason and nothing else. */
export function ReasonForm({
  title,
  act,
  intro,
  label = "原因",
  max = 200,
  danger = false,
  onClose,
  onSubmit,
}: Props) {
  return (
    <FormModal<{ reason: string }>
      title={title}
      submitLabel={act}
      danger={danger}
      open
      onClose={onClose}
      intro={intro}
      onSubmit={({ reason }) => onSubmit(reason)}
    >
      <TextField name="reason" label={label} required rows={3} max={max} />
    </FormModal>
  );
}
