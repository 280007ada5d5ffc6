import "server-only";
import type { MetricCode } from "@/domains/oversight/rules/metrics";
import { Prisma } from "@/server/db/generated/client";

const sql = Prisma.sql;

const shanghai = (instant: Prisma.Sql) => sql`(${instant} AT TIME ZONE 'Asia/Shanghai')::date`;
const suggestion = (columns: Prisma.Sql) => sql`SELECT ${columns} FROM suggestion s
  WHERE s.county_id = e.county_id AND s.township_id = e.township_id AND s.id = e.record_id`;
const ofSuggestion = sql`l.county_id = e.county_id AND l.township_id = e.township_id AND l.suggestion_id = e.record_id`;

/** The fact by which a metric judges a record, with the day it was entered; other metrics judge the record's own entry. */
const deciding: Partial<Record<MetricCode, Prisma.Sql>> = {
  B3: sql`SELECT a.reported_on AS day, a.reported_entered_on AS entered FROM activity a
    WHERE a.county_id = e.county_id AND a.township_id = e.township_id AND a.id = e.record_id`,
  B4: sql`SELECT coalesce(f.closed_on, f.occurred_on) AS day,
      CASE WHEN f.closed_on IS NULL THEN ${shanghai(sql`f.entered_at`)} ELSE f.closed_entered_on END AS entered FROM finding f
    WHERE f.county_id = e.county_id AND f.township_id = e.township_id AND f.id = e.record_id`,
  C1: suggestion(sql`s.assigned_on AS day, s.assigned_entered_on AS entered`),
  C2: sql`SELECT l.confirmed_on AS day, l.confirmed_entered_on AS entered FROM consultation l
    WHERE ${ofSuggestion} AND l.confirmed_on IS NOT NULL ORDER BY l.confirmed_on DESC LIMIT 1`,
  C3: sql`SELECT l.replied_on AS day, ${shanghai(sql`l.entered_at`)} AS entered FROM reply l WHERE ${ofSuggestion} AND l.attempt = 1`,
  C4: suggestion(sql`s.closed_on AS day, s.closed_entered_on AS entered`),
  C5: sql`SELECT l.rated_on AS day, ${shanghai(sql`l.entered_at`)} AS entered FROM rating l WHERE ${ofSuggestion}
    ORDER BY l.attempt DESC, l.rated_on DESC, l.id DESC LIMIT 1`,
  C6: sql`SELECT l.replied_on AS day, ${shanghai(sql`l.entered_at`)} AS entered FROM reply l WHERE ${ofSuggestion} AND l.attempt > 1
    ORDER BY l.attempt DESC LIMIT 1`,
};

/**
 * `entry (day, entered)` of an evidence row `e`, cut to one page: what it is judged by and when that was entered. Where the
 * deciding step has not been taken, the record's own entry stands.
 */
export function entryOf(metric: MetricCode): Prisma.Sql {
  const own = sql`SELECT 2 AS place, e.occurred_on AS day, e.entered_on AS entered`;
  const judged = deciding[metric];
  const both =
    judged === undefined ? own : sql`SELECT 1 AS place, * FROM (${judged}) judged UNION ALL ${own}`;
  return sql`LEFT JOIN LATERAL (SELECT day, entered FROM (${both}) entry WHERE entered IS NOT NULL ORDER BY place LIMIT 1) entry ON true`;
}

/** Whether the record was brought in as already closed, from the papers of an earlier year. */
export const enteredClosed = sql`coalesce(CASE e.record_type
  WHEN 'suggestion' THEN (SELECT s.entered_closed FROM suggestion s
    WHERE s.county_id = e.county_id AND s.township_id = e.township_id AND s.id = e.record_id)
  WHEN 'activity' THEN (SELECT a.entered_closed FROM activity a
    WHERE a.county_id = e.county_id AND a.township_id = e.township_id AND a.id = e.record_id)
  WHEN 'finding' THEN (SELECT f.entered_closed FROM finding f
    WHERE f.county_id = e.county_id AND f.township_id = e.township_id AND f.id = e.record_id) END, false)`;
