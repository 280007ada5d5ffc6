import type { Field } from "@/lib/records/fields";
import type { AnyKind } from "@/lib/records/kind";
import { askedBy, laterFields, stepsOf } from "@/lib/records/steps";

/** Ids of people and units that facts may name. */
type Known = Readonly<Record<string, string>>;

/** A value that a field takes, with the ids of a place: what a form of the kind would send. */
function valueOf(field: Field, records: Known, words: string): unknown {
  const byKind: Record<Field["kind"], unknown> = {
    text: words.slice(0, field.max),
    name: words.slice(0, field.max),
    note: words.slice(0, field.max),
    phone: "0580-123456",
    day: "2026-03-05",
    // Votes are given by some of those who are counted beside them; a deputy visits so many households a day and no more.
    count:
      field.unit === "票" || field.unit === "户" ? field.min : Math.max(field.min, Math.min(field.max, 2026)),
    money: 100.5,
    choice: Object.keys(field.choices ?? {})[0],
    yesNo: true,
    person: records["deputy"],
    people: [records["deputy"]],
    unit: records["handlingUnit"],
    units: [records["handlingUnit"]],
    record: records[field.to?.type ?? ""],
  };
  return byKind[field.kind];
}

export const factsFor = (kind: AnyKind, records: Known, words: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(kind.fields)
      .filter(([key]) => !laterFields(kind).includes(key))
      .map(([key, field]) => [key, valueOf(field, records, words)]),
  );

/** The kind's first step, taken on the day of its record. */
export function stepFor(kind: AnyKind, records: Known, words: string): Record<string, unknown> | null {
  const [first] = stepsOf(kind);
  if (first === undefined) return null;
  const [code, step] = first;
  const asked = Object.entries(kind.fields).filter(([key]) => askedBy(step).includes(key));
  return {
    step: code,
    ...Object.fromEntries(asked.map(([key, field]) => [key, valueOf(field, records, words)])),
  };
}
