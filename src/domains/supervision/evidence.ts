import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { datedValues } from "@/server/db/turnout";
import {
  dayAfter,
  entryDay,
  entryDayOf,
  evidenceColumns,
  firstDay,
  heldOrNot,
  type JudgedPeriod,
  ofRow,
  own,
  type Period,
  todayOf,
  withinDays,
  firstLag,
} from "@/server/evidence/period";
import { registered, type SliceEvidence } from "@/server/evidence/slice";
import { findingDueSql } from "./data/overdue";
import { signersNeeded } from "./rules/activities";

const sql = Prisma.sql;
const a = sql`a`;
const f = sql`f`;

/**
 * Activities: B3 counts visits and investigations that led to something — a report, and at least one finding or two
 * deputies who signed that there was none. B2 counts inspections of a law whose report was answered in time.
 */
function activities(period: JudgedPeriod<"inspection.responseMonths">): Prisma.Sql {
  return sql`(
  WITH done AS (
    SELECT extract(year FROM occurred_on)::int AS year, county_id, township_id, id, occurred_on, no_findings,
      kind = 'lawInspection' AS other_kind, kind = 'workAppraisal' AS appraised, entered_closed, handed_on, responded_on,
      (handed_on + make_interval(months => q.value))::date AS response_due, coalesce(report, '') <> '' OR reported_on IS NOT NULL AS reported,
      ${entryDay} AS entered_on,
      CASE WHEN voided_at IS NOT NULL THEN 'voided' WHEN state = 'cancelled' THEN 'cancelled'
        WHEN occurred_on > ${todayOf(period)} THEN 'notYetHeld' END AS left_out
    FROM activity JOIN ${datedValues(period.rule("inspection.responseMonths"))} q (since, until, value) ON occurred_on BETWEEN q.since AND q.until
    WHERE ${withinDays(sql`occurred_on`, period)}
  ), judged AS MATERIALIZED (
    SELECT d.*, coalesce(d.responded_on, ${todayOf(period)}) - d.response_due AS days, f.findings, d.no_findings AND p.signed >= ${signersNeeded}::int AS signed
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
        j.findings),
      ('B2', CASE WHEN j.reported AND j.responded_on IS NOT NULL AND j.days <= 0 THEN 1 ELSE 0 END,
        CASE WHEN j.reported AND j.handed_on IS NULL AND j.entered_closed THEN 0 ELSE 1 END,
        CASE WHEN NOT j.reported THEN 'noReport' WHEN j.handed_on IS NULL THEN CASE WHEN j.entered_closed THEN 'notRecorded' ELSE 'notHandedOver' END
          WHEN j.responded_on IS NULL THEN CASE WHEN j.days > 0 THEN 'responseOverdue' ELSE 'responseOpen' END
          WHEN j.days > 0 THEN 'responseLate' ELSE 'responseInTime' END,
        CASE WHEN j.days > 0 THEN j.days END)
    ) AS v (metric, numerator, denominator, reason, amount)
    WHERE NOT j.appraised AND (v.metric = 'B3' OR j.other_kind)
  ) rows)`;
}

/** M17: inspections of a law with a report, be it answered or not; M25: visits and the like with one, whatever they found. */
const reported = (period: Period): Prisma.Sql => sql`(
  WITH done AS (
    SELECT extract(year FROM occurred_on)::int AS year, township_id, id, occurred_on, ${entryDay} AS entered_on,
      CASE WHEN voided_at IS NOT NULL THEN 'voided' WHEN state = 'cancelled' THEN 'cancelled'
        WHEN occurred_on > ${todayOf(period)} THEN 'notYetHeld' END AS left_out, coalesce(report, '') <> '' OR reported_on IS NOT NULL AS reported,
      CASE WHEN kind = 'lawInspection' THEN 'M17' ELSE 'M25' END AS metric
    FROM activity WHERE ${withinDays(sql`occurred_on`, period)} AND kind <> 'workAppraisal'
  )
  SELECT ${evidenceColumns} FROM (
    SELECT year, metric, CASE WHEN left_out = 'voided' THEN 'voided' ELSE 'all' END AS part, township_id, 'activity' AS record_type,
      id AS record_id, occurred_on, entered_on, (left_out IS NULL AND reported)::int::float8 AS numerator, (left_out IS NULL)::int AS denominator,
      coalesce(left_out, CASE WHEN reported THEN 'reportMade' ELSE 'noReport' END) AS reason, NULL::int AS amount
    FROM done
  ) rows)`;

