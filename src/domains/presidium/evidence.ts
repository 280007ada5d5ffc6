import "server-only";
import { townshipsIn } from "@/domains/tenancy/data";
import { Prisma } from "@/server/db/generated/client";
import { coversQuarter, datedValues, presidiumQuorate, presidiumTurnout } from "@/server/db/turnout";
import {
  dayAfter,
  entryDay,
  entryOnDay,
  evidenceColumns,
  firstDay,
  heldOrNot,
  type JudgedPeriod,
  ofRow,
  type Period,
  todayOf,
  withinDays,
  firstLag,
} from "@/server/evidence/period";
import { registered, type SliceEvidence } from "@/server/evidence/slice";
import { attendanceBar } from "./rules";

const sql = Prisma.sql;
const h = sql`h`;
const t = sql`t`;
const m = sql`m`;

type Judged = JudgedPeriod<"presidium.perQuarter">;

const leftOut = (period: Period): Prisma.Sql => sql`CASE WHEN voided_at IS NOT NULL THEN 'voided'
  WHEN occurred_on > ${todayOf(period)} THEN 'notYetHeld' WHEN kind NOT IN ('regular', 'special') THEN 'notPresidium' END`;

/**
 * Presidium meetings: A3 gives each quarter to the meeting that makes up the number its rule asks for, A4 counts
 * attendance of the members in office on that day. A meeting without a quorum decides nothing and covers no quarter.
 */
function meetings(period: Judged): Prisma.Sql {
  return sql`(
  WITH held AS (
    SELECT extract(year FROM occurred_on)::int AS year, county_id, township_id, id, kind, voided_at, occurred_on, members_total,
      members_present, ${entryDay} AS entered_on, extract(quarter FROM occurred_on)::int AS quarter,
      (date_trunc('quarter', occurred_on) + interval '3 months' - interval '1 day')::date AS quarter_ends,
      ${leftOut(period)} AS left_out
    FROM presidium_meeting WHERE ${withinDays(sql`occurred_on`, period)}
  ), attended AS MATERIALIZED (
    SELECT h.*, t.basis, t.expected, t.present, t.on_leave, ${presidiumQuorate(t)} AS quorate, q.value AS needed,
      (row_number() OVER (PARTITION BY h.township_id, h.year, h.quarter, h.left_out IS NULL AND ${coversQuarter(h, t)}
        ORDER BY h.occurred_on, h.id))::int AS place
    FROM held h JOIN ${datedValues(period.rule("presidium.perQuarter"))} q (since, until, value) ON h.quarter_ends BETWEEN q.since AND q.until
    CROSS JOIN LATERAL ${presidiumTurnout(h)} t
  )
  SELECT ${evidenceColumns} FROM (
    SELECT a.year, v.metric, CASE WHEN a.left_out = 'voided' THEN 'voided' ELSE v.part END AS part, a.township_id,
      'presidiumMeeting' AS record_type, a.id AS record_id, a.occurred_on, a.entered_on,
      CASE WHEN a.left_out IS NULL THEN v.numerator ELSE 0 END::float8 AS numerator,
      CASE WHEN a.left_out IS NULL THEN v.denominator ELSE 0 END AS denominator,
      coalesce(a.left_out, v.reason) AS reason, v.amount
    FROM attended a CROSS JOIN LATERAL (VALUES
      ('A3', 'all', CASE WHEN a.quorate IS NOT FALSE AND a.place = a.needed THEN 1 ELSE 0 END,
        CASE WHEN a.quorate IS NOT FALSE AND a.place = a.needed THEN 1 ELSE 0 END,
        CASE WHEN a.quorate IS FALSE THEN 'noQuorum' WHEN a.place < a.needed THEN 'quarterPart'
          WHEN a.place > a.needed THEN 'quarterMetBefore' WHEN a.needed > 1 THEN 'quarterReached' ELSE 'quarterMet' END,
        CASE WHEN a.quorate IS FALSE THEN a.present WHEN a.place < a.needed OR a.needed > 1 AND a.place = a.needed THEN a.place
          ELSE a.quarter END),
      ('A4', 'presidium', coalesce(a.present, 0), coalesce(a.expected, 0), a.basis, a.on_leave)
    ) AS v (metric, part, numerator, denominator, reason, amount)
  ) rows)`;
}

