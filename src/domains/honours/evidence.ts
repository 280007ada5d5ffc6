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
import type { SliceEvidence } from "@/server/evidence/slice";

const { sql } = Prisma;

/** M19: commendations by the county or above; a township's own stand beside them. */
const commended = (period: Period): Prisma.Sql => sql`(
  WITH told AS (
    SELECT extract(year FROM occurred_on)::int AS year, township_id, id, occurred_on, ${entryDay} AS entered_on,
      coalesce(${heldOrNot(period, sql`occurred_on`)}, CASE WHEN level = 'township' THEN 'ownHonour'
        WHEN kind = 'deputy' AND NOT EXISTS (SELECT FROM honour_deputy who WHERE who.county_id = h.county_id AND who.township_id = h.township_id
          AND who.honour_id = h.id) THEN 'nobodyNamed' END) AS left_out
    FROM honour h WHERE ${withinDays(sql`occurred_on`, period)}
  )
  SELECT ${evidenceColumns} FROM (
    SELECT year, 'M19' AS metric, CASE WHEN left_out = 'voided' THEN 'voided' ELSE 'all' END AS part, township_id, 'honour' AS record_type,
      id AS record_id, occurred_on, entered_on, (left_out IS NULL)::int::float8 AS numerator, (left_out IS NULL)::int AS denominator,
      coalesce(left_out, 'honoured') AS reason, NULL::int AS amount
    FROM told
  ) rows)`;

export const honoursEvidence = {
  sources: [{ metrics: ["M19"], rows: commended }],
  ledgers: [],
  records: { honour: { title: sql`(SELECT h.title FROM honour h WHERE ${ofRow(sql`h`)})` } },
  dated: [],
} as const satisfies SliceEvidence;
