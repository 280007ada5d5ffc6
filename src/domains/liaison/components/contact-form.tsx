"use client";

import { choicesOf } from "@/lib/choices";
import type { Day } from "@/lib/dates";
import { DayField } from "@/ui/form/day-field";
import { ChoiceField, TextField, TickField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { RecordSelect } from "@/ui/form/person-select";
import { type Way, wayLabels } from "../labels";

export type ContactValues = {
  townshipId?: string;
  occurredOn: Day;
  way: Way;
  countyPerson: string;
  townshipPerson?: string | null;
  subject: string;
  result?: string | null;
  sure?: boolean;
};

type Props = {
  today: Day;
  /** the county says with which township */
  townships?: readonly { id: string; name: string }[];
  chosen?: string | undefined;
  onClose: () => void;
  onSubmit: (values: ContactValues) => Promise<unknown>;
};

/** They were in touch: both sides may write it down, each contact once [R95]. */
export function ContactForm({ today, townships, chosen, onClose, onSubmit }: Props) {
  return (
    <FormModal<ContactValues>
      title="登记联系"
      submitLabel="登记"
      open
      onClose={onClose}
      draftKey="liaison-contact"
      intro="县人大和乡镇都可以登记，同一次联系登记一次就行。"
      initialValues={{ occurredOn: today, ...(chosen === undefined ? {} : { townshipId: chosen }) }}
      onSubmit={onSubmit}
    >
      {townships === undefined ? null : (
        <RecordSelect
          name="townshipId"
          label="乡镇"
          required
          options={townships}
          setUp={{ what: "乡镇", href: "/" }}
        />
      )}
      <DayField name="occurredOn" label="日期" required max={today} />
      <ChoiceField name="way" label="方式" required options={choicesOf(wayLabels)} />
      <TextField name="subject" label="事由" required max={200} />
      <TextField name="countyPerson" label="县人大是谁" required max={60} hint="如 代表工委，或姓名职务" />
      <TextField name="townshipPerson" label="乡镇是谁" max={60} hint="如 人大主席" />
      <TextField name="result" label="结果" rows={3} max={1000} />
      <TickField name="sure" label="不是同一次" hint="当天已有同一方式的联系时才要勾选" />
    </FormModal>
  );
}
