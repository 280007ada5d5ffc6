"use client";

import type { Field } from "@/lib/records/fields";
import { roundedBy } from "@/lib/records/headcounts";
import type { AnyKind, Facts } from "@/lib/records/kind";
import { drawn, yesNo } from "./drawn-field";
import type { AnyRow, FormSlots, ShownRecord } from "./slots";

/** Facts as the form holds them, where a choice between yes and no is a choice of words. */
export const valuesOf = (kind: AnyKind, facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([key, fact]) =>
      kind.fields[key]?.kind === "yesNo" && kind.fields[key].about === undefined && typeof fact === "boolean"
        ? [key, yesNo[`${fact}`]]
        : [key, fact],
    ),
  );

/** What the form holds as facts; what was left empty is null. */
export const factsFrom = (kind: AnyKind, values: Facts): Facts =>
  Object.fromEntries(
    Object.entries(kind.fields).map(([key, field]) => {
      const value = values[key] ?? null;
      if (field.about !== undefined) return [key, value === true ? true : null];
      return [key, field.kind === "yesNo" && value !== null ? value === "yes" : value];
    }),
  );

const isShort = ({ kind, about }: Field): boolean =>
  kind === "day" || kind === "count" || kind === "money" || about !== undefined;

/** Short fields that follow one another stand side by side, two in a row. */
function rowsOf(fields: readonly [string, Field][]): [string, Field][][] {
  return fields.reduce<[string, Field][][]>((rows, entry) => {
    const last = rows.at(-1);
    const beside = last?.length === 1 && last.every(([, field]) => isShort(field)) && isShort(entry[1]);
    return beside ? [...rows.slice(0, -1), [...last, entry]] : [...rows, [entry]];
  }, []);
}

/** Whom a record names that is not, or not yet, the form's own. */
export type NamedIn = ShownRecord["named"];

/**
 * Declared fields in the order of their keys, each by its kind or by its slot.
 * @param named whom the facts name beside those who may be chosen; without it the record's own
 * @param last the latest record of the kind, for what it says again
 */
export function RecordFields({
  kind,
  keys,
  township,
  record,
  slots = {},
  named = record?.named ?? {},
  last = null,
}: {
  kind: AnyKind;
  keys: readonly string[];
  township: string;
  record: ShownRecord | null;
  slots?: FormSlots["fields"] | undefined;
  named?: NamedIn;
  last?: AnyRow | null;
}) {
  const one = ([key, field]: [string, Field]) => {
    const Own = slots[key];
    const Drawn = drawn[field.kind];
    return Own === undefined ? (
      <Drawn
        key={key}
        {...{ name: key, field, township, last }}
        named={named[key] ?? []}
        there={kind.duty?.there?.includes(key) === true}
        round={roundedBy(kind, key)}
      />
    ) : (
      <Own key={key} township={township} record={record} />
    );
  };
  const fields = keys.flatMap((key): [string, Field][] => {
    const field = kind.fields[key];
    return field === undefined ? [] : [[key, field]];
  });
  return rowsOf(fields).map((row) => (
    <div key={row[0]?.[0]} className={row.length > 1 ? "form-pair" : undefined}>
      {row.map(one)}
    </div>
  ));
}
