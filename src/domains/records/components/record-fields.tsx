"use client";

import { useQuery } from "@tanstack/react-query";
import { dayOf } from "@/lib/dates";
import type { Field, FieldKind } from "@/lib/records/fields";
import type { AnyKind, Facts } from "@/lib/records/kind";
import { type Named, withNamed } from "@/lib/records/named";
import { useTRPC } from "@/trpc/client";
import { DayField, useDayIn } from "@/ui/form/day-field";
import { ChoiceField, NumberField, TextField } from "@/ui/form/fields";
import { PersonSelect, RecordSelect, UnitSelect } from "@/ui/form/person-select";
import type { FormSlots, ShownRecord } from "./slots";
import { useRecordApi } from "./use-record-api";

const yesNo = { true: "yes", false: "no" } as const;

/** Facts as the form holds them, where a choice between yes and no is a choice of words. */
export const valuesOf = (kind: AnyKind, facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([key, fact]) =>
      kind.fields[key]?.kind === "yesNo" && typeof fact === "boolean" ? [key, yesNo[`${fact}`]] : [key, fact],
    ),
  );

/** What the form holds as facts; what was left empty is null. */
export const factsFrom = (kind: AnyKind, values: Facts): Facts =>
  Object.fromEntries(
    Object.entries(kind.fields).map(([key, field]) => {
      const value = values[key] ?? null;
      return [key, field.kind === "yesNo" && value !== null ? value === "yes" : value];
    }),
  );

type OneProps = { name: string; field: Field; township: string; named: readonly Named[] };

/** Deputies in office on the record's own day, where the form asks for one. */
function People({ name, field, township, named }: OneProps) {
  const on = useDayIn("occurredOn");
  const { data = null } = useQuery(useTRPC().deputies.options.queryOptions({ township, on }));
  const options = withNamed(data, named, on === null ? "已离任" : "当天不在任");
  const multiple = field.kind === "people";
  return (
    <PersonSelect {...asked(name, field)} options={options} loading={data === null} multiple={multiple} />
  );
}

function Units({ name, field, township, named }: OneProps) {
  const { data = null } = useQuery(useTRPC().units.options.queryOptions({ township }));
  const options = withNamed(data, named, null);
  const multiple = field.kind === "units";
  return <UnitSelect {...asked(name, field)} options={options} loading={data === null} multiple={multiple} />;
}

/** Living records of the kind that is named, whatever page of its list they are on. */
function Pointed({ name, field, township, named }: OneProps) {
  const { router = "", path = "", name: what = "" } = field.to ?? {};
  const all = { township, sort: "name", direction: "asc", pageSize: 500 } as const;
  const { data } = useQuery(useRecordApi({ router }).list.queryOptions(all));
  const rows = data?.rows.map((row) => ({ id: row.id, name: String((row as object as Facts)["name"]) }));
  const options = withNamed(rows ?? null, named, null);
  const setUp = { what: `登记${what}`, href: `/t/${township}/${path}` };
  return (
    <RecordSelect {...asked(name, field)} options={options} loading={rows === undefined} setUp={setUp} />
  );
}

const asked = (name: string, { label, required, hint }: Field) => ({ name, label, required, hint });

function Choice({ name, field }: OneProps) {
  const options = Object.entries(field.choices ?? {}).map(([code, label]) => ({
    value: field.kind === "yesNo" ? yesNo[code as keyof typeof yesNo] : code,
    label,
  }));
  return <ChoiceField {...asked(name, field)} options={options} />;
}

function Amount({ name, field }: OneProps) {
  const { min, max, unit } = field;
  return (
    <NumberField
      {...asked(name, field)}
      min={min}
      max={max}
      digits={field.kind === "money" ? 2 : 0}
      {...(unit === undefined ? {} : { unit })}
    />
  );
}

const drawn: Record<FieldKind, (props: OneProps) => React.ReactNode> = {
  text: ({ name, field }) => <TextField {...asked(name, field)} max={field.max} />,
  name: ({ name, field }) => <TextField {...asked(name, field)} max={field.max} />,
  phone: ({ name, field }) => <TextField {...asked(name, field)} max={field.max} />,
  note: ({ name, field }) => <TextField {...asked(name, field)} max={field.max} rows={4} />,
  day: ({ name, field }) => (
    <DayField {...asked(name, field)} {...(field.past ? { max: dayOf(new Date()) } : {})} />
  ),
  count: Amount,
  money: Amount,
  choice: Choice,
  yesNo: Choice,
  person: People,
  people: People,
  unit: Units,
  units: Units,
  record: Pointed,
};

const isShort = ({ kind }: Field): boolean => kind === "day" || kind === "count" || kind === "money";

/** Short fields that follow one another stand side by side, two in a row. */
function rowsOf(fields: readonly [string, Field][]): [string, Field][][] {
  return fields.reduce<[string, Field][][]>((rows, entry) => {
    const last = rows.at(-1);
    const beside = last?.length === 1 && last.every(([, field]) => isShort(field)) && isShort(entry[1]);
    return beside ? [...rows.slice(0, -1), [...last, entry]] : [...rows, [entry]];
  }, []);
}

/** Declared fields in their order, each by its kind or by its slot. */
export function RecordFields({
  kind,
  keys,
  township,
  record,
  slots = {},
}: {
  kind: AnyKind;
  keys: readonly string[];
  township: string;
  record: ShownRecord | null;
  slots?: FormSlots["fields"] | undefined;
}) {
  const one = ([key, field]: [string, Field]) => {
    const Own = slots[key];
    const Drawn = drawn[field.kind];
    return Own === undefined ? (
      <Drawn key={key} name={key} field={field} township={township} named={record?.named[key] ?? []} />
    ) : (
      <Own key={key} township={township} record={record} />
    );
  };
  return rowsOf(Object.entries(kind.fields).filter(([key]) => keys.includes(key))).map((row) => (
    <div key={row[0]?.[0]} className={row.length > 1 ? "form-pair" : undefined}>
      {row.map(one)}
    </div>
  ));
}