/** M18, beside the rounds with ballots: units' work that was appraised without any; it need not have found anything. */
const appraisedWithoutBallots = (period: Period): Prisma.Sql => sql`(
  SELECT ${evidenceColumns} FROM (
    SELECT year, 'M18' AS metric, CASE WHEN left_out = 'voided' THEN 'voided' ELSE 'all' END AS part, township_id, 'activity' AS record_type,
      id AS record_id, occurred_on, entered_on, (left_out IS NULL)::int::float8 AS numerator, (left_out IS NULL)::int AS denominator,
      coalesce(left_out, 'heldWithoutBallots') AS reason, NULL::int AS amount
    FROM (SELECT extract(year FROM occurred_on)::int AS year, township_id, id, occurred_on, ${entryDay} AS entered_on,
        CASE WHEN voided_at IS NOT NULL THEN 'voided' WHEN state = 'cancelled' THEN 'cancelled'
          WHEN occurred_on > ${todayOf(period)} THEN 'notYetHeld' END AS left_out
      FROM activity WHERE ${withinDays(sql`occurred_on`, period)} AND kind = 'workAppraisal') held
  ) rows)`;

/** What was struck off in time and came back later counts once a year: in the year its first day lay in, as struck off then. */
const kept = (period: Period): Prisma.Sql => sql`
  SELECT extract(year FROM earlier_due_on)::int AS year, 'B4' AS metric, 'all' AS part, township_id, 'finding' AS record_type, id AS record_id,
    earlier_due_on AS occurred_on, ${entryDay} AS entered_on, 1::float8 AS numerator, 1 AS denominator, 'closed' AS reason, NULL::int AS amount
  FROM finding f WHERE ${withinDays(sql`earlier_due_on`, period)} AND voided_at IS NULL
    AND extract(year FROM earlier_due_on) < extract(year FROM ${findingDueSql})`;

/** Leaves aside, before any day is reckoned, what was both due and struck off in an earlier year. */
const mayConcern = (period: Period): Prisma.Sql =>
  sql`(closed_on IS NULL OR closed_on >= ${firstDay(period)} OR due_on IS NULL OR due_on >= ${firstDay(period)})`;

/**
 * Findings in the year they fell due (struck off without a due day: when they were closed): B4. One that stayed open
 * into later years counts in each of them too, until it is struck off; one whose unit was never told falls due when it
 * should have been told.
 */
function findings(period: Period): Prisma.Sql {
  return sql`(
  WITH reckoned AS (
    SELECT * FROM (SELECT county_id, township_id, id, activity_id, ${findingDueSql} AS occurred_on, due_on IS NULL AS untold,
      ${entryDay} AS entered_on, closed_on, voided_at, entered_closed,
      state = 'closed' AND verified_on IS NOT NULL AS settled
    FROM finding f WHERE ${own(period)} AND ${mayConcern(period)} OFFSET 0) dated
    WHERE occurred_on < ${dayAfter(period)} AND (occurred_on >= ${firstDay(period)}
      OR (voided_at IS NULL AND coalesce(closed_on, ${todayOf(period)}) >= ${firstDay(period)}))
  ), judged AS (
    SELECT r.*, CASE WHEN r.voided_at IS NOT NULL OR a.voided_at IS NOT NULL THEN 'voided' WHEN r.settled THEN 'closed'
        WHEN r.entered_closed THEN 'notRecorded'
        WHEN r.occurred_on >= ${todayOf(period)} THEN 'notYetDue' WHEN r.untold THEN 'notNotified' ELSE 'notClosed' END AS reason
    FROM reckoned r LEFT JOIN activity a ON a.county_id = r.county_id AND a.township_id = r.township_id AND a.id = r.activity_id
  ), spread AS (
    SELECT j.*, y AS year, y > extract(year FROM j.occurred_on) AS carried FROM judged j CROSS JOIN LATERAL generate_series(
      extract(year FROM j.occurred_on)::int,
      CASE WHEN j.reason = 'voided' THEN extract(year FROM j.occurred_on)
        ELSE greatest(extract(year FROM j.occurred_on), extract(year FROM coalesce(j.closed_on, ${todayOf(period)}))) END::int) y
    WHERE y BETWEEN ${period.fromYear}::int AND ${period.toYear}::int
  )
  SELECT ${evidenceColumns} FROM (SELECT year, 'B4' AS metric, CASE WHEN reason = 'voided' THEN 'voided' WHEN carried THEN 'carried' ELSE 'all' END AS part,
    township_id, 'finding' AS record_type, id AS record_id, occurred_on, entered_on,
    CASE WHEN reason = 'closed' THEN 1 ELSE 0 END::float8 AS numerator,
    CASE WHEN reason IN ('closed', 'notClosed', 'notNotified') THEN 1 ELSE 0 END AS denominator, reason,
    CASE WHEN reason IN ('notClosed', 'notNotified') THEN ${todayOf(period)} - occurred_on END AS amount
  FROM spread UNION ALL ${kept(period)}) rows)`;
}

