"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { NumberField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import type { TermRow } from "../data/terms";

type Values = { number: number; startsOn: string; endsOn?: string | null };

export function TermForm(props: { township: string; term: TermRow | null; onClose: () => void }) {
  const { township, term, onClose } = props;
  const trpc = useTRPC();
  const create = useCommand(trpc.sessions.createTerm.mutationOptions());
  const edit = useCommand(trpc.sessions.editTerm.mutationOptions());
  const submit = (values: Values) =>
    term === null
      ? create.run({ township, ...values })
      : edit.run({ township, id: term.id, version: term.version, ...values });
  return (
    <FormModal<Values>
      title={term === null ? "登记届次" : `修改${term.name}`}
      open
      onClose={onClose}
      onSubmit={submit}
      initialValues={
        term === null ? {} : { number: term.number, startsOn: term.startsOn, endsOn: term.endsOn }
      }
    >
      <NumberField name="number" label="届次" unit="届" required min={1} max={99} hint="填 19 或 第十九届" />
      <DayField name="startsOn" label="起始日期" required hint="本届首次会议召开之日" />
      <DayField name="endsOn" label="届满日期" hint="未届满的可不填；任期五年（地方组织法第9条）" />
    </FormModal>
  );
}
