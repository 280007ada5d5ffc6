"use client";

import { useRouter } from "next/navigation";
import type { ComponentType } from "react";
import { dayOf } from "@/lib/dates";
import { isLate, lateAfter } from "@/lib/entry-lag";
import { type AnyKind, type Facts, titleIn } from "@/lib/records/kind";
import { useCommand } from "@/trpc/use-command";
import { useDayIn } from "@/ui/form/day-field";
import { TextField } from "@/ui/form/fields";
import { FormPage } from "@/ui/form/form-page";
import { factsFrom, RecordFields, valuesOf } from "./record-fields";
import type { FormSlots, ShownRecord } from "./slots";
import { useRecordApi } from "./use-record-api";

type Run = (input: object) => Promise<{ id: string }>;

const today = () => dayOf(new Date());

/** What is asked of a new record only; where it comes from stands open when its day is long past. */
function OfNew({ asked: Asked }: { asked: ComponentType | undefined }) {
  const day = useDayIn("occurredOn");
  return (
    <>
      {Asked === undefined ? null : <Asked />}
      <details className="form-more" open={day !== null && isLate(day, today())}>
        <summary>更多：资料出处、补录原因</summary>
        <TextField name="sourceNote" label="资料出处" max={200} hint="补录旧资料时注明文件和页码" />
        <TextField
          name="lateReason"
          label="补录原因"
          max={200}
          hint={`事后 ${lateAfter} 天以上登记的，请说明`}
        />
      </details>
    </>
  );
}

/** A new record, or with `record` the one being corrected. */
export function RecordForm(props: {
  kind: AnyKind;
  township: string;
  record: ShownRecord | null;
  slots?: FormSlots;
}) {
  const { kind, township, record, slots = {} } = props;
  const api = useRecordApi(kind);
  const router = useRouter();
  const create = useCommand(api.create.mutationOptions());
  const edit = useCommand(api.edit.mutationOptions());
  const list = `/t/${township}/${kind.path}`;
  const verb = record === null ? "登记" : "修改";

  async function submit(values: Facts) {
    const { sourceNote = null, lateReason = null } = values;
    const facts = { township, ...factsFrom(kind, values) };
    const { id } =
      record === null
        ? await (create.run as unknown as Run)({
            ...facts,
            sourceNote,
            lateReason,
            ...slots.more?.sent(values),
          })
        : await (edit.run as unknown as Run)({ ...facts, id: record.id, version: record.version });
    router.push(`${list}/${id}`);
  }

  return (
    <FormPage<Facts>
      crumbs={[{ label: kind.name, href: list }, { label: verb }]}
      title={record === null ? `登记${kind.name}` : `修改${titleIn(kind, record.facts)}`}
      intro={slots.intro}
      onSubmit={submit}
      draftKey={`${kind.type}:${record?.id ?? "new"}`}
      initialValues={valuesOf(kind, record?.facts ?? slots.initial?.(today()) ?? {})}
    >
      <RecordFields kind={kind} township={township} record={record} slots={slots.fields} />
      {record === null ? <OfNew asked={slots.more?.asked} /> : null}
    </FormPage>
  );
}