const activityDays = (period: Period) => sql`
  (SELECT extract(year FROM occurred_on)::int AS year, township_id, id AS record_id, occurred_on, occurred_entered_on, ${firstLag}, reported_on,
    reported_entered_on, handed_on, handed_entered_on, responded_on, responded_entered_on, CASE WHEN state = 'cancelled' AND voided_at IS NULL THEN 'cancelled'
      ELSE ${heldOrNot(period, sql`occurred_on`)} END AS left_out
  FROM activity WHERE ${withinDays(sql`occurred_on`, period)})`;

const findingDays = (period: Period) => sql`
  (SELECT extract(year FROM occurred_on)::int AS year, township_id, id AS record_id, occurred_on, occurred_entered_on, ${firstLag}, notified_on,
    notified_entered_on, planned_on, planned_entered_on, rectified_on, rectified_entered_on, verified_on, verified_entered_on,
    closed_on, closed_entered_on, CASE WHEN voided_at IS NOT NULL THEN 'voided' END AS left_out
  FROM finding WHERE ${withinDays(sql`occurred_on`, period)})`;

export const supervisionEvidence = {
  sources: [
    { metrics: ["B2", "B3"], rows: activities },
    { metrics: ["B4"], rows: findings },
    { metrics: ["M17", "M25"], rows: reported },
    { metrics: ["M18"], rows: appraisedWithoutBallots },
  ],
  ledgers: [
    {
      recordType: "activity",
      steps: [
        registered,
        ["reported", sql`reported_on`, sql`reported_entered_on`],
        ["handedOver", sql`handed_on`, sql`handed_entered_on`],
        ["responded", sql`responded_on`, sql`responded_entered_on`],
      ],
      from: activityDays,
    },
    {
      recordType: "finding",
      steps: [
        registered,
        ["notified", sql`notified_on`, sql`notified_entered_on`],
        ["planned", sql`planned_on`, sql`planned_entered_on`],
        ["rectified", sql`rectified_on`, sql`rectified_entered_on`],
        ["verified", sql`verified_on`, sql`verified_entered_on`],
        ["struckOff", sql`closed_on`, sql`closed_entered_on`],
      ],
      from: findingDays,
    },
  ],
  records: {
    activity: {
      title: sql`(SELECT a.topic FROM activity a WHERE ${ofRow(a)})`,
      enteredClosed: sql`(SELECT a.entered_closed FROM activity a WHERE ${ofRow(a)})`,
    },
    finding: {
      title: sql`(SELECT '问题' || f.number || '：' || f.description FROM finding f WHERE ${ofRow(f)})`,
      enteredClosed: sql`(SELECT f.entered_closed FROM finding f WHERE ${ofRow(f)})`,
    },
  },
  deciding: {
    B2: sql`SELECT a.responded_on AS day, a.responded_entered_on AS entered FROM activity a WHERE ${ofRow(a)}`,
    B3: sql`SELECT a.reported_on AS day, a.reported_entered_on AS entered FROM activity a WHERE ${ofRow(a)}`,
    B4: sql`SELECT coalesce(f.closed_on, f.occurred_on) AS day,
      CASE WHEN f.closed_on IS NULL THEN ${entryDayOf(f)} ELSE f.closed_entered_on END AS entered FROM finding f WHERE ${ofRow(f)}`,
  },
  owners: {
    unit: {
      finding: (period) => sql`SELECT township_id, id AS record_id, unit_id AS subject_id FROM finding
        WHERE ${own(period)} AND unit_id IS NOT NULL`,
    },
  },
  dated: [
    [sql`activity`, sql`occurred_on`],
    [sql`finding`, sql`occurred_on`],
  ],
} as const satisfies SliceEvidence;
