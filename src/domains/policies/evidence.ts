import "server-only";
import { townshipsIn } from "@/domains/tenancy/data";
import { Prisma } from "@/server/db/generated/client";
import { entryDayOf, evidenceColumns, ofRow, type Period, todayOf } from "@/server/evidence/period";
import type { SliceEvidence } from "@/server/evidence/slice";
import { templateLabels } from "./record";

const { sql } = Prisma;
const p = sql`p`;

const expected = Prisma.join(
  Object.keys(templateLabels)
    .filter((template) => template !== "other")
    .map((template) => sql`(${template}::text)`),
);

/** M16 asks for each rule that a congress is expected to have: adopted by the year's last day and not repealed by it, the first one adopted. */
const inForce = (period: Period): Prisma.Sql => sql`(
  WITH asked AS (
    SELECT y AS year, t.id AS township_id, least(make_date(y, 12, 31), ${todayOf(period)}, t.merged_on) AS until, w.template
    FROM ${townshipsIn(period)} t CROSS JOIN generate_series(${period.fromYear}::int, ${period.toYear}::int) y
    CROSS JOIN (VALUES ${expected}) w (template)
    WHERE make_date(y, 1, 1) <= least(${todayOf(period)}, t.merged_on)
  )
  SELECT ${evidenceColumns} FROM (
    SELECT a.year, 'M16' AS metric, 'all' AS part, a.township_id, 'policy' AS record_type, kept.id AS record_id, kept.occurred_on, kept.entered_on,
      (kept.id IS NOT NULL)::int::float8 AS numerator, 1 AS denominator,
      CASE WHEN kept.id IS NULL THEN 'policyMissing:' ELSE 'policyInForce:' END || a.template AS reason, NULL::int AS amount
    FROM asked a LEFT JOIN LATERAL (
      SELECT p.id, p.occurred_on, ${entryDayOf(p)} AS entered_on FROM policy p
      WHERE p.county_id = ${period.countyId}::uuid AND p.township_id = a.township_id AND p.template = a.template AND p.voided_at IS NULL
        AND p.occurred_on <= a.until AND (p.repealed_on IS NULL OR p.repealed_on > a.until)
      ORDER BY p.occurred_on, p.id LIMIT 1) kept ON true
  ) rows)`;

export const policiesEvidence = {
  sources: [{ metrics: ["M16"], rows: inForce }],
  ledgers: [],
  records: { policy: { title: sql`(SELECT p.title FROM policy p WHERE ${ofRow(p)})` } },
  dated: [],
} as const satisfies SliceEvidence;
