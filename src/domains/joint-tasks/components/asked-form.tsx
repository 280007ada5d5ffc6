"use client";

import type { ReactNode } from "react";
import type { Day } from "@/lib/dates";
import { DayField } from "@/ui/form/day-field";
import { TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";

export type Said = { from: Day; until: Day; why: string; acceptWhy?: string | null };
type Props = {
  title: string;
  act: string;
  intro?: string;
  /** days are asked for as well */
  days?: { from: Day; until: Day };
  whyLabel?: string;
  optional?: boolean;
  children?: ReactNode;
  onClose: () => void;
  onSubmit: (said: Said) => Promise<unknown>;
};

/** Days and a reason, or the reason alone: what most steps of a joint task ask for. */
export function AskedForm(props: Props) {
  const { title, act, intro, days, whyLabel = "理由", optional = false, children, onClose, onSubmit } = props;
  return (
    <FormModal<Said>
      title={title}
      submitLabel={act}
      open
      onClose={onClose}
      intro={intro}
      initialValues={days ?? {}}
      onSubmit={(said) => onSubmit(said).then(() => undefined)}
    >
      {children}
      {days === undefined ? null : (
        <>
          <DayField name="from" label="第一天" required />
          <DayField name="until" label="最后一天" required />
        </>
      )}
      <TextField name="why" label={whyLabel} required={!optional} rows={3} max={300} />
    </FormModal>
  );
}

/** Of days that a township is told: conflicts refuse the form, and need a word of their own to be passed. */
export function AcceptField() {
  return (
    <TextField
      name="acceptWhy"
      label="有冲突仍这样安排的理由"
      rows={2}
      max={300}
      hint="保存时检查日程；提示有冲突又确需这样安排的才填，理由只留在县里"
    />
  );
}
