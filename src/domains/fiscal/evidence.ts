import "server-only";
import { Prisma } from "@/server/db/generated/client";
import {
  entryDay,
  evidenceColumns,
  heldOrNot,
  ofRow,
  type Period,
  withinDays,
} from "@/server/evidence/period";
import { entryLedger, type SliceEvidence } from "@/server/evidence/slice";

const sql = Prisma.sql;

/** B6 counts each of the five steps once a year, by its first record. */
function stages(period: Period): Prisma.Sql {
  return sql`(
  WITH checked AS (
    SELECT extract(year FROM occurred_on)::int AS year, township_id, id, stage, occurred_on, ${entryDay} AS entered_on,
      ${heldOrNot(period, sql`occurred_on`)} AS left_out
    FROM fiscal_check WHERE ${withinDays(sql`occurred_on`, period)}
  ), placed AS (
    SELECT *, left_out IS NULL AND row_number() OVER (PARTITION BY township_id, year, stage, left_out IS NULL
      ORDER BY occurred_on, id) = 1 AS first
    FROM checked
  )
  SELECT ${evidenceColumns} FROM (
    SELECT year, 'B6' AS metric, CASE WHEN left_out = 'voided' THEN 'voided' ELSE 'all' END AS part, township_id,
      'fiscalCheck' AS record_type, id AS record_id, occurred_on, entered_on, first::int::float8 AS numerator,
      first::int AS denominator, coalesce(left_out, CASE WHEN first THEN 'stageDone' ELSE 'stageDoneBefore' END) AS reason,
      NULL::int AS amount
    FROM placed
  ) rows)`;
}

export const fiscalEvidence = {
  sources: [{ metrics: ["B6"], rows: stages }],
  ledgers: [entryLedger("fiscalCheck", sql`fiscal_check`)],
  records: { fiscalCheck: { title: sql`(SELECT f.subject FROM fiscal_check f WHERE ${ofRow(sql`f`)})` } },
  dated: [[sql`fiscal_check`, sql`occurred_on`]],
} as const satisfies SliceEvidence;
