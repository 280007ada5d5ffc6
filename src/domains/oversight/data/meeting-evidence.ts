import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { dayAfter, evidenceColumns, firstDay, own, type Period, todayOf } from "./period";

/**
 * Sessions: A1 counts them, A4 their attendance.
 * Attendance counts only deputies of this township's congress whose mandate covers the first day; leave is shown but
 * is not presence. A meeting known by totals alone counts by its totals.
 */
export function sessionEvidence(period: Period): Prisma.Sql {
  return Prisma.sql`(
  WITH held AS (
    SELECT extract(year FROM starts_on)::int AS year, county_id, township_id, id, starts_on AS occurred_on,
      (entered_at AT TIME ZONE 'Asia/Shanghai')::date AS entered_on, deputies_total, deputies_present,
      CASE WHEN voided_at IS NOT NULL THEN 'voided' WHEN starts_on > ${todayOf(period)} THEN 'notYetHeld' END AS left_out
    FROM session WHERE ${own(period)} AND starts_on >= ${firstDay(period)} AND starts_on < ${dayAfter(period)}
  ), attended AS MATERIALIZED (
    SELECT h.*, a.lines, a.due, a.present, a.on_leave FROM held h CROSS JOIN LATERAL (
      SELECT count(*)::int AS lines, count(*) FILTER (WHERE entitled)::int AS due,
        count(*) FILTER (WHERE entitled AND status = 'present')::int AS present,
        count(*) FILTER (WHERE entitled AND status = 'leave')::int AS on_leave
      FROM (SELECT l.status, EXISTS (
          SELECT 1 FROM mandate m
          WHERE m.county_id = l.county_id AND m.township_id = l.township_id AND m.deputy_id = l.deputy_id
            AND m.level = 'township' AND m.voided_at IS NULL AND m.starts_on <= h.occurred_on
            AND (m.ends_on IS NULL OR m.ends_on >= h.occurred_on)) AS entitled
        FROM session_attendance l
        WHERE l.county_id = h.county_id AND l.township_id = h.township_id AND l.session_id = h.id
        OFFSET 0) line
    ) a
  )
  SELECT ${evidenceColumns} FROM (
    SELECT a.year, v.metric, CASE WHEN a.left_out = 'voided' THEN 'voided' ELSE v.part END AS part, a.township_id,
      'session' AS record_type, a.id AS record_id, a.occurred_on, a.entered_on,
      CASE WHEN a.left_out IS NULL THEN v.numerator ELSE 0 END::float8 AS numerator,
      CASE WHEN a.left_out IS NULL THEN v.denominator ELSE 0 END AS denominator,
      coalesce(a.left_out, v.reason) AS reason, v.amount
    FROM attended a CROSS JOIN LATERAL (VALUES
      ('A1', 'all', 1, 1, 'held', NULL::int),
      ('A4', 'session',
        CASE WHEN a.lines > 0 THEN a.present ELSE coalesce(least(a.deputies_present, a.deputies_total), 0) END,
        CASE WHEN a.lines > 0 THEN a.due WHEN a.deputies_present IS NULL THEN 0 ELSE coalesce(a.deputies_total, 0) END,
        CASE WHEN a.lines > 0 AND a.due > 0 THEN 'rollCall' WHEN a.lines > 0 THEN 'noMandate'
          WHEN a.deputies_total > 0 AND a.deputies_present IS NOT NULL THEN 'totals' ELSE 'noAttendance' END,
        a.on_leave)
    ) AS v (metric, part, numerator, denominator, reason, amount)
  ) rows)`;
}

/**
 * Presidium meetings: A3 gives each quarter to its first regular or special meeting, A4 counts attendance of the members
 * in office on that day.
 */
