"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { Form } from "antd";
import { type ReactNode, useState } from "react";
import { dayOf } from "@/lib/dates";
import { isLate, lateAfter } from "@/lib/entry-lag";
import { type AnyKind, type Facts, titleIn } from "@/lib/records/kind";
import { laterFields, stepsOf } from "@/lib/records/steps";
import { useCommand } from "@/trpc/use-command";
import { useDayIn } from "@/ui/form/day-field";
import { TextField } from "@/ui/form/fields";
import { FormPage } from "@/ui/form/form-page";
import { recordCrumbs } from "./record-crumbs";
import { factsFrom, RecordFields, valuesOf } from "./record-fields";
import type { FormSlots, ShownRecord } from "./slots";
import { useRecordApi } from "./use-record-api";

type Run = (input: object) => Promise<{ id: string }>;

const today = () => dayOf(new Date());

/** Part of the form that is folded away until it is opened or `open`, and then stays so. */
function Fold({ summary, open, children }: { summary: string; open: boolean; children: ReactNode }) {
  const [opened, setOpened] = useState(false);
  return (
    <details
      className="form-more"
      open={open || opened}
      onToggle={({ currentTarget }) => setOpened(currentTarget.open)}
    >
      <summary>{summary}</summary>
      {children}
    </details>
  );
}

/** Where a new record comes from; it stands open when its day is long past. */
function Origin() {
  const day = useDayIn("occurredOn");
  return (
    <Fold summary="更多：资料出处、补录原因" open={day !== null && isLate(day, today())}>
      <TextField name="sourceNote" label="资料出处" max={200} hint="补录旧资料时注明文件和页码" />
      <TextField
        name="lateReason"
        label="补录原因"
        max={200}
        hint={`事后 ${lateAfter} 天以上登记的，请说明`}
      />
    </Fold>
  );
}

/** Fields that few records need; they stand open where one of them is filled in. */
function Rare({
  keys,
  summary,
  children,
}: {
  keys: readonly string[];
  summary: string;
  children: ReactNode;
}) {
  const values = Form.useWatch<Facts | undefined>([]);
  const filled = keys.some((key) => (values?.[key] ?? null) !== null);
  return (
    <Fold summary={summary} open={filled}>
      {children}
    </Fold>
  );
}

type FormProps = { kind: AnyKind; township: string; record: ShownRecord | null; slots?: FormSlots };

/** Steps are taken on the record's page; what was done long ago is entered, and corrected, with the rest. */
function laterFolded(kind: AnyKind): FormSlots["folded"] {
  const names = stepsOf(kind).map(([, { name }]) => name);
  if (names.length === 0) return undefined;
  const summary = `已经办过的后续环节（${names.join("、")}），可以一并登记`;
  return { keys: laterFields(kind), summary, needed: () => true };
}

/** The fields of the kind, what else is asked with them, and at the end what few records need. */
function Asked({ slots = {}, ...of }: FormProps) {
  const { folded = laterFolded(of.kind), more, fields } = slots;
  const rare = folded?.keys ?? [];
  const usual = Object.keys(of.kind.fields).filter((key) => !rare.includes(key));
  const isNew = of.record === null;
  return (
    <>
      <RecordFields {...of} keys={usual} slots={fields} />
      {more === undefined ? null : <more.asked township={of.township} record={of.record} />}
      {folded?.needed(of.record) ? (
        <Rare keys={rare} summary={folded.summary}>
          <RecordFields {...of} keys={rare} slots={fields} />
        </Rare>
      ) : null}
      {isNew ? <Origin /> : null}
    </>
  );
}

/** Saves what the form holds; the record's page takes the form's place, so that the way back leads to no form that is done. */
function useSave({ kind, township, record, slots }: FormProps, list: string) {
  const api = useRecordApi(kind);
  const router = useRouter();
  const create = useCommand(api.create.mutationOptions());
  const edit = useCommand(api.edit.mutationOptions());
  return async (values: Facts) => {
    const { sourceNote = null, lateReason = null } = values;
    const facts = { township, ...factsFrom(kind, values), ...slots?.more?.sent(values, record) };
    const { id } =
      record === null
        ? await (create.run as unknown as Run)({
            ...facts,
            sourceNote,
            lateReason,
          })
        : await (edit.run as unknown as Run)({ ...facts, id: record.id, version: record.version });
    router.replace(`${list}/${id}`);
  };
}

/** A new record, or with `record` the one being corrected. */
export function RecordForm(props: FormProps) {
  const { kind, township, record, slots = {} } = props;
  const list = `/t/${township}/${kind.path}`;
  const submit = useSave(props, list);
  const asked = Object.fromEntries(useSearchParams());
  const shared = { intro: slots.intro, onSubmit: submit, draftKey: `${kind.type}:${record?.id ?? "new"}` };
  if (record === null)
    return (
      <FormPage<Facts>
        {...shared}
        crumbs={recordCrumbs(kind, township, { label: "登记" })}
        title={`登记${kind.name}`}
        initialValues={valuesOf(kind, slots.initial?.(today(), asked) ?? {})}
      >
        <Asked {...props} />
      </FormPage>
    );
  const title = titleIn(kind, record.facts, record.names);
  const here = [{ label: title, href: `${list}/${record.id}` }, { label: "修改" }];
  return (
    <FormPage<Facts>
      {...shared}
      crumbs={recordCrumbs(kind, township, ...here)}
      title={`修改${title}`}
      initialValues={valuesOf(kind, record.facts)}
    >
      <Asked {...props} />
    </FormPage>
  );
}
