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

const { sql } = Prisma;

/** M23: matters of the congress that were before the party committee. */
const heard = (period: Period): Prisma.Sql => sql`(
  WITH told AS (
    SELECT extract(year FROM occurred_on)::int AS year, township_id, id, occurred_on, ${entryDay} AS entered_on,
      ${heldOrNot(period, sql`occurred_on`)} AS left_out
    FROM committee_hearing WHERE ${withinDays(sql`occurred_on`, period)}
  )
  SELECT ${evidenceColumns} FROM (
    SELECT year, 'M23' AS metric, CASE WHEN left_out = 'voided' THEN 'voided' ELSE 'all' END AS part, township_id,
      'committeeHearing' AS record_type, id AS record_id, occurred_on, entered_on, (left_out IS NULL)::int::float8 AS numerator,
      (left_out IS NULL)::int AS denominator, coalesce(left_out, 'heardByCommittee') AS reason, NULL::int AS amount
    FROM told
  ) rows)`;

export const hearingsEvidence = {
  sources: [{ metrics: ["M23"], rows: heard }],
  ledgers: [entryLedger("committeeHearing", sql`committee_hearing`)],
  records: {
    committeeHearing: { title: sql`(SELECT h.topic FROM committee_hearing h WHERE ${ofRow(sql`h`)})` },
  },
  dated: [],
} as const satisfies SliceEvidence;
