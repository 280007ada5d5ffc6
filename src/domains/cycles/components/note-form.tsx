"use client";

import { useQuery } from "@tanstack/react-query";
import { choicesOf } from "@/lib/choices";
import type { PagedType } from "@/domains/registry";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { type NoteKind, noteKindNames } from "../rules/self-assessing";
import type { OwnIndicator } from "./shown";

type Props = { township: string; year: number; indicator: OwnIndicator; onClose: () => void };
type Values = { kind: NoteKind; text?: string | null; recordId?: string | null };

export function NoteForm({ township, year, indicator: { code, name, sentence, note }, onClose }: Props) {
  const trpc = useTRPC();
  const save = useCommand(trpc.cycles.noteIndicator.mutationOptions());
  const { data: records = [] } = useQuery(
    trpc.cycles.records.queryOptions({ township, year, indicator: code }),
  );
  return (
    <FormModal<Values>
      title={`${code} ${name}`}
      submitLabel="保存"
      open
      onClose={onClose}
      draftKey={`self:${township}:${year}:${code}`}
      intro={sentence}
      initialValues={
        note === null ? {} : { kind: note.kind, text: note.text, recordId: note.record?.id ?? null }
      }
      onSubmit={({ kind, text = null, recordId = null }) => {
        const record = records.find(({ id }) => id === recordId);
        return save.run({
          ...{ township, year, indicator: code, kind, text, version: note?.version ?? null },
          recordType: (record?.type ?? null) as PagedType | null,
          recordId: record?.id ?? null,
        });
      }}
    >
      <ChoiceField name="kind" label="意见" required options={choicesOf(noteKindNames)} />
      <TextField
        name="text"
        label="说明"
        rows={4}
        max={1000}
        hint="说明情况的必须写；记录有错的请先更正记录，得分以封存时为准，由评审决定是否调整"
      />
      {records.length === 0 ? null : (
        <ChoiceField
          name="recordId"
          label="有关记录"
          options={records.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
    </FormModal>
  );
}
