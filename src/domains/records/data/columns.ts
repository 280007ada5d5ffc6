import "server-only";
import { type Field, type FieldKind, isNamed } from "@/lib/records/fields";
import { type AnyKind, columnOf, isNaming } from "@/lib/records/kind";
import { Prisma } from "@/server/db/generated/client";
import { identifier } from "@/server/db/identifier";
import { unitOrder } from "@/server/db/order";

/** How PostgreSQL calls what each kind of field stores; lists of people and units lie in tables of their own. */
const types: Record<Exclude<FieldKind, "people" | "units">, string> = {
  text: "text",
  name: "text",
  note: "text",
  phone: "text",
  day: "date",
  count: "int4",
  money: "numeric",
  choice: "text",
  yesNo: "bool",
  person: "uuid",
  unit: "uuid",
  record: "uuid",
};

export const r = Prisma.sql`r`;

/** Whether a field names people, units or another record. */
export const isPointing = ({ kind }: Field): boolean =>
  kind === "person" || kind === "people" || kind === "unit" || kind === "units" || kind === "record";

export const isList = ({ kind }: Field): boolean => kind === "people" || kind === "units";

/** The column of `r` that holds a field. */
export const columnAt = (key: string): Prisma.Sql => Prisma.sql`r.${identifier(columnOf(key))}`;

const byName = {
  ...{ name: Prisma.sql`o.name`, called: Prisma.sql`VALUES (o.name)` },
  order: Prisma.sql`o.name, o.id`,
};
const dayText = Prisma.sql`to_char(o.occurred_on, 'YYYY-MM-DD')`;
const byDay = {
  ...{ name: dayText, called: Prisma.sql`VALUES (${dayText})` },
  order: Prisma.sql`o.occurred_on DESC, o.id`,
};

/** What a field points to: the table, the column of a line that does, all names it goes by, and what they are sorted by. */
export function pointedTo({ kind, to }: Field) {
  if (to !== undefined)
    return {
      ...(isNamed(to) ? byName : byDay),
      ...{ table: identifier(to.table), id: identifier(`${to.table}_id`) },
    };
  return kind === "person" || kind === "people"
    ? {
        table: identifier("deputy"),
        id: identifier("deputy_id"),
        ...byName,
        order: Prisma.sql`o.pinyin, o.id`,
      }
    : {
        table: identifier("handling_unit"),
        id: identifier("unit_id"),
        name: Prisma.sql`coalesce(o.short_name, o.name)`,
        called: Prisma.sql`VALUES (o.name), (o.short_name)`,
        order: Prisma.sql`${unitOrder(Prisma.sql`o`)}, o.id`,
      };
}

export const linesOf = (kind: AnyKind, field: Field) => ({
  table: identifier(field.lines ?? ""),
  record: identifier(`${columnOf(kind.type)}_id`),
  ...{ pointed: pointedTo(field) },
});

/** From the lines of a record `r`, together with what they point to. */
const fromLines = (kind: AnyKind, field: Field): Prisma.Sql => {
  const { table, record, pointed } = linesOf(kind, field);
  return Prisma.sql`FROM ${table} x JOIN ${pointed.table} o ON o.county_id = x.county_id AND o.township_id = x.township_id AND o.id = x.${pointed.id}
    WHERE x.county_id = r.county_id AND x.township_id = r.township_id AND x.${record} = r.id`;
};

/** A fact of record `r` as JavaScript takes it: days as text, money as a number. */
export function factOf(kind: AnyKind, key: string, field: Field): Prisma.Sql {
  if (field.kind === "day") return Prisma.sql`to_char(${columnAt(key)}, 'YYYY-MM-DD')`;
  if (field.kind === "money") return Prisma.sql`${columnAt(key)}::float8`;
  if (!isList(field)) return columnAt(key);
  const { pointed } = linesOf(kind, field);
  return Prisma.sql`ARRAY(SELECT x.${pointed.id} ${fromLines(kind, field)} ORDER BY ${pointed.order})`;
}

/** The name behind an id, or the names behind several; null for every other field. */
export function nameOf(kind: AnyKind, key: string, field: Field): Prisma.Sql | null {
  if (isList(field)) {
    const { pointed } = linesOf(kind, field);
    return Prisma.sql`(SELECT string_agg(${pointed.name}, '、' ORDER BY ${pointed.order}) ${fromLines(kind, field)})`;
  }
  if (!isPointing(field)) return null;
  const { table, name } = pointedTo(field);
  return Prisma.sql`(SELECT ${name} FROM ${table} o WHERE o.county_id = r.county_id AND o.township_id = r.township_id AND o.id = ${columnAt(key)})`;
}

