import "server-only";
import { type Day, utcOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import type { Field } from "@/lib/records/fields";
import { type AnyKind, columnOf, type Facts } from "@/lib/records/kind";
import { Prisma } from "@/server/db/generated/client";
import { identifier } from "@/server/db/identifier";
import { assertOneChanged, newLine, type newRecord } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { fieldsOf, isList, linesOf, pointedTo, stored } from "./columns";

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
    if (!["person", "people", "unit", "units"].includes(field.kind)) continue;
    const known = idsIn(was?.[key]);
    const ids = idsIn(facts[key]).filter((id) => !known.includes(id));
    if (ids.length === 0) continue;
    const [row] = await scope.tx.$queryRaw<{ known: number }[]>`
      SELECT count(*)::int AS known FROM ${pointedTo(field).table} o
      WHERE o.county_id = ${scope.countyId}::uuid AND o.township_id = ${scope.townshipId}::uuid AND o.id = ANY (${ids}::uuid[]) AND o.voided_at IS NULL`;
    if (row?.known !== ids.length) throw notFound();
  }
}

/** Held until the transaction ends: changes of one kind in one township are decided one after another. */
export async function oneAtATime(kind: AnyKind, { tx, townshipId }: TownshipScope): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${kind.type} ${townshipId}`}, 0))`;
}

async function setLines(
  kind: AnyKind,
  scope: TownshipScope,
  [key, field]: [string, Field],
  { id, facts, fresh }: { id: string; facts: Facts; fresh: boolean },
): Promise<void> {
  const { table, record, pointed } = linesOf(kind, field);
  const ids = idsIn(facts[key]);
  const { countyId, townshipId } = scope;
  if (!fresh)
    await scope.tx.$executeRaw`DELETE FROM ${table}
      WHERE county_id = ${countyId}::uuid AND township_id = ${townshipId}::uuid AND ${record} = ${id}::uuid AND NOT ${pointed.id} = ANY (${ids}::uuid[])`;
  if (ids.length === 0) return;
  const lines = ids.map(
    (one) =>
      Prisma.sql`(${countyId}::uuid, ${townshipId}::uuid, ${newLine(scope).id}::uuid, ${id}::uuid, ${one}::uuid)`,
  );
  await scope.tx.$executeRaw`INSERT INTO ${table} (county_id, township_id, id, ${record}, ${pointed.id})
    SELECT * FROM (VALUES ${Prisma.join(lines)}) v (county_id, township_id, id, record_id, pointed_id)
    WHERE NOT EXISTS (SELECT FROM ${table} x WHERE x.county_id = v.county_id AND x.township_id = v.township_id
      AND x.${record} = v.record_id AND x.${pointed.id} = v.pointed_id)`;
}

type Pair = [column: string, value: Prisma.Sql];

/** The columns of the facts themselves; the record's own day has its column in every table. */
const factPairs = (kind: AnyKind, facts: Facts): Pair[] =>
  fieldsOf(kind)
    .filter(([key, field]) => !isList(field) && key !== "occurredOn")
    .map(([key, field]) => [columnOf(key), stored(field, facts[key])]);

const besidePairs = (columns: Columns): Pair[] =>
  Object.entries(columns).map(([column, value]) => [column, Prisma.sql`${value}::text`]);

export async function insert(
  kind: AnyKind,
  scope: TownshipScope,
  record: NewRecord,
  facts: Facts,
  columns: Columns,
): Promise<void> {
  const pairs: Pair[] = [
    ["county_id", Prisma.sql`${record.countyId}::uuid`],
    ["township_id", Prisma.sql`${record.townshipId}::uuid`],
    ["id", Prisma.sql`${record.id}::uuid`],
    ["occurred_on", Prisma.sql`${record.occurredOn}::date`],
    ["entered_at", Prisma.sql`${record.enteredAt}::timestamptz`],
    ["entered_by", Prisma.sql`${record.enteredBy}::uuid`],
    ["entered_by_name", Prisma.sql`${record.enteredByName}`],
    ["source", Prisma.sql`${record.source}`],
    ["source_note", Prisma.sql`${record.sourceNote}::text`],
    ["late_reason", Prisma.sql`${record.lateReason}::text`],
    ...factPairs(kind, facts),
    ...besidePairs(columns),
  ];
  await scope.tx
    .$executeRaw`INSERT INTO ${identifier(kind.table)} (${Prisma.join(pairs.map(([column]) => identifier(column)))})
    VALUES (${Prisma.join(pairs.map(([, value]) => value))})`;
  for (const entry of fieldsOf(kind).filter(([, field]) => isList(field)))
    await setLines(kind, scope, entry, { id: record.id, facts, fresh: true });
}

/** The one living row of this version, set to `pairs`; somebody who saved first is told of. */
async function update(kind: AnyKind, scope: TownshipScope, key: Key, pairs: readonly Pair[]): Promise<void> {
  const set = pairs.map(([column, value]) => Prisma.sql`${identifier(column)} = ${value}`);
  const count = await scope.tx.$executeRaw`UPDATE ${identifier(kind.table)}
    SET ${Prisma.join(set)}, edited_at = ${scope.now}::timestamptz, edited_by = ${scope.actor.accountId}::uuid, version = version + 1
    WHERE county_id = ${scope.countyId}::uuid AND township_id = ${scope.townshipId}::uuid AND id = ${key.id}::uuid
      AND version = ${key.version}::int AND voided_at IS NULL`;
  assertOneChanged(count);
}

type Change = { facts: Facts; was: Facts; occurredOn: Day; columns: Columns };

export async function change(kind: AnyKind, scope: TownshipScope, key: Key, to: Change): Promise<void> {
  const { facts, was, occurredOn, columns } = to;
  const day: Pair = ["occurred_on", Prisma.sql`${utcOf(occurredOn)}::date`];
  await update(kind, scope, key, [day, ...factPairs(kind, facts), ...besidePairs(columns)]);
  const lists = fieldsOf(kind).filter(
    ([name, field]) => isList(field) && String(facts[name]) !== String(was[name]),
  );
  for (const entry of lists) await setLines(kind, scope, entry, { id: key.id, facts, fresh: false });
}

export function strike(kind: AnyKind, scope: TownshipScope, key: Key, reason: string): Promise<void> {
  return update(kind, scope, key, [
    ["voided_at", Prisma.sql`${scope.now}::timestamptz`],
    ["voided_by", Prisma.sql`${scope.actor.accountId}::uuid`],
    ["void_reason", Prisma.sql`${reason}`],
  ]);
}
