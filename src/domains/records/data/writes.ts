import "server-only";
import { type Day, dayFromUtc, utcOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import type { Field } from "@/lib/records/fields";
import { type AnyKind, columnOf, type Facts, type Names } from "@/lib/records/kind";
import { Prisma } from "@/server/db/generated/client";
import { identifier } from "@/server/db/identifier";
import { assertChanged, newLine, type newRecord } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { fieldsOf, isList, isPointing, linesOf, pointedTo, stored, typeOf } from "./columns";

type NewRecord = ReturnType<typeof newRecord>;
type Columns = Readonly<Record<string, string | null>>;
type Key = { id: string; version: number };

const idsIn = (value: unknown): string[] =>
  Array.isArray(value) ? (value as string[]) : typeof value === "string" ? [value] : [];

/**
 * Whoever is newly named must be on this township's books and not struck out; a foreign id does not exist [S1]. Who was
 * named before and has been struck out since stays named, or the record could not be corrected any more.
 */
export async function assertLiving(
  kind: AnyKind,
  scope: TownshipScope,
  facts: Facts,
  was: Facts | null,
): Promise<void> {
  for (const [key, field] of fieldsOf(kind)) {
    if (!isPointing(field)) continue;
    const known = idsIn(was?.[key]);
    const ids = idsIn(facts[key]).filter((id) => !known.includes(id));
    if (ids.length === 0) continue;
    const [row] = await scope.tx.$queryRaw<{ known: number }[]>`
      SELECT count(*)::int AS known FROM ${pointedTo(field).table} o
      WHERE o.county_id = ${scope.countyId}::uuid AND o.township_id = ${scope.townshipId}::uuid AND o.id = ANY (${ids}::uuid[]) AND o.voided_at IS NULL`;
    if (row?.known !== ids.length) throw notFound();
  }
}

/** The names behind the ids that facts name alone. */
export async function namesOf(kind: AnyKind, scope: TownshipScope, facts: Facts): Promise<Names> {
  const parts = fieldsOf(kind).flatMap(([key, field]) => {
    const { table, name } = pointedTo(field);
    return isPointing(field) && !isList(field)
      ? [
          Prisma.sql`SELECT ${key}::text AS key, ${name} AS name FROM ${table} o
            WHERE o.county_id = ${scope.countyId}::uuid AND o.township_id = ${scope.townshipId}::uuid AND o.id = ${facts[key] ?? null}::uuid`,
        ]
      : [];
  });
  const rows = await scope.tx.$queryRaw<
    { key: string; name: string }[]
  >`${Prisma.join(parts, " UNION ALL ")}`;
  return Object.fromEntries(rows.map(({ key, name }) => [key, name]));
}

/** Held until the transaction ends: a file does not hold its township, so that what is changed of its kind meanwhile waits here. */
export async function heldKind(kind: AnyKind, { tx, townshipId }: TownshipScope): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${kind.type} ${townshipId}`}, 0))`;
}

type Line = { record: string; pointed: string };

/** Lines of many records at once; one that is there already stays as it is. */
async function addLines(
  kind: AnyKind,
  scope: TownshipScope,
  field: Field,
  lines: readonly Line[],
): Promise<void> {
  const { table, record, pointed } = linesOf(kind, field);
  const { countyId, townshipId } = scope;
  const rows = lines.map((line) => ({ id: newLine(scope).id, ...line }));
  if (rows.length === 0) return;
  await scope.tx.$executeRaw`INSERT INTO ${table} (county_id, township_id, id, ${record}, ${pointed.id})
    SELECT ${countyId}::uuid, ${townshipId}::uuid, v.id, v.record, v.pointed
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) v (id uuid, record uuid, pointed uuid)
    WHERE NOT EXISTS (SELECT FROM ${table} x WHERE x.county_id = ${countyId}::uuid AND x.township_id = ${townshipId}::uuid
      AND x.${record} = v.record AND x.${pointed.id} = v.pointed)`;
}

async function setLines(
  kind: AnyKind,
  scope: TownshipScope,
  field: Field,
  { id, ids }: { id: string; ids: readonly string[] },
): Promise<void> {
  const { table, record, pointed } = linesOf(kind, field);
  const { countyId, townshipId } = scope;
  await scope.tx.$executeRaw`DELETE FROM ${table}
    WHERE county_id = ${countyId}::uuid AND township_id = ${townshipId}::uuid AND ${record} = ${id}::uuid AND NOT ${pointed.id} = ANY (${ids}::uuid[])`;
  await addLines(
    kind,
    scope,
    field,
    ids.map((one) => ({ record: id, pointed: one })),
  );
}

type Pair = [column: string, value: Prisma.Sql];

/** Fields with a column of their own; the record's own day has its column in every table. */
const ownFields = (kind: AnyKind) =>
  fieldsOf(kind).filter(([key, field]) => !isList(field) && key !== "occurredOn");

