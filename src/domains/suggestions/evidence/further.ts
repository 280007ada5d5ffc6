import "server-only";
import { headsIn } from "@/domains/deputies/data/in-office";
import { Prisma } from "@/server/db/generated/client";
import { entryDay, evidenceColumns, own, type Period } from "@/server/evidence/period";
import { uncountedSql } from "../data/overdue";

const { sql } = Prisma;

const registered = (period: Period): Prisma.Sql => sql`registered AS (
  SELECT year, county_id, township_id, id, occurred_on, ${entryDay} AS entered_on, entered_closed, outcome, solved_on, closed_on, ${uncountedSql} AS left_out
  FROM suggestion WHERE ${own(period)} AND year BETWEEN ${period.fromYear}::int AND ${period.toYear}::int)`;
const ofThese = sql`suggestion_id IN (SELECT id FROM registered)`;

/** M07 counts what deputies put forward, by their head, and M26 as it is; M08 whether some reply went to each who signed, in writing. */
export const eachSuggestion = (period: Period): Prisma.Sql => sql`(
  WITH ${registered(period)}, heads AS MATERIALIZED (SELECT * FROM ${headsIn(period)} n),
  signed AS (SELECT suggestion_id, count(*)::int AS signers FROM suggestion_signer WHERE ${own(period)} AND ${ofThese} GROUP BY 1),
  written AS (SELECT suggestion_id, max(written_to_signers) AS written FROM reply WHERE ${own(period)} AND ${ofThese} GROUP BY 1),
  facts AS (
    SELECT s.*, n.heads, coalesce(g.signers, 0) AS signers, w.written,
      CASE WHEN w.written IS NULL THEN 'notReplied' WHEN s.entered_closed THEN 'notRecorded' WHEN g.signers IS NULL THEN 'noSigners' END AS unjudged
    FROM registered s LEFT JOIN heads n ON n.year = s.year AND n.township_id = s.township_id
    LEFT JOIN signed g ON g.suggestion_id = s.id LEFT JOIN written w ON w.suggestion_id = s.id
  )
  SELECT ${evidenceColumns} FROM (
    SELECT f.year, v.metric, CASE WHEN f.left_out = 'voided' THEN 'voided' ELSE 'all' END AS part, f.township_id, 'suggestion' AS record_type,
      f.id AS record_id, f.occurred_on, f.entered_on, CASE WHEN f.left_out IS NULL THEN v.numerator ELSE 0 END::float8 AS numerator,
      CASE WHEN f.left_out IS NULL THEN v.denominator ELSE 0 END AS denominator, coalesce(f.left_out, v.reason) AS reason, v.amount
    FROM facts f CROSS JOIN LATERAL (VALUES
      ('M07', CASE WHEN f.heads > 0 THEN 1 / f.heads::float8 ELSE 0 END, CASE WHEN f.heads > 0 THEN 1 ELSE 0 END,
        CASE WHEN f.heads > 0 THEN 'putForward' ELSE 'noDeputies' END, NULL::int),
      ('M08', CASE WHEN f.unjudged IS NULL AND f.written >= f.signers THEN 1 ELSE 0 END, CASE WHEN f.unjudged IS NULL THEN 1 ELSE 0 END,
        coalesce(f.unjudged, CASE WHEN f.written >= f.signers THEN 'writtenToAll' ELSE 'writtenToSome' END),
        CASE WHEN f.unjudged IS NULL THEN CASE WHEN f.written >= f.signers THEN f.signers ELSE f.signers - f.written END END),
      ('M26', 1, 1, 'putForwardWhole', NULL)
    ) AS v (metric, numerator, denominator, reason, amount)
  ) rows)`;

/** M09 and M10 ask each unit that leads: whether some suggestion of the year was solved, and whether some deputy was satisfied. */
export const eachUnit = (period: Period): Prisma.Sql => sql`(
  WITH ${registered(period)}, rated AS (
    SELECT DISTINCT ON (suggestion_id) suggestion_id, rating FROM rating WHERE ${own(period)} AND ${ofThese}
    ORDER BY suggestion_id, attempt DESC, rated_on DESC NULLS LAST, id DESC
  ), led AS (
    SELECT suggestion_id, array_agg(unit_id) AS units FROM suggestion_unit
    WHERE ${own(period)} AND role = 'lead' AND ended_on IS NULL AND ${ofThese} GROUP BY suggestion_id
  ), units AS (
    SELECT s.year, s.township_id, u.unit_id, max(s.closed_on) AS last_on,
      count(*) FILTER (WHERE (s.closed_on IS NOT NULL OR s.entered_closed) AND s.outcome <> 'E')::int AS closed,
      count(*) FILTER (WHERE (s.closed_on IS NOT NULL OR s.entered_closed)
        AND (s.outcome = 'A' OR s.outcome IN ('B', 'C') AND s.solved_on IS NOT NULL))::int AS solved,
      count(r.rating)::int AS rated, count(*) FILTER (WHERE r.rating = 'satisfied')::int AS satisfied
    FROM registered s LEFT JOIN led l ON l.suggestion_id = s.id LEFT JOIN rated r ON r.suggestion_id = s.id
    CROSS JOIN LATERAL unnest(l.units) u (unit_id)
    WHERE s.left_out IS NULL GROUP BY s.year, s.township_id, u.unit_id
  )
  SELECT ${evidenceColumns} FROM (
    SELECT u.year, v.metric, 'all' AS part, u.township_id, 'handlingUnit' AS record_type, u.unit_id AS record_id, u.last_on AS occurred_on,
      NULL::date AS entered_on, (v.good > 0)::int::float8 AS numerator, 1 AS denominator,
      CASE WHEN v.good > 0 THEN v.met ELSE v.missed END AS reason, CASE WHEN v.good > 0 THEN v.good ELSE v.asked END AS amount
    FROM units u CROSS JOIN LATERAL (VALUES ('M09', u.closed, u.solved, 'unitSolved', 'unitUnsolved'),
      ('M10', u.rated, u.satisfied, 'unitSatisfied', 'unitUnsatisfied')) v (metric, asked, good, met, missed)
    WHERE v.asked > 0
  ) rows)`;
