"use client";

import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import { type Day, dayOf } from "@/lib/dates";
import { roundFromText } from "@/lib/numbers";
import { type Field, type FieldKind, isNamed } from "@/lib/records/fields";
import { type AnyKind, type Facts, titleIn } from "@/lib/records/kind";
import { type Named, withNamed } from "@/lib/records/named";
import { isRemembered } from "@/lib/records/quick";
import { shownFact } from "@/lib/records/shown";
import { useTRPC } from "@/trpc/client";
import { DayField, useDayIn } from "@/ui/form/day-field";
import { ChoiceField, NumberField, TextField, TickField } from "@/ui/form/fields";
import { NameField, PersonSelect, RecordSelect, UnitSelect } from "@/ui/form/person-select";
import { LastValue } from "./last-value";
import type { AnyRow } from "./slots";
import { useRecordApi } from "./use-record-api";

/** A choice between yes and no is a choice of words in a form. */
export const yesNo = { true: "yes", false: "no" } as const;

export type OneProps = {
  name: string;
  field: Field;
  township: string;
  named: readonly Named[];
  last: AnyRow | null;
  /** the field says who was there on the record's day */
  there: boolean;
  /** the field that says of this number that it is a round one */
  round: string | undefined;
};

/** Deputies in office on the record's own day, where the form asks for one. */
function People({ name, field, township, named, there }: OneProps) {
  const on = useDayIn("occurredOn");
  const { data = null } = useQuery(useTRPC().deputies.options.queryOptions({ township, on }));
  const options = withNamed(data, named, on === null ? "已离任" : "当天不在任");
  const multiple = field.kind === "people";
  const item = { ...asked(name, field), options, multiple, there };
  return <PersonSelect {...item} loading={data === null} />;
}

/** Whoever leads or sees to something is mostly a deputy; those who came from outside are theirs alone who ask. */
function OneName(props: OneProps) {
  const { name, field, township } = props;
  const own = field.formOnly !== true;
  const { data = [] } = useQuery({
    ...useTRPC().deputies.options.queryOptions({ township, on: useDayIn("occurredOn") }),
    enabled: own,
  });
  if (!own) return <TextField {...asked(name, field)} max={field.max} />;
  return <NameField {...remembering(props)} options={data} max={field.max} />;
}

function Units(props: OneProps) {
  const { field, township, named } = props;
  const { data = null } = useQuery(useTRPC().units.options.queryOptions({ township }));
  const options = withNamed(data, named, null);
  const multiple = field.kind === "units";
  const item = remembering(props, data);
  return <UnitSelect {...item} options={options} loading={data === null} multiple={multiple} />;
}

/** Whether what has days of its own, such as a station, was there on a day. */
function wasThere({ startsOn, endsOn }: Facts, on: Day | null): boolean {
  const from = typeof startsOn === "string" ? startsOn : null;
  const to = typeof endsOn === "string" ? endsOn : null;
  return on === null || ((from === null || from <= on) && (to === null || to >= on));
}

/** A row as the records of its kind are told from one another: by its name, or by the title that has its day. */
const calledIn = ({ to }: Field, row: AnyRow): string =>
  to === undefined || isNamed(to) ? String(row["name"]) : titleIn(to as AnyKind, row, row.names);

/** Living records of the kind that is named, whatever page of its list they are on, that were there on the record's own day. */
function Pointed(props: OneProps) {
  const { field, township, named } = props;
  const on = useDayIn("occurredOn");
  const { router = "", path = "", name: what = "" } = field.to ?? {};
  const hasNames = field.to === undefined || isNamed(field.to);
  const order = hasNames
    ? ({ sort: "name", direction: "asc" } as const)
    : ({ sort: "occurredOn", direction: "desc" } as const);
  const all = { township, ...order, pageSize: 500 };
  const { data } = useQuery(useRecordApi({ router }).list.queryOptions(all));
  const rows = data?.rows
    .filter((row) => wasThere(row as object as Facts, on))
    .map((row) => ({ id: row.id, name: calledIn(field, row) }));
  const options = withNamed(rows ?? null, named, null);
  const setUp = { what: `登记${what}`, href: `/t/${township}/${path}/new` };
  const item = remembering(props, rows ?? null);
  return <RecordSelect {...item} options={options} loading={rows === undefined} setUp={setUp} />;
}

const asked = (name: string, { label, required, hint }: Field) => ({ name, label, required, hint });

/**
 * The same, with what the last record of the kind said there to be taken over by one click.
 * @param offered what may be chosen now, for a field that names something by its id
 */
function remembering({ name, field, last }: OneProps, offered?: readonly { id: string }[] | null) {
  const item = asked(name, field);
  const value = last?.[name] ?? null;
  const ids = Array.isArray(value) ? (value as string[]) : [value];
  const there = offered === undefined || ids.every((id) => offered?.some((one) => one.id === id));
  const text = shownFact(field, value, last?.names[name] ?? null);
  if (value === null || text === null || !there || !isRemembered(field)) return item;
  const hint = (
    <>
      {item.hint} <LastValue name={name} value={value} text={text} />
    </>
  );
  return { ...item, hint };
}

function Line(props: OneProps) {
  return <TextField {...remembering(props)} max={props.field.max} />;
}

function Choice({ name, field }: OneProps) {
  const options = Object.entries(field.choices ?? {}).map(([code, label]) => ({
    value: field.kind === "yesNo" ? yesNo[code as keyof typeof yesNo] : code,
    label,
  }));
  return <ChoiceField {...asked(name, field)} options={options} />;
}

/** A number that is written as a round one ticks what says so: 70多. */
function Amount({ name, field, round }: OneProps) {
  const form = Form.useFormInstance();
  const { min, max, unit } = field;
  const readRound = (text: string) => {
    const number = roundFromText(text, unit);
    if (number !== null) form.setFieldValue(round, true);
    return number;
  };
  return (
    <NumberField
      {...(round === undefined ? {} : { readRound })}
      {...asked(name, field)}
      min={min}
      max={max}
      digits={field.kind === "money" ? 2 : 0}
      {...(unit === undefined ? {} : { unit })}
    />
  );
}

const Rounded = ({ name, field }: OneProps) => <TickField name={name} label={field.label} />;

/** A field by its kind. */
export const drawn: Record<FieldKind, (props: OneProps) => React.ReactNode> = {
  text: Line,
  name: OneName,
  phone: ({ name, field }) => <TextField {...asked(name, field)} max={field.max} />,
  note: ({ name, field }) => <TextField {...asked(name, field)} max={field.max} rows={4} />,
  day: ({ name, field }) => (
    <DayField {...asked(name, field)} {...(field.past ? { max: dayOf(new Date()) } : {})} />
  ),
  count: Amount,
  money: Amount,
  choice: Choice,
  yesNo: (props) => (props.field.about === undefined ? <Choice {...props} /> : <Rounded {...props} />),
  person: People,
  people: People,
  unit: Units,
  units: Units,
  record: Pointed,
};
