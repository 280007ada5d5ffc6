import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { evidenceColumns, type Period } from "@/server/evidence/period";
import type { SliceEvidence } from "@/server/evidence/slice";
import { progressCtes } from "./data/progress";

const { sql } = Prisma;

/**
 * D2 asks each deputy of the township's congress for the year's standard, once any of its deeds was entered: else it is
 * 未录, not 0%. Whoever was elected in the second half of the year is not asked. The reason names what is missing.
 */
const rows = (period: Period): Prisma.Sql => sql`(
  WITH ${progressCtes(period)}, told AS (
    SELECT p.y, p.township_id, p.deputy_id, p.since > make_date(p.y, 6, 30) AS late,
      coalesce(string_agg(p.deed, '.' ORDER BY p.deed) FILTER (WHERE p.due AND p.done < p.needed), '') AS missing,
      count(*) FILTER (WHERE p.due AND p.needed > 0 AND p.done >= p.needed)::int AS met
    FROM progress p
    WHERE (p.y, p.township_id) IN (SELECT c.y, c.township_id FROM counted c)
    GROUP BY p.y, p.township_id, p.deputy_id, p.since
  )
  SELECT ${evidenceColumns} FROM (
    SELECT y AS year, 'D2' AS metric, 'all' AS part, township_id, 'deputy' AS record_type, deputy_id AS record_id, NULL::date AS occurred_on,
      NULL::date AS entered_on, (NOT late AND missing = '')::int::float8 AS numerator, (NOT late)::int AS denominator,
      CASE WHEN late THEN 'electedLate' WHEN missing = '' THEN 'dutyMet' ELSE 'dutyShort:' || missing END AS reason, met AS amount
    FROM told
  ) rows)`;

export const standardsEvidence = {
  sources: [{ metrics: ["D2"], rows }],
  ledgers: [],
  records: {},
  dated: [],
} as const satisfies SliceEvidence;
