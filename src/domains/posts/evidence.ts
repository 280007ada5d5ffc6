import "server-only";
import { townshipsIn } from "@/domains/tenancy/data";
import { Prisma } from "@/server/db/generated/client";
import { standsOn } from "@/server/db/span";
import { entryDayOf, evidenceColumns, ofRow, type Period, todayOf } from "@/server/evidence/period";
import type { SliceEvidence } from "@/server/evidence/slice";

const { sql } = Prisma;
const p = sql`p`;

/** M12 asks for the three posts of a congress on the year's last day; a liaison does a secretary's work. */
const posts = (period: Period): Prisma.Sql => sql`(
  WITH asked AS (
    SELECT y AS year, t.id AS township_id, least(make_date(y, 12, 31), ${todayOf(period)}, t.merged_on) AS until, w.wanted
    FROM ${townshipsIn(period)} t CROSS JOIN generate_series(${period.fromYear}::int, ${period.toYear}::int) y
    CROSS JOIN (VALUES ('chair'), ('viceChair'), ('secretary')) w (wanted)
    WHERE make_date(y, 1, 1) <= least(${todayOf(period)}, t.merged_on)
  )
  SELECT ${evidenceColumns} FROM (
    SELECT a.year, 'M12' AS metric, 'all' AS part, a.township_id, 'post' AS record_type, held.id AS record_id, held.occurred_on, held.entered_on,
      (held.id IS NOT NULL)::int::float8 AS numerator, 1 AS denominator,
      CASE WHEN held.id IS NULL THEN 'postVacant:' ELSE 'postFilled:' END || a.wanted AS reason, NULL::int AS amount
    FROM asked a LEFT JOIN LATERAL (
      SELECT p.id, p.occurred_on, ${entryDayOf(p)} AS entered_on FROM post p
      WHERE p.county_id = ${period.countyId}::uuid AND p.township_id = a.township_id AND ${standsOn(p, sql`a.until`)}
        AND CASE p.post WHEN 'liaison' THEN 'secretary' ELSE p.post END = a.wanted
      ORDER BY p.starts_on, p.id LIMIT 1) held ON true
  ) rows)`;

export const postsEvidence = {
  sources: [{ metrics: ["M12"], rows: posts }],
  ledgers: [],
  records: { post: { title: sql`(SELECT p.name FROM post p WHERE ${ofRow(p)})` } },
  dated: [],
} as const satisfies SliceEvidence;
