import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { dayAfter, evidenceColumns, firstDay, own, type Period, todayOf } from "./period";

/**
 * Activities: B3 counts visits and investigations that led to something — a report, and at least one finding or two
 * deputies who signed that there was none.
 */
export function activityEvidence(period: Period): Prisma.Sql {
  return Prisma.sql`(
  WITH done AS (
    SELECT extract(year FROM occurred_on)::int AS year, county_id, township_id, id, occurred_on, no_findings,
      kind = 'lawInspection' AS other_kind, coalesce(report, '') <> '' OR reported_on IS NOT NULL AS reported,
      (entered_at AT TIME ZONE 'Asia/Shanghai')::date AS entered_on,
      CASE WHEN voided_at IS NOT NULL THEN 'voided' WHEN state = 'cancelled' THEN 'cancelled'
        WHEN occurred_on > ${todayOf(period)} THEN 'notYetHeld' END AS left_out
    FROM activity WHERE ${own(period)} AND occurred_on >= ${firstDay(period)} AND occurred_on < ${dayAfter(period)}
  ), judged AS MATERIALIZED (
    SELECT d.*, f.findings, d.no_findings AND p.signed >= 2 AS signed
    FROM done d CROSS JOIN LATERAL (
      SELECT count(*)::int AS findings FROM finding f
      WHERE f.county_id = d.county_id AND f.township_id = d.township_id AND f.activity_id = d.id AND f.voided_at IS NULL
    ) f CROSS JOIN LATERAL (
      SELECT count(*)::int AS signed FROM activity_participant p
      WHERE d.no_findings AND p.county_id = d.county_id AND p.township_id = d.township_id AND p.activity_id = d.id
        AND p.signed_no_findings
    ) p
  )
  SELECT ${evidenceColumns} FROM (
    SELECT j.year, v.metric, CASE WHEN j.left_out = 'voided' THEN 'voided' ELSE 'all' END AS part, j.township_id,
      'activity' AS record_type, j.id AS record_id, j.occurred_on, j.entered_on,
      CASE WHEN j.left_out IS NULL THEN v.numerator ELSE 0 END::float8 AS numerator,
      CASE WHEN j.left_out IS NULL THEN v.denominator ELSE 0 END AS denominator,
      coalesce(j.left_out, v.reason) AS reason, v.amount
    FROM judged j CROSS JOIN LATERAL (VALUES
      ('B3', CASE WHEN NOT j.other_kind AND j.reported AND (j.findings > 0 OR j.signed) THEN 1 ELSE 0 END,
        CASE WHEN j.other_kind THEN 0 ELSE 1 END,
        CASE WHEN j.other_kind THEN 'lawInspection' WHEN NOT j.reported THEN 'noReport' WHEN j.findings > 0 THEN 'withFindings'
          WHEN j.signed THEN 'signedNone' WHEN j.no_findings THEN 'unsignedNone' ELSE 'noFindings' END,
        j.findings)
    ) AS v (metric, numerator, denominator, reason, amount)
  ) rows)`;
}

/** Findings in the year they fell due (without a due day: were closed, else were found): B4. */
export function findingEvidence(period: Period): Prisma.Sql {
  return Prisma.sql`(
  WITH reckoned AS (
    SELECT extract(year FROM coalesce(due_on, closed_on, occurred_on))::int AS year, county_id, township_id, id, activity_id,
      coalesce(due_on, closed_on, occurred_on) AS occurred_on, (entered_at AT TIME ZONE 'Asia/Shanghai')::date AS entered_on,
      due_on, closed_on, voided_at, entered_closed, state = 'closed' AND verified_on IS NOT NULL AS settled
    FROM finding WHERE ${own(period)} AND coalesce(due_on, closed_on, occurred_on) >= ${firstDay(period)}
      AND coalesce(due_on, closed_on, occurred_on) < ${dayAfter(period)}
  ), judged AS (
    SELECT r.*, CASE WHEN r.voided_at IS NOT NULL OR a.voided_at IS NOT NULL THEN 'voided' WHEN r.settled THEN 'closed'
        WHEN r.entered_closed THEN 'notRecorded'
        WHEN r.due_on IS NULL THEN 'noDueDay' WHEN r.due_on >= ${todayOf(period)} THEN 'notYetDue' ELSE 'notClosed' END AS reason
    FROM reckoned r JOIN activity a ON a.county_id = r.county_id AND a.township_id = r.township_id AND a.id = r.activity_id
  )
  SELECT year, 'B4' AS metric, CASE WHEN reason = 'voided' THEN 'voided' ELSE 'all' END AS part, township_id,
    'finding' AS record_type, id AS record_id, occurred_on, entered_on,
    CASE WHEN reason = 'closed' THEN 1 ELSE 0 END::float8 AS numerator,
    CASE WHEN reason IN ('closed', 'notClosed') THEN 1 ELSE 0 END AS denominator, reason,
    CASE WHEN reason = 'notClosed' THEN ${todayOf(period)} - due_on END AS amount
  FROM judged)`;
}
