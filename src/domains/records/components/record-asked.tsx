"use client";

import { Form } from "antd";
import { type ReactNode, useState } from "react";
import { dayOf } from "@/lib/dates";
import { isLate, lateAfter } from "@/lib/entry-lag";
import type { AnyKind, Facts } from "@/lib/records/kind";
import { quickOrder } from "@/lib/records/quick";
import { laterFields, stepsOf } from "@/lib/records/steps";
import { useDayIn } from "@/ui/form/day-field";
import { TextField } from "@/ui/form/fields";
import { AlikeHint } from "./alike-hint";
import { CopyYear } from "./copy-year";
import { useLast } from "./last-value";
import { type NamedIn, RecordFields } from "./record-fields";
import type { FormSlots, ShownRecord } from "./slots";

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
    <Fold summary="更多：资料出处、补录原因" open={day !== null && isLate(day, dayOf(new Date()))}>
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

type RareProps = { keys: readonly string[]; summary: string; children: ReactNode };

const isFilled = (fact: unknown): boolean =>
  fact !== undefined && fact !== null && !(Array.isArray(fact) && fact.length === 0);

/** Fields that few records need; they stand open where one of them is filled in. */
function Rare({ keys, summary, children }: RareProps) {
  const values = Form.useWatch<Facts | undefined>([]);
  return (
    <Fold summary={summary} open={keys.some((key) => isFilled(values?.[key]))}>
      {children}
    </Fold>
  );
}

/** Steps are taken on the record's page; what was done long ago is entered, and corrected, with the rest. */
function laterFolded(kind: AnyKind): FormSlots["folded"] {
  const names = stepsOf(kind).map(([, { name }]) => name);
  if (names.length === 0) return undefined;
  const summary = `已经办过的后续环节（${names.join("、")}），可以一并登记`;
  return { keys: laterFields(kind), summary, needed: () => true };
}

type AskedProps = {
  kind: AnyKind;
  township: string;
  record: ShownRecord | null;
  slots?: FormSlots;
  quick: boolean;
};

/** The kind's usual fields: all of them, or in 记一笔 those that must be said, and the rest folded. */
function orderOf({ kind, slots = {}, quick }: AskedProps, rare: readonly string[]) {
  if (!quick) return { first: Object.keys(kind.fields).filter((key) => !rare.includes(key)), rest: [] };
  const { first, rest } = quickOrder(kind, Object.keys(slots.fields ?? {}));
  const usual = (key: string) => !rare.includes(key);
  return { first: first.filter(usual), rest: rest.filter(usual) };
}

/** The fields of the kind, what else is asked with them, and at the end what few records need. */
export function Asked(props: AskedProps) {
  const { slots = {}, quick, ...of } = props;
  const { kind, township, record } = of;
  const { folded = laterFolded(kind), more, fields } = slots;
  const rare = folded?.keys ?? [];
  const { first, rest } = orderOf(props, rare);
  const isNew = record === null;
  const last = useLast(kind, township, isNew);
  const [copied, setCopied] = useState<NamedIn>({});
  const drawn = { ...of, slots: fields, last, ...(isNew ? { named: copied } : {}) };
  const folds = [
    { keys: rest, summary: "其他内容（可以以后再补）" },
    ...(folded?.needed(record) ? [folded] : []),
  ].filter(({ keys }) => keys.length > 0);
  return (
    <>
      {quick ? <CopyYear kind={kind} township={township} onCopied={setCopied} /> : null}
      <RecordFields {...drawn} keys={first} />
      {isNew ? <AlikeHint kind={kind} township={township} /> : null}
      {more === undefined ? null : <more.asked township={township} record={record} />}
      {folds.map(({ keys, summary }) => (
        <Rare key={summary} keys={keys} summary={summary}>
          <RecordFields {...drawn} keys={keys} />
        </Rare>
      ))}
      {isNew ? <Origin /> : null}
    </>
  );
}
