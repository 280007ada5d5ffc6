"use client";

import type { ReactNode } from "react";
import { TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";

type Props = {
  title: string;
  act: string;
  label: string;
  max: number;
  intro?: string;
  children?: ReactNode;
  onClose: () => void;
  onSubmit: (words: string) => Promise<unknown>;
};

/** One text: a reason, a report, what was learned. */
export function WordsForm({ title, act, label, max, intro, children, onClose, onSubmit }: Props) {
  return (
    <FormModal<{ words: string }>
      title={title}
      submitLabel={act}
      open
      onClose={onClose}
      intro={intro}
      onSubmit={({ words }) => onSubmit(words).then(() => undefined)}
    >
      {children}
      <TextField name="words" label={label} required rows={4} max={max} />
    </FormModal>
  );
}
