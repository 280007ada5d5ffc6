import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { evidenceColumns, type Period } from "@/server/evidence/period";
import type { SliceEvidence } from "@/server/evidence/slice";
import { progressCtes } from "./data/progress";

const { sql } = Prisma;

type Asking = { metric: string; enough: Prisma.Sql; met: string; short: string };

const isShort = (enough: Prisma.Sql): Prisma.Sql => sql`p.due AND p.done < ${enough}`;
const isLate = sql`p.since > make_date(p.y, 6, 30)`;
/** Whose deputies are asked: the townships of which any deed of the year was entered. */
const ofCounted = sql`(p.y, p.township_id) IN (SELECT c.y, c.township_id FROM counted c)`;

/**
 * Each deputy of the township's congress is asked for the year's standard, once any of its deeds was entered: else it is
 * 未录, not 0%. Whoever was elected in the second half of the year is not asked. The reason names what is missing.
 */
const rows =
  ({ metric, enough, met, short }: Asking) =>
  (period: Period): Prisma.Sql => sql`(
  WITH ${progressCtes(period)}, told AS (
    SELECT p.y, p.township_id, p.deputy_id, ${isLate} AS late,
      coalesce(string_agg(p.deed, '.' ORDER BY p.deed) FILTER (WHERE ${isShort(enough)}), '') AS missing,
      count(*) FILTER (WHERE p.due AND p.needed > 0 AND p.done >= ${enough})::int AS met
    FROM progress p WHERE ${ofCounted} GROUP BY p.y, p.township_id, p.deputy_id, p.since
  )
  SELECT ${evidenceColumns} FROM (
    SELECT y AS year, ${metric}::text AS metric, 'all' AS part, township_id, 'deputy' AS record_type, deputy_id AS record_id, NULL::date AS occurred_on,
      NULL::date AS entered_on, (NOT late AND missing = '')::int::float8 AS numerator, (NOT late)::int AS denominator,
      CASE WHEN late THEN 'electedLate' WHEN missing = '' THEN ${met} ELSE ${short} || ':' || missing END AS reason, met AS amount
    FROM told
  ) rows)`;

/** The same rows summed: what is missing need not be named, nor sorted for it. */
const sums =
  ({ metric, enough }: Asking) =>
  (period: Period): Prisma.Sql => sql`(
  WITH ${progressCtes(period)}, told AS (
    SELECT p.y, p.township_id, ${isLate} AS late, coalesce(bool_or(${isShort(enough)}), false) AS short
    FROM progress p WHERE ${ofCounted} GROUP BY p.y, p.township_id, p.deputy_id, p.since
  )
  SELECT y AS year, township_id, ${metric}::text AS metric, 'all' AS part, count(*) FILTER (WHERE NOT late AND NOT short)::float8 AS numerator,
    count(*) FILTER (WHERE NOT late) AS denominator, count(*) FILTER (WHERE NOT late) AS counted,
    count(*) FILTER (WHERE late) AS left_out, count(*) AS records
  FROM told GROUP BY y, township_id)`;

/** D2: all of it done. */
const reached: Asking = { metric: "D2", enough: sql`p.needed`, met: "dutyMet", short: "dutyShort" };
/** M03: of each kind of deed that is asked for, one at least stands in the deputy's file. */
const filed: Asking = {
  metric: "M03",
  enough: sql`least(p.needed, 1)`,
  met: "fileComplete",
  short: "fileShort",
};

export const standardsEvidence = {
  sources: [
    { metrics: ["D2"], rows: rows(reached), sums: sums(reached) },
    { metrics: ["M03"], rows: rows(filed), sums: sums(filed) },
  ],
  ledgers: [],
  records: {},
  dated: [],
} as const satisfies SliceEvidence;
