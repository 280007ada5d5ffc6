import "server-only";
import { townshipsIn } from "@/domains/tenancy/data";
import { Prisma } from "@/server/db/generated/client";
import { standsOn } from "@/server/db/span";
import { datedValues } from "@/server/db/turnout";
import {
  entryDay,
  evidenceColumns,
  heldOrNot,
  type JudgedPeriod,
  ofRow,
  type Period,
  todayOf,
  withinDays,
  firstLag,
  toldDay,
  struckOwing,
} from "@/server/evidence/period";
import { entryLedger, registered, type SliceEvidence } from "@/server/evidence/slice";
import { carrierOf } from "./data/carried";
import { untoldBecause, visitorsTold } from "./data/months";

const sql = Prisma.sql;
const h = sql`h`;
const o = sql`o`;

/**
 * D3 gives each month to its first reception that says who came, at whatever station, or else to its first; the months
 * without one are rows too, so that twelve are always told.
 */
function months(period: Period): Prisma.Sql {
  return sql`(
  WITH held AS (
    SELECT extract(year FROM occurred_on)::int AS year, township_id, id, occurred_on, ${entryDay} AS entered_on, visitors, ${visitorsTold(sql`reception`)} AS told, ${untoldBecause(sql`reception`)} AS untold,
      date_trunc('month', occurred_on)::date AS month, ${heldOrNot(period, sql`occurred_on`)} AS left_out
    FROM reception WHERE ${withinDays(sql`occurred_on`, period)}
  ), placed AS (
    SELECT h.*, row_number() OVER (PARTITION BY h.township_id, h.month, h.left_out IS NULL ORDER BY h.told DESC, h.occurred_on, h.id) = 1
      AND h.left_out IS NULL AS first FROM held h
  ), empty AS (
    SELECT y AS year, t.id AS township_id, make_date(y, m, 1) AS month, (make_date(y, m, 1) + interval '1 month')::date AS after, m
    FROM ${townshipsIn(period)} t CROSS JOIN generate_series(${period.fromYear}::int, ${period.toYear}::int) y CROSS JOIN generate_series(1, 12) m
    WHERE (t.merged_on IS NULL OR t.merged_on >= make_date(y, m, 1))
      AND NOT EXISTS (SELECT FROM placed p WHERE p.first AND p.township_id = t.id AND p.month = make_date(y, m, 1))
  )
  SELECT ${evidenceColumns} FROM (
    SELECT year, 'D3' AS metric, CASE WHEN left_out = 'voided' THEN 'voided' ELSE 'all' END AS part, township_id,
      'reception' AS record_type, id AS record_id, occurred_on, entered_on, (first AND told)::int::float8 AS numerator, first::int AS denominator,
      coalesce(left_out, untold, CASE WHEN NOT first THEN 'monthAgain' WHEN visitors = 0 THEN 'monthNobody'
        ELSE 'monthReceived' END) AS reason, visitors AS amount
    FROM placed
    UNION ALL
    SELECT year, 'D3', 'all', township_id, 'month', NULL, month, NULL, 0, 1,
      CASE WHEN month > ${todayOf(period)} THEN 'monthToCome' WHEN after > ${todayOf(period)} THEN 'monthOpen' ELSE 'monthMissed' END, m
    FROM empty
  ) rows)`;
}

/** M14: each day on which a station received voters and said who came, once a station. */
const openDays = (period: Period): Prisma.Sql => sql`(
  WITH held AS (
    SELECT extract(year FROM occurred_on)::int AS year, township_id, station_id, id, occurred_on, ${entryDay} AS entered_on, visitors,
      coalesce(${heldOrNot(period, sql`occurred_on`)}, ${untoldBecause(sql`reception`)}) AS left_out
    FROM reception WHERE ${withinDays(sql`occurred_on`, period)}
  ), placed AS (
    SELECT *, left_out IS NULL AND row_number() OVER (PARTITION BY township_id, station_id, occurred_on, left_out IS NULL ORDER BY id) = 1 AS first
    FROM held
  )
  SELECT ${evidenceColumns} FROM (
    SELECT year, 'M14' AS metric, CASE WHEN left_out = 'voided' THEN 'voided' ELSE 'all' END AS part, township_id, 'reception' AS record_type,
      id AS record_id, occurred_on, entered_on, first::int::float8 AS numerator, first::int AS denominator,
      coalesce(left_out, CASE WHEN first THEN 'stationOpen' ELSE 'stationOpenAgain' END) AS reason, visitors AS amount
    FROM placed
  ) rows)`;

