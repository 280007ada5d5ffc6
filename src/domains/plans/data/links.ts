import "server-only";
import { titlesOf } from "@/domains/uses";
import { addMonths, type Day, dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader } from "@/server/db/scope";
import { own } from "@/server/records/uses";
import type { ByIdInput } from "@/server/trpc/inputs";
import { notFound } from "@/lib/errors";
import type { PlanItemState, Work } from "../labels";
import type { OfRecordInput } from "../schema";
import { plannedRecords, stateOf } from "./fulfilled";

const { sql } = Prisma;
const i = sql`i`;
const mostOffered = 20;

export type Offered = { type: string; id: string; day: Day; title: string };

/** Records by the names their kinds give them. */
async function namedRecords(
  scope: TownshipReader,
  rows: readonly { type: string; id: string; day: Day }[],
): Promise<Offered[]> {
  const titles = await titlesOf(
    scope,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, title: titles.get(row.id) ?? "" }));
}

type ItemRow = { kind: Work; day: Day; recordId: string | null };

/**
 * The record that fulfils an item, or those that could: of its sort, of its year, near its month first, and not used
 * for another item.
 */
export async function candidatesOf(scope: TownshipReader, { id }: ByIdInput) {
  const [item] = await scope.tx.$queryRaw<ItemRow[]>`
    SELECT i.kind, to_char(i.occurred_on, 'YYYY-MM-DD') AS day, i.record_id AS "recordId"
    FROM plan_item i WHERE ${own(scope, i)} AND i.id = ${id}::uuid`;
  if (item === undefined) throw notFound();
  const { kind, day, recordId } = item;
  const [first, last] = [`${day.slice(0, 4)}-01-01`, `${day.slice(0, 4)}-12-31`];
  const rows = await scope.tx.$queryRaw<{ type: string; id: string; day: Day }[]>`
    SELECT p.type, p.id, to_char(p.day, 'YYYY-MM-DD') AS day FROM ${plannedRecords(scope, first, last)} p
    WHERE p.day <= ${dayOf(scope.now)}::date AND (p.id = ${recordId}::uuid OR (p.work IS NOT NULL AND (p.work = ${kind} OR ${kind} = 'other')
      AND NOT EXISTS (SELECT FROM plan_item i WHERE ${own(scope, i)} AND i.record_id = p.id)))
    ORDER BY p.id = ${recordId}::uuid DESC NULLS LAST, abs(p.day - (${day}::date + 14)), p.id LIMIT ${mostOffered}`;
  const named = await namedRecords(scope, rows);
  const linked = named.find((row) => row.id === recordId) ?? null;
  return { linked, candidates: linked === null ? named : [] };
}

/** A record that may fulfil an item, as the link's rule asks for it; null where nothing of that id stands. */
export async function fulfillingRecord(
  scope: TownshipReader,
  { recordType, recordId }: { recordType: string; recordId: string },
) {
  const [found] = await scope.tx.$queryRaw<{ work: Work | null; occurredOn: Day; usedBy: string | null }[]>`
    SELECT p.work, to_char(p.day, 'YYYY-MM-DD') AS "occurredOn",
      (SELECT i.topic FROM plan_item i WHERE ${own(scope, i)} AND i.record_id = p.id) AS "usedBy"
    FROM ${plannedRecords(scope, "1949-01-01", addMonths(dayOf(scope.now), 1200))} p
    WHERE p.type = ${recordType} AND p.id = ${recordId}::uuid`;
  if (found === undefined) throw notFound();
  const [named] = await namedRecords(scope, [{ type: recordType, id: recordId, day: found.occurredOn }]);
  return { ...found, title: named?.title ?? "" };
}

export type OpenItem = {
  id: string;
  version: number;
  topic: string;
  month: number;
  state: PlanItemState;
  linked: boolean;
};

/** The item that a record fulfils, or the open ones of its sort and year that it might, near its month first. */
export function itemsFor(scope: TownshipReader, { recordType, id }: OfRecordInput): Promise<OpenItem[]> {
  const today = sql`${dayOf(scope.now)}::date`;
  return scope.tx.$queryRaw<OpenItem[]>`
    WITH record AS (SELECT p.* FROM ${plannedRecords(scope, "1949-01-01", addMonths(dayOf(scope.now), 1200))} p
      WHERE p.type = ${recordType} AND p.id = ${id}::uuid),
    item AS (SELECT i.id, i.version, i.topic, i.month, ${stateOf(i, today)} AS state, i.record_id = record.id AS linked,
        abs(i.occurred_on + 14 - record.day) AS away, record.day <= ${today} AS held
      FROM record JOIN plan_item i ON ${own(scope, i)} AND i.year = extract(year FROM record.day)
      WHERE i.record_id = record.id OR i.kind IN (record.work, 'other'))
    SELECT id, version, topic, month, state, coalesce(linked, false) AS linked FROM item
    WHERE linked OR (held AND state NOT IN ('done', 'cancelled') AND NOT EXISTS (SELECT FROM item WHERE linked))
    ORDER BY linked DESC NULLS LAST, away, id LIMIT ${mostOffered}`;
}