export function presidiumEvidence(period: Period): Prisma.Sql {
  return Prisma.sql`(
  WITH held AS (
    SELECT extract(year FROM occurred_on)::int AS year, county_id, township_id, id, occurred_on, members_total, members_present,
      (entered_at AT TIME ZONE 'Asia/Shanghai')::date AS entered_on, extract(quarter FROM occurred_on)::int AS quarter,
      CASE WHEN voided_at IS NOT NULL THEN 'voided' WHEN occurred_on > ${todayOf(period)} THEN 'notYetHeld'
        WHEN kind NOT IN ('regular', 'special') THEN 'notPresidium' END AS left_out
    FROM presidium_meeting WHERE ${own(period)} AND occurred_on >= ${firstDay(period)} AND occurred_on < ${dayAfter(period)}
  ), attended AS MATERIALIZED (
    SELECT h.*, a.lines, a.due, a.present, a.on_leave,
      row_number() OVER (PARTITION BY h.township_id, h.year, h.quarter, h.left_out IS NULL ORDER BY h.occurred_on, h.id) AS place
    FROM held h CROSS JOIN LATERAL (
      SELECT count(*)::int AS lines, count(*) FILTER (WHERE in_office)::int AS due,
        count(*) FILTER (WHERE in_office AND status = 'present')::int AS present,
        count(*) FILTER (WHERE in_office AND status = 'leave')::int AS on_leave
      FROM (SELECT l.status, m.voided_at IS NULL AND m.starts_on <= h.occurred_on
          AND (m.ends_on IS NULL OR m.ends_on >= h.occurred_on) AS in_office
        FROM presidium_attendance l
        JOIN presidium_member m ON m.county_id = l.county_id AND m.township_id = l.township_id AND m.id = l.member_id
        WHERE l.county_id = h.county_id AND l.township_id = h.township_id AND l.meeting_id = h.id
        OFFSET 0) line
    ) a
  )
  SELECT ${evidenceColumns} FROM (
    SELECT a.year, v.metric, CASE WHEN a.left_out = 'voided' THEN 'voided' ELSE v.part END AS part, a.township_id,
      'presidium_meeting' AS record_type, a.id AS record_id, a.occurred_on, a.entered_on,
      CASE WHEN a.left_out IS NULL THEN v.numerator ELSE 0 END::float8 AS numerator,
      CASE WHEN a.left_out IS NULL THEN v.denominator ELSE 0 END AS denominator,
      coalesce(a.left_out, v.reason) AS reason, v.amount
    FROM attended a CROSS JOIN LATERAL (VALUES
      ('A3', 'all', CASE WHEN a.place = 1 THEN 1 ELSE 0 END, CASE WHEN a.place = 1 THEN 1 ELSE 0 END,
        CASE WHEN a.place = 1 THEN 'quarterMet' ELSE 'quarterMetBefore' END, a.quarter),
      ('A4', 'presidium',
        CASE WHEN a.lines > 0 THEN a.present ELSE coalesce(least(a.members_present, a.members_total), 0) END,
        CASE WHEN a.lines > 0 THEN a.due WHEN a.members_present IS NULL THEN 0 ELSE coalesce(a.members_total, 0) END,
        CASE WHEN a.lines > 0 AND a.due > 0 THEN 'rollCall' WHEN a.lines > 0 THEN 'noMandate'
          WHEN a.members_total > 0 AND a.members_present IS NOT NULL THEN 'totals' ELSE 'noAttendance' END,
        a.on_leave)
    ) AS v (metric, part, numerator, denominator, reason, amount)
  ) rows)`;
}

/** The quarters without a presidium meeting: each is a row too, so that A3 is always the sum of what is shown. */
export function emptyQuarterEvidence(period: Period): Prisma.Sql {
  return Prisma.sql`(
  WITH quarters AS (
    SELECT y AS year, q AS quarter, make_date(y, q * 3 - 2, 1) AS starts_on
    FROM generate_series(${period.fromYear}::int, ${period.toYear}::int) y, generate_series(1, 4) q
  )
  SELECT q.year, 'A3' AS metric, 'all' AS part, t.id AS township_id, 'quarter' AS record_type, NULL::uuid AS record_id,
    q.starts_on AS occurred_on, NULL::date AS entered_on, 0::float8 AS numerator, 1 AS denominator,
    CASE WHEN q.starts_on > ${todayOf(period)} THEN 'quarterToCome'
      WHEN (q.starts_on + interval '3 months')::date > ${todayOf(period)} THEN 'quarterOpen' ELSE 'quarterMissed' END AS reason,
    q.quarter AS amount
  FROM township t CROSS JOIN quarters q
  WHERE t.county_id = ${period.countyId}::uuid AND (t.merged_on IS NULL OR t.merged_on >= q.starts_on)
    AND (${period.townshipId}::uuid IS NULL OR t.id = ${period.townshipId}::uuid)
    AND NOT EXISTS (
      SELECT 1 FROM presidium_meeting m
      WHERE m.county_id = t.county_id AND m.township_id = t.id AND m.voided_at IS NULL AND m.kind IN ('regular', 'special')
        AND m.occurred_on >= q.starts_on AND m.occurred_on < q.starts_on + interval '3 months'
        AND m.occurred_on <= ${todayOf(period)}))`;
}