/** M15 asks each station in use on the year's last day, once any reception of the year was entered. */
const openStations = (period: Period): Prisma.Sql => sql`(
  WITH held AS (
    SELECT extract(year FROM occurred_on)::int AS year, township_id, station_id, occurred_on, ${entryDay} AS entered_on, ${visitorsTold(sql`reception`)} AS told
    FROM reception WHERE ${withinDays(sql`occurred_on`, period)} AND ${heldOrNot(period, sql`occurred_on`)} IS NULL
  ), asked AS MATERIALIZED (
    SELECT DISTINCT h.year, h.township_id, least(make_date(h.year, 12, 31), ${todayOf(period)}, t.merged_on) AS until
    FROM held h JOIN ${townshipsIn(period)} t ON t.id = h.township_id
  )
  SELECT ${evidenceColumns} FROM (
    SELECT a.year, 'M15' AS metric, 'all' AS part, a.township_id, 'station' AS record_type, s.id AS record_id, had.first_on AS occurred_on,
      had.entered_on, (had.times > 0)::int::float8 AS numerator, 1 AS denominator,
      CASE WHEN had.times > 0 THEN 'stationReceived' ELSE 'stationNever' END AS reason, had.times AS amount
    FROM asked a JOIN station s ON s.county_id = ${period.countyId}::uuid AND s.township_id = a.township_id AND ${standsOn(sql`s`, sql`a.until`)}
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS times, min(h.occurred_on) AS first_on, (array_agg(h.entered_on ORDER BY h.occurred_on))[1] AS entered_on
      FROM held h WHERE h.told AND h.year = a.year AND h.township_id = a.township_id AND h.station_id = s.id) had
  ) rows)`;

/**
 * D4 judges an opinion by the day its voter had an answer, be it of the office or of what the opinion became; a day that was
 * moved since makes no late answer one in time.
 */
function opinions(period: JudgedPeriod<"opinion.answerDays">): Prisma.Sql {
  return sql`(
  WITH judged AS (
    SELECT extract(year FROM o.occurred_on)::int AS year, o.township_id, o.id, o.occurred_on, o.entered_on, o.entered_at, o.voided_at,
      least(greatest(o.answered_on, o.first_answered_on), c.answered_on) AS answered_on, o.told_on + q.value AS due_on
    FROM (SELECT *, ${entryDay} AS entered_on, ${toldDay} AS told_on FROM voter_opinion WHERE ${withinDays(sql`occurred_on`, period)}) o
    JOIN ${datedValues(period.rule("opinion.answerDays"))} q (since, until, value) ON o.occurred_on BETWEEN q.since AND q.until
    LEFT JOIN LATERAL ${carrierOf(o)} c ON true
  ), told AS (
    SELECT j.*, CASE WHEN ${struckOwing(sql`due_on`, sql`answered_on`)} THEN 'struckOwing' WHEN voided_at IS NOT NULL THEN 'voided' WHEN answered_on <= due_on THEN 'inTime' WHEN answered_on > due_on THEN 'late'
      WHEN due_on >= ${todayOf(period)} THEN 'notYetDue' ELSE 'overdue' END AS reason FROM judged j
  )
  SELECT year, 'D4' AS metric, CASE WHEN reason = 'voided' THEN 'voided' ELSE 'all' END AS part, township_id,
    'voterOpinion' AS record_type, id AS record_id, occurred_on, entered_on, (reason = 'inTime')::int::float8 AS numerator,
    (reason IN ('inTime', 'late', 'overdue', 'struckOwing'))::int AS denominator, reason,
    CASE reason WHEN 'late' THEN answered_on - due_on WHEN 'overdue' THEN ${todayOf(period)} - due_on END AS amount
  FROM told)`;
}

const opinionDays = (period: Period) => sql`
  (SELECT extract(year FROM occurred_on)::int AS year, township_id, id AS record_id, occurred_on, occurred_entered_on, ${firstLag}, answered_on,
    answered_entered_on, rated_on, rated_entered_on, CASE WHEN voided_at IS NOT NULL THEN 'voided' END AS left_out
  FROM voter_opinion WHERE ${withinDays(sql`occurred_on`, period)})`;

export const contactEvidence = {
  sources: [
    { metrics: ["D3"], rows: months },
    { metrics: ["D4"], rows: opinions },
    { metrics: ["M14"], rows: openDays },
    { metrics: ["M15"], rows: openStations },
  ],
  ledgers: [
    entryLedger("reception", sql`reception`),
    {
      recordType: "voterOpinion",
      steps: [
        registered,
        ["answered", sql`answered_on`, sql`answered_entered_on`],
        ["rated", sql`rated_on`, sql`rated_entered_on`],
      ],
      from: opinionDays,
    },
  ],
  records: {
    station: { title: sql`(SELECT s.name FROM station s WHERE ${ofRow(sql`s`)})` },
    reception: {
      title: sql`(SELECT s.name FROM reception h JOIN station s ON s.county_id = h.county_id AND s.township_id = h.township_id
        AND s.id = h.station_id WHERE ${ofRow(h)})`,
    },
    voterOpinion: { title: sql`(SELECT o.topic FROM voter_opinion o WHERE ${ofRow(o)})` },
  },
  deciding: {
    D4: sql`SELECT v.day, v.entered FROM voter_opinion o LEFT JOIN LATERAL ${carrierOf(o)} c ON true
      CROSS JOIN LATERAL (VALUES (o.answered_on, o.answered_entered_on), (c.answered_on, c.answered_entered_on)) v (day, entered)
      WHERE ${ofRow(o)} AND v.day IS NOT NULL ORDER BY v.day LIMIT 1`,
  },
  dated: [
    [sql`reception`, sql`occurred_on`],
    [sql`voter_opinion`, sql`occurred_on`],
  ],
} as const satisfies SliceEvidence;