/** How many a list of people or units holds. */
export const howMany = (kind: AnyKind, field: Field): Prisma.Sql =>
  Prisma.sql`(SELECT count(*)::int ${fromLines(kind, field)})`;

/** The records of other kinds that a kind's fields name, for its history. */
export const targetsOf = (kind: AnyKind): Prisma.Sql[] =>
  Object.values(kind.fields).flatMap((field) => {
    if (field.to === undefined) return [];
    const { name, table } = pointedTo(field);
    return [Prisma.sql`${name} FROM ${table} o`];
  });

type Entry = [key: string, field: Field];

export const fieldsOf = (kind: AnyKind): Entry[] => Object.entries(kind.fields);

/** What leaves in a list: running texts and telephone numbers stay on the record's own page, unless a column shows them. */
export const listedFields = (kind: AnyKind): Entry[] =>
  fieldsOf(kind).filter(
    ([, field]) =>
      field.list !== undefined || (!field.formOnly && field.kind !== "note" && field.kind !== "phone"),
  );

export const selected = (kind: AnyKind, entries: readonly Entry[]): Prisma.Sql =>
  Prisma.join(entries.map(([key, field]) => Prisma.sql`${factOf(kind, key, field)} AS ${identifier(key)}`));

/** Facts as one JSON object, for statements over several kinds. */
export const asObject = (kind: AnyKind, entries: readonly Entry[]): Prisma.Sql => {
  const parts = entries.map(([key, field]) => Prisma.sql`${key}::text, ${factOf(kind, key, field)}`);
  return Prisma.sql`jsonb_build_object(${Prisma.join(parts)})`;
};

/** Names behind the ids of `r`, by the fields' keys. */
export const names = (kind: AnyKind, entries: readonly Entry[]): Prisma.Sql => {
  const parts = entries.flatMap(([key, field]) => {
    const name = nameOf(kind, key, field);
    return name === null ? [] : [Prisma.sql`${key}::text, ${name}`];
  });
  return parts.length === 0 ? Prisma.sql`'{}'::jsonb` : Prisma.sql`jsonb_build_object(${Prisma.join(parts)})`;
};

/** Facts for a kind's `titleOf` where no names are read beside them, with the names that its titles tell. */
export const titled = (kind: AnyKind): Prisma.Sql => {
  const facts = asObject(kind, listedFields(kind));
  return isNaming(kind)
    ? Prisma.sql`${facts} || jsonb_build_object('names', ${names(kind, listedFields(kind))})`
    : facts;
};

/** How PostgreSQL calls what a field's own column holds. */
export const typeOf = ({ kind }: Field): string => types[kind as keyof typeof types];

/** Whom a record names, one by one by the fields' keys: also who has been struck out since. */
export const named = (kind: AnyKind): Prisma.Sql => {
  const parts = fieldsOf(kind).flatMap(([key, field]) => {
    if (!isPointing(field)) return [];
    const { table, order, name } = pointedTo(field);
    // A unit by its whole name.
    const called = field.to === undefined ? Prisma.sql`o.name` : name;
    const from = isList(field)
      ? fromLines(kind, field)
      : Prisma.sql`FROM ${table} o WHERE o.county_id = r.county_id AND o.township_id = r.township_id AND o.id = ${columnAt(key)}`;
    return [
      Prisma.sql`${key}::text, (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', ${called}, 'voided', o.voided_at IS NOT NULL)
        ORDER BY ${order}), '[]') ${from})`,
    ];
  });
  return parts.length === 0 ? Prisma.sql`'{}'::jsonb` : Prisma.sql`jsonb_build_object(${Prisma.join(parts)})`;
};

/** A value of a field on its way into its column. */
export const stored = (field: Field, value: unknown): Prisma.Sql =>
  Prisma.sql`CAST(${value ?? null} AS ${identifier(typeOf(field))})`;

/** What a list is sorted by; texts by the numbers in them, and names by their sound where the database knows it. */
export const sortedBy = (key: string, field: Field): Prisma.Sql =>
  field.kind === "text" || field.kind === "name"
    ? Prisma.sql`app.natural_key(${columnAt(key)}) COLLATE "C"`
    : columnAt(key);
