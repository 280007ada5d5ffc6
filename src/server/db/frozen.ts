import "server-only";
import { Prisma } from "./generated/client";
import { identifier } from "./identifier";
import type { Tx } from "./tx";

/** A change as its audit row tells of it; without a record it is a file that was brought in. */
type Told = { id: string; townshipId: string; recordId: string | null; occurredOn?: string };
export type Touched = { auditId: string; recordId: string | null; year: number };

/** The years a row of any kind lies in by itself. */
const ownYears = Prisma.sql`(VALUES (left(stored.row ->> 'occurred_on', 4)::int), (left(stored.row ->> 'handed_on', 4)::int),
  ((stored.row ->> 'year')::int)) own (year)`;

/**
 * Which frozen years the changes of one table's records touch: years in which a record lay when they were frozen, or was
 * moved into since, lies now, or of which the change itself tells. What was brought in as a file is known by its moment.
 */
export async function frozenTouched(
  tx: Tx,
  { countyId, table, now, years }: { countyId: string; table: string | null; now: Date; years: number[] },
  entries: readonly Told[],
): Promise<Touched[]> {
  const told = Prisma.sql`jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS v (id uuid, "townshipId" uuid, "recordId" uuid, "occurredOn" date)`;
  const of = (row: Prisma.Sql) =>
    Prisma.sql`${row}.county_id = ${countyId}::uuid AND ${row}.township_id = v."townshipId"`;
  const stored =
    table === null
      ? Prisma.empty
      : Prisma.sql`UNION SELECT v.id, stored.id, own.year FROM ${told} JOIN LATERAL (
          SELECT t.id, to_jsonb(t) AS row FROM ${identifier(table)} t WHERE ${of(Prisma.sql`t`)} AND t.id = v."recordId"
          UNION ALL
          SELECT t.id, to_jsonb(t) FROM ${identifier(table)} t WHERE v."recordId" IS NULL AND ${of(Prisma.sql`t`)} AND t.entered_at = ${now}
        ) stored ON true CROSS JOIN LATERAL ${ownYears}`;
  return tx.$queryRaw<Touched[]>`
    SELECT touched.id AS "auditId", touched."recordId", touched.year FROM (
      SELECT v.id, v."recordId", r.year FROM ${told} JOIN frozen_record r ON ${of(Prisma.sql`r`)} AND r.record_id = v."recordId"
      UNION SELECT v.id, v."recordId", c.year FROM ${told} JOIN frozen_change c ON ${of(Prisma.sql`c`)} AND c.record_id = v."recordId"
      UNION SELECT v.id, v."recordId", extract(year FROM v."occurredOn")::int FROM ${told}
      ${stored}
    ) touched WHERE touched.year = ANY (${years}::int[])`;
}
