"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { usePlannedWork } from "@/domains/plans/components/planned-work";
import { dayOf } from "@/lib/dates";
import { type AnyKind, type Facts, titleIn } from "@/lib/records/kind";
import { plannedFacts } from "@/lib/records/planned";
import { useCommand } from "@/trpc/use-command";
import { FormPage } from "@/ui/form/form-page";
import { Asked } from "./record-asked";
import { recordCrumbs } from "./record-crumbs";
import { factsFrom, valuesOf } from "./record-fields";
import type { FormSlots, ShownRecord } from "./slots";
import { useRecordApi } from "./use-record-api";

type Run = (input: object) => Promise<{ id: string }>;

const today = () => dayOf(new Date());

/** What 记一笔 does otherwise: few fields first, and it stays where it is once a record is saved. */
export type Quick = { crumbs: readonly { label: string; href?: string }[]; onSaved: (id: string) => void };

type FormProps = {
  kind: AnyKind;
  township: string;
  record: ShownRecord | null;
  slots?: FormSlots;
  quick?: Quick;
};

/**
 * Saves what the form holds. The record's page takes the form's place, so that the way back leads to no form that is done;
 * what 记一笔 leaves out, a township's units and stations, is told one after another here.
 */
function useSave({ kind, township, record, slots, quick }: FormProps) {
  const api = useRecordApi(kind);
  const create = useCommand(api.create.mutationOptions());
  const edit = useCommand(api.edit.mutationOptions());
  const planned = usePlannedWork(township);
  const router = useRouter();
  const onSaved = quick?.onSaved ?? ((id: string) => router.replace(`/t/${township}/${kind.path}/${id}`));
  const save = async (values: Facts) => {
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
    if (record === null) await planned?.linkTo(kind.type, id);
    return id;
  };
  return {
    submit: async (values: Facts) => onSaved(await save(values)),
    again: kind.register ? { label: `保存并再登记一${kind.unit}`, onSubmit: save } : undefined,
  };
}

/** A new record, or with `record` the one being corrected. */
export function RecordForm(props: FormProps) {
  const { kind, township, record, slots = {}, quick } = props;
  const list = `/t/${township}/${kind.path}`;
  const { submit, again } = useSave(props);
  const asked = Object.fromEntries(useSearchParams());
  const planned = usePlannedWork(township);
  const shared = { intro: slots.intro, onSubmit: submit, draftKey: `${kind.type}:${record?.id ?? "new"}` };
  if (record === null) {
    const usual = slots.initial?.(today(), asked) ?? {};
    const told = planned === null ? {} : plannedFacts(kind, planned.item, usual, today());
    return (
      <FormPage<Facts>
        {...shared}
        again={again}
        crumbs={quick?.crumbs ?? recordCrumbs(kind, township, { label: "登记" })}
        title={`登记${kind.name}`}
        initialValues={valuesOf(kind, { ...usual, ...told })}
      >
        <Asked {...props} quick={quick !== undefined} />
      </FormPage>
    );
  }
  const title = titleIn(kind, record.facts, record.names);
  const here = [{ label: title, href: `${list}/${record.id}` }, { label: "修改" }];
  return (
    <FormPage<Facts>
      {...shared}
      crumbs={recordCrumbs(kind, township, ...here)}
      title={`修改${title}`}
      initialValues={valuesOf(kind, record.facts)}
    >
      <Asked {...props} quick={quick !== undefined} />
    </FormPage>
  );
}