const factPairs = (kind: AnyKind, facts: Facts): Pair[] =>
  ownFields(kind).map(([key, field]) => [columnOf(key), stored(field, facts[key])]);

/** Kept beside the facts are texts, and days. */
const besideType = (column: string): string => (column.endsWith("_on") ? "date" : "text");

const besidePairs = (columns: Columns): Pair[] =>
  Object.entries(columns).map(([column, value]) => [
    column,
    Prisma.sql`CAST(${value} AS ${identifier(besideType(column))})`,
  ]);

/** What every record knows of its entry, by column and as PostgreSQL calls it; the tenant is the scope's. */
const entryColumns = (record: NewRecord): [column: string, type: string, value: unknown][] => [
  ["id", "uuid", record.id],
  ["occurred_on", "date", dayFromUtc(record.occurredOn)],
  ["entered_at", "timestamptz", record.enteredAt],
  ["entered_by", "uuid", record.enteredBy],
  ["entered_by_name", "text", record.enteredByName],
  ["source", "text", record.source],
  ["source_note", "text", record.sourceNote],
  ["late_reason", "text", record.lateReason],
];

export type Fresh = { record: NewRecord; facts: Facts; columns: Columns };

const columnsOf = (kind: AnyKind, { record, facts, columns }: Fresh) => [
  ...entryColumns(record),
  ...ownFields(kind).map(([key, field]) => [columnOf(key), typeOf(field), facts[key] ?? null] as const),
  ...Object.entries(columns).map(([column, value]) => [column, besideType(column), value] as const),
];

/** New records, in one statement however many they are. */
export async function insert(kind: AnyKind, scope: TownshipScope, fresh: readonly Fresh[]): Promise<void> {
  const rows = fresh.map((one) => columnsOf(kind, one));
  const [first] = rows;
  if (first === undefined) return;
  const names = Prisma.join(first.map(([column]) => identifier(column)));
  const typed = Prisma.join(
    first.map(([column, type]) => Prisma.sql`${identifier(column)} ${identifier(type)}`),
  );
  const values = rows.map((row) => Object.fromEntries(row.map(([column, , value]) => [column, value])));
  await scope.tx.$executeRaw`INSERT INTO ${identifier(kind.table)} (county_id, township_id, ${names})
    SELECT ${scope.countyId}::uuid, ${scope.townshipId}::uuid, ${names}
    FROM jsonb_to_recordset(${JSON.stringify(values)}::jsonb) v (${typed})`;
  for (const [key, field] of fieldsOf(kind).filter(([, of]) => isList(of))) {
    const lines = fresh.flatMap(({ record, facts }) =>
      idsIn(facts[key]).map((pointed) => ({ record: record.id, pointed })),
    );
    await addLines(kind, scope, field, lines);
  }
}

/** The one living row of this version, set to `pairs`; somebody who saved first is told of. */
async function update(kind: AnyKind, scope: TownshipScope, key: Key, pairs: readonly Pair[]): Promise<void> {
  const set = pairs.map(([column, value]) => Prisma.sql`${identifier(column)} = ${value}`);
  const count = await scope.tx.$executeRaw`UPDATE ${identifier(kind.table)}
    SET ${Prisma.join(set)}, edited_at = ${scope.now}::timestamptz, edited_by = ${scope.actor.accountId}::uuid, version = version + 1
    WHERE county_id = ${scope.countyId}::uuid AND township_id = ${scope.townshipId}::uuid AND id = ${key.id}::uuid
      AND version = ${key.version}::int AND voided_at IS NULL`;
  await assertChanged(scope, key.id, count);
}

type Change = { facts: Facts; was: Facts; occurredOn: Day; columns: Columns };

export async function change(kind: AnyKind, scope: TownshipScope, key: Key, to: Change): Promise<void> {
  const { facts, was, occurredOn, columns } = to;
  const day: Pair = ["occurred_on", Prisma.sql`${utcOf(occurredOn)}::date`];
  await update(kind, scope, key, [day, ...factPairs(kind, facts), ...besidePairs(columns)]);
  const lists = fieldsOf(kind).filter(
    ([name, field]) => isList(field) && String(facts[name]) !== String(was[name]),
  );
  for (const [name, field] of lists)
    await setLines(kind, scope, field, { id: key.id, ids: idsIn(facts[name]) });
}

export function strike(kind: AnyKind, scope: TownshipScope, key: Key, reason: string): Promise<void> {
  return update(kind, scope, key, [
    ["voided_at", Prisma.sql`${scope.now}::timestamptz`],
    ["voided_by", Prisma.sql`${scope.actor.accountId}::uuid`],
    ["void_reason", Prisma.sql`${reason}`],
  ]);
}
