import "server-only";
import { deputiesOfRow } from "@/domains/deputies/data/in-office";
import { townshipsIn } from "@/domains/tenancy/data";
import { Prisma } from "@/server/db/generated/client";
import {
  entryDay,
  entryDayOf,
  evidenceColumns,
  heldOrNot,
  ofRow,
  type Period,
  todayOf,
  withinDays,
} from "@/server/evidence/period";
import { entryLedger, type SliceEvidence } from "@/server/evidence/slice";
import { trainingsOf } from "./data";

const sql = Prisma.sql;
const a = sql`a`;
const d = sql`d`;
const h = sql`h`;
const t = sql`t`;

/**
 * D6 asks each deputy who is in office on the year's last day (today while it runs, the merger's where the township
 * ended), of whatever level and once: a township trains all who belong to it. A year of which no training was entered
 * asks nobody: that is 未录, not 0%.
 */
function coverage(period: Period): Prisma.Sql {
  return sql`(
  WITH held AS (
    SELECT extract(year FROM occurred_on)::int AS year, county_id, township_id, id, occurred_on, ${entryDay} AS entered_on,
      ${heldOrNot(period, sql`occurred_on`)} AS left_out
    FROM training WHERE ${withinDays(sql`occurred_on`, period)}
  ), asked AS MATERIALIZED (
    SELECT DISTINCT h.year, h.county_id, h.township_id, make_date(h.year, 1, 1) AS since,
      least(make_date(h.year, 12, 31), ${todayOf(period)}, t.merged_on) AS until
    FROM held h JOIN ${townshipsIn(period)} t ON t.id = h.township_id WHERE h.left_out IS NULL
  )
  SELECT ${evidenceColumns} FROM (
    SELECT a.year, 'D6' AS metric, 'all' AS part, a.township_id, 'deputy' AS record_type, d.id AS record_id,
      had.first_on AS occurred_on, had.entered_on, (had.times > 0)::int::float8 AS numerator, 1 AS denominator,
      CASE WHEN had.times > 0 THEN 'trained' ELSE 'untrained' END AS reason, had.times AS amount
    FROM asked a CROSS JOIN LATERAL ${deputiesOfRow(a, sql`a.until`)} d CROSS JOIN LATERAL (
      SELECT count(*)::int AS times, min(h.occurred_on) AS first_on, (array_agg(${entryDayOf(h)} ORDER BY h.occurred_on, h.id))[1] AS entered_on
      FROM ${trainingsOf(d)} h WHERE h.occurred_on BETWEEN a.since AND a.until
    ) had
    UNION ALL
    SELECT year, 'D6', CASE WHEN left_out = 'voided' THEN 'voided' ELSE 'all' END, township_id, 'training', id, occurred_on, entered_on,
      0, 0, left_out, NULL
    FROM held WHERE left_out IS NOT NULL
  ) rows)`;
}

export const trainingsEvidence = {
  sources: [{ metrics: ["D6"], rows: coverage }],
  ledgers: [entryLedger("training", sql`training`)],
  records: { training: { title: sql`(SELECT t.topic FROM training t WHERE ${ofRow(t)})` } },
  dated: [[sql`training`, sql`occurred_on`]],
} as const satisfies SliceEvidence;