/** The quarters without enough presidium meetings: each is a row too, so that A3 is always the sum of what is shown. */
function quarters(period: Judged): Prisma.Sql {
  return sql`(
  WITH quarters AS (
    SELECT y AS year, q AS quarter, make_date(y, q * 3 - 2, 1) AS starts_on,
      (make_date(y, q * 3 - 2, 1) + interval '3 months' - interval '1 day')::date AS ends_on
    FROM generate_series(${period.fromYear}::int, ${period.toYear}::int) y, generate_series(1, 4) q
  ), met AS MATERIALIZED (
    SELECT m.township_id, date_trunc('quarter', m.occurred_on)::date AS starts_on, count(*)::int AS held
    FROM presidium_meeting m CROSS JOIN LATERAL ${presidiumTurnout(m)} t
    WHERE m.county_id = ${period.countyId}::uuid AND (${period.townshipId}::uuid IS NULL OR m.township_id = ${period.townshipId}::uuid)
      AND m.occurred_on >= ${firstDay(period)} AND m.occurred_on < ${dayAfter(period)} AND m.occurred_on <= ${todayOf(period)}
      AND ${coversQuarter(m, t)}
    GROUP BY 1, 2
  )
  SELECT q.year, 'A3' AS metric, 'all' AS part, t.id AS township_id, 'quarter' AS record_type, NULL::uuid AS record_id,
    q.starts_on AS occurred_on, NULL::date AS entered_on, 0::float8 AS numerator, 1 AS denominator,
    CASE WHEN q.starts_on > ${todayOf(period)} THEN 'quarterToCome'
      WHEN q.ends_on >= ${todayOf(period)} THEN 'quarterOpen' WHEN met.held > 0 THEN 'quarterShort' ELSE 'quarterMissed' END AS reason,
    CASE WHEN met.held > 0 AND q.ends_on < ${todayOf(period)} THEN met.held ELSE q.quarter END AS amount
  FROM ${townshipsIn(period)} t CROSS JOIN quarters q
  JOIN ${datedValues(period.rule("presidium.perQuarter"))} needed (since, until, value) ON q.ends_on BETWEEN needed.since AND needed.until
  LEFT JOIN met ON met.township_id = t.id AND met.starts_on = q.starts_on
  WHERE (t.merged_on IS NULL OR t.merged_on >= q.starts_on) AND coalesce(met.held, 0) < needed.value)`;
}

/** M01: of the meetings whose attendance is told, those where enough members were present; M24: how many were held at all. */
const attended = (period: Period): Prisma.Sql => sql`(
  WITH held AS (
    SELECT extract(year FROM occurred_on)::int AS year, county_id, township_id, id, voided_at, occurred_on, members_total, members_present,
      ${entryDay} AS entered_on, ${leftOut(period)} AS left_out
    FROM presidium_meeting WHERE ${withinDays(sql`occurred_on`, period)}
  ), judged AS (
    SELECT h.*, coalesce(h.left_out, CASE WHEN t.expected > 0 THEN NULL ELSE t.basis END) AS uncounted,
      coalesce(h.left_out, CASE WHEN ${presidiumQuorate(t)} IS FALSE THEN 'noQuorum' END) AS not_held, t.present, t.present * 100 >= t.expected * ${attendanceBar}::int AS reached, floor(t.present * 100 / nullif(t.expected, 0))::int AS percent
    FROM held h CROSS JOIN LATERAL ${presidiumTurnout(h)} t
  )
  SELECT ${evidenceColumns} FROM (
    SELECT j.year, v.metric, CASE WHEN j.left_out = 'voided' THEN 'voided' ELSE 'all' END AS part, j.township_id,
      'presidiumMeeting' AS record_type, j.id AS record_id, j.occurred_on, j.entered_on,
      (v.uncounted IS NULL AND v.good)::int::float8 AS numerator, (v.uncounted IS NULL)::int AS denominator,
      coalesce(v.uncounted, v.reason) AS reason, v.amount
    FROM judged j CROSS JOIN LATERAL (VALUES
      ('M01', j.uncounted, j.reached, CASE WHEN j.reached THEN 'attendanceReached' ELSE 'attendanceShort' END,
        CASE WHEN j.uncounted IS NULL THEN j.percent END),
      ('M24', j.not_held, true, 'meetingHeld', CASE WHEN j.not_held = 'noQuorum' THEN j.present END)
    ) AS v (metric, uncounted, good, reason, amount)
  ) rows)`;

const entered = (period: Period) => sql`
  (SELECT extract(year FROM occurred_on)::int AS year, township_id, id AS record_id, occurred_on, occurred_entered_on, ${firstLag},
    CASE WHEN attendance_entered_on IS NOT NULL THEN occurred_on END AS attendance_on,
    ${entryOnDay(sql`attendance_entered_on`)} AS attendance_entered_on,
    ${heldOrNot(period, sql`occurred_on`)} AS left_out
  FROM presidium_meeting WHERE ${withinDays(sql`occurred_on`, period)})`;

export const presidiumEvidence = {
  sources: [
    { metrics: ["A3", "A4"], rows: meetings },
    { metrics: ["A3"], rows: quarters },
    { metrics: ["M01", "M24"], rows: attended },
  ],
  ledgers: [
    {
      recordType: "presidiumMeeting",
      steps: [registered, ["attendance", sql`attendance_on`, sql`attendance_entered_on`]],
      from: entered,
    },
  ],
  records: {
    presidiumMeeting: {
      title: sql`(SELECT coalesce('第' || m.number || '次会议：', '') || m.topic FROM presidium_meeting m WHERE ${ofRow(m)})`,
    },
  },
  dated: [[sql`presidium_meeting`, sql`occurred_on`]],
} as const satisfies SliceEvidence;
