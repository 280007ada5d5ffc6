import "server-only";
import { Prisma } from "./generated/client";
import { identifier } from "./identifier";
import type { Tx } from "./tx";

/** A change as its audit row tells of it; without a record it is a file that was brought in. */
type Told = { id: string; townshipId: string; recordId: string | null; occurredOn?: string };
export type Touched = { auditId: string; recordId: string | null; year: number };

/**
 * Where the records of a kind are kept. @property terms lines that say from when until when something of it holds
 * @property beside they are words on a year and lie in none
 */
export type Stored = { table: string; terms?: { table: string; by: string }; beside?: true };
type Asked = { countyId: string; stored: Stored | null; now: Date; years: number[] };

const { sql } = Prisma;
const known = new Map<string, Set<string>>();

/** A table has the columns it had, as long as this release runs. */
async function columnsOf(tx: Tx, table: string): Promise<Set<string>> {
  const found = known.get(table);
  if (found !== undefined) return found;
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = ${table}`;
  const columns = new Set(rows.map(({ name }) => name));
  known.set(table, columns);
  return columns;
}

const column = (name: string): Prisma.Sql => sql`(stored.row ->> ${name})`;

/**
 * The years a row of any kind lies in by itself. What holds from a day on lies in all years until it ends when it is entered
 * or struck out; ended or changed, in those from its end on.
 */
const ownYears = (now: Date, years: number[]): Prisma.Sql => sql`(
  SELECT left(${column("occurred_on")}, 4)::int UNION SELECT left(${column("handed_on")}, 4)::int UNION SELECT ${column("year")}::int
  UNION SELECT y FROM unnest(${years}::int[]) y WHERE y >= left(${column("starts_on")}, 4)::int
    AND CASE WHEN ${now} IN (${column("entered_at")}::timestamptz, ${column("voided_at")}::timestamptz)
      THEN y <= coalesce(left(${column("ends_on")}, 4)::int, y) ELSE y >= left(coalesce(${column("ends_on")}, ${column("starts_on")}), 4)::int END
  ) own (year)`;

/** The rows that a change is of; nothing for what is the county's own, whose rows lie in no township. */
async function rowsOf(
  tx: Tx,
  { stored, now }: Asked,
  of: (row: Prisma.Sql) => Prisma.Sql,
): Promise<Prisma.Sql | null> {
  if (stored === null || stored.beside === true) return null;
  const columns = await columnsOf(tx, stored.table);
  if (!columns.has("township_id")) return null;
  const { table, terms } = stored;
  const t = sql`t`;
  const named = sql`SELECT t.id, to_jsonb(t) AS row FROM ${identifier(table)} t WHERE ${of(t)} AND t.id = v."recordId"`;
  const entered = sql`SELECT t.id, to_jsonb(t) AS row FROM ${identifier(table)} t WHERE v."recordId" IS NULL AND ${of(t)} AND t.entered_at = ${now}`;
  const own = columns.has("entered_at") ? sql`${named} UNION ALL ${entered}` : named;
  if (terms === undefined) return own;
  const by = sql`t.${identifier(terms.by)}`;
  return sql`${own} UNION ALL SELECT ${by}, to_jsonb(t) FROM ${identifier(terms.table)} t
    WHERE ${of(t)} AND (v."recordId" IS NULL OR ${by} = v."recordId") AND ${now} IN (t.entered_at, t.edited_at, t.voided_at)`;
}

/**
 * Which frozen years the changes of one kind's records touch: years in which a record lay when they were frozen, or was
 * moved into since, lies now, or of which the change itself tells. What was brought in as a file is known by its moment.
 */
export async function frozenTouched(tx: Tx, asked: Asked, entries: readonly Told[]): Promise<Touched[]> {
  const { countyId, now, years } = asked;
  const told = sql`jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS v (id uuid, "townshipId" uuid, "recordId" uuid, "occurredOn" date)`;
  const of = (row: Prisma.Sql) =>
    sql`${row}.county_id = ${countyId}::uuid AND ${row}.township_id = v."townshipId"`;
  const rows = await rowsOf(tx, asked, of);
  const lying =
    rows === null
      ? Prisma.empty
      : sql`UNION SELECT v.id, stored.id, own.year FROM ${told} JOIN LATERAL (${rows}) stored ON true CROSS JOIN LATERAL ${ownYears(now, years)}`;
  return tx.$queryRaw<Touched[]>`
    SELECT touched.id AS "auditId", touched."recordId", touched.year FROM (
      SELECT v.id, v."recordId", r.year FROM ${told} JOIN frozen_record r ON ${of(sql`r`)} AND r.record_id = v."recordId"
      UNION SELECT v.id, v."recordId", c.year FROM ${told} JOIN frozen_change c ON ${of(sql`c`)} AND c.record_id = v."recordId"
      UNION SELECT v.id, v."recordId", extract(year FROM v."occurredOn")::int FROM ${told}
      ${lying}
    ) touched WHERE touched.year = ANY (${years}::int[])`;
}
