import "server-only";
import { groupsOfDeputy, groupsOfRow } from "@/domains/deputies/data/group-names";
import { deputiesOfRow, headsIn } from "@/domains/deputies/data/in-office";
import { townshipsIn } from "@/domains/tenancy/data";
import { Prisma } from "@/server/db/generated/client";
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
} from "@/server/evidence/period";
import { entryLedger, type SliceEvidence, stepLedger } from "@/server/evidence/slice";
import { reportedBy } from "./data/reports";

const sql = Prisma.sql;
const a = sql`a`;
const x = sql`x`;

/** The year's last day for a township: today while it runs, the merger's where the township ended. */
const lastDay = (period: Period): Prisma.Sql =>
  sql`least(make_date(y, 12, 31), ${todayOf(period)}, t.merged_on)`;

/** Whoever came is named: an activity of which only a number is known is evidence of nobody. */
const someNamed = sql`EXISTS (SELECT FROM group_activity_deputy who WHERE who.county_id = g.county_id
  AND who.township_id = g.township_id AND who.group_activity_id = g.id)`;
const heldByNamed = (period: Period): Prisma.Sql =>
  sql`coalesce(${heldOrNot(period, sql`occurred_on`)}, CASE WHEN NOT ${someNamed} THEN 'nobodyNamed' END)`;

/** D1 asks each group there is, once anybody's activity of the year was entered: else it is 未录, not 0%. */
function groups(period: JudgedPeriod<"group.activitiesPerYear">): Prisma.Sql {
  return sql`(
  WITH held AS (
    SELECT extract(year FROM occurred_on)::int AS y, county_id, township_id, group_id, id, occurred_on, ${entryDay} AS entered_on,
      ${heldByNamed(period)} AS left_out
    FROM group_activity g WHERE ${withinDays(sql`occurred_on`, period)}
  ), asked AS MATERIALIZED (
    SELECT DISTINCT h.y, h.county_id, h.township_id, ${lastDay(period)} AS until, q.value AS needed
    FROM held h JOIN ${townshipsIn(period)} t ON t.id = h.township_id
    JOIN ${datedValues(period.rule("group.activitiesPerYear"))} q (since, until, value) ON make_date(h.y, 12, 31) BETWEEN q.since AND q.until
    WHERE h.left_out IS NULL
  )
  SELECT ${evidenceColumns} FROM (
    SELECT a.y AS year, 'D1' AS metric, 'all' AS part, a.township_id, 'deputyGroup' AS record_type, g.id AS record_id,
      had.last_on AS occurred_on, had.entered_on, (had.times >= a.needed)::int::float8 AS numerator, 1 AS denominator,
      CASE WHEN had.times >= a.needed THEN 'groupMet' ELSE 'groupShort' END AS reason, had.times AS amount
    FROM asked a CROSS JOIN LATERAL ${groupsOfRow(a, sql`a.until`)} g CROSS JOIN LATERAL (
      SELECT count(*)::int AS times, max(h.occurred_on) AS last_on, max(h.entered_on) AS entered_on FROM held h
      WHERE h.left_out IS NULL AND h.y = a.y AND h.township_id = a.township_id AND h.group_id = g.id) had
    UNION ALL
    SELECT y, 'D1', CASE WHEN left_out = 'voided' THEN 'voided' ELSE 'all' END, township_id, 'groupActivity', id, occurred_on, entered_on,
      0, 0, left_out, NULL
    FROM held WHERE left_out IS NOT NULL
  ) rows)`;
}

/** Days of the five years that a deputy is elected for. */
const termDays = 1826;

/**
 * D5 asks each deputy in office by the year's end whether there was a report within the mandate, once. As many reports are
 * due as the part of the terms that is over: each report is weighed up by that part, until all of it is reached. A
 * township that entered no report of these mandates is 未录.
 */
function reports(period: Period): Prisma.Sql {
  return sql`(
  WITH asked AS MATERIALIZED (
    SELECT y, t.id AS township_id, ${period.countyId}::uuid AS county_id, ${lastDay(period)} AS until
    FROM ${townshipsIn(period)} t CROSS JOIN generate_series(${period.fromYear}::int, ${period.toYear}::int) y
    WHERE make_date(y, 1, 1) <= least(${todayOf(period)}, t.merged_on) AND EXISTS (SELECT FROM duty_report x
      WHERE x.county_id = ${period.countyId}::uuid AND x.township_id = t.id AND x.voided_at IS NULL AND x.occurred_on <= make_date(y, 12, 31))
  ), deputies AS (
    SELECT a.y, a.township_id, d.id, had.first_on, had.entered_on, count(*) OVER township AS asked, count(had.first_on) OVER township AS reported,
      sum(least(1, (a.until - had.since + 1) / ${termDays}::float8)) OVER township AS owed
    FROM asked a CROSS JOIN LATERAL ${deputiesOfRow(a, sql`a.until`)} d CROSS JOIN LATERAL ${reportedBy(sql`a.until`)} had
    WINDOW township AS (PARTITION BY a.y, a.township_id)
  ), left_out AS (
    SELECT extract(year FROM x.occurred_on)::int AS year, x.township_id, x.id, x.occurred_on, x.entered_on,
      CASE WHEN x.voided_at IS NOT NULL THEN 'voided' ELSE 'leftOffice' END AS reason
    FROM (SELECT *, ${entryDay} AS entered_on FROM duty_report WHERE ${withinDays(sql`occurred_on`, period)}) x
    LEFT JOIN asked a ON a.township_id = x.township_id AND a.y = extract(year FROM x.occurred_on)
    WHERE x.voided_at IS NOT NULL OR NOT EXISTS (SELECT FROM ${deputiesOfRow(x, sql`a.until`)} d WHERE d.id = x.deputy_id)
  )
  SELECT ${evidenceColumns} FROM (
    SELECT y AS year, 'D5' AS metric, CASE WHEN first_on IS NULL THEN 'all' ELSE 'reported' END AS part, township_id, 'deputy' AS record_type, id AS record_id, first_on AS occurred_on, entered_on,
      CASE WHEN first_on IS NULL THEN 0 ELSE least(asked / owed, asked / reported::float8) END AS numerator, 1 AS denominator,
      CASE WHEN first_on IS NULL THEN 'notReported' ELSE 'dutyReported' END AS reason, round(100 * owed / asked)::int AS amount
    FROM deputies WHERE reported > 0
    UNION ALL
    SELECT year, 'D5', CASE WHEN reason = 'voided' THEN 'voided' ELSE 'all' END, township_id, 'dutyReport', id, occurred_on, entered_on,
      0, 0, reason, NULL
    FROM left_out
  ) rows)`;
}

/** M04 asks each group there is, as D1 does: whether some activity of the year has its record and who came. */
const groupBooks = (period: Period): Prisma.Sql => sql`(
  WITH held AS (
    SELECT extract(year FROM occurred_on)::int AS y, county_id, township_id, group_id, occurred_on, ${entryDay} AS entered_on,
      coalesce(note, '') <> '' AND ${someNamed} AS kept
    FROM group_activity g WHERE ${withinDays(sql`occurred_on`, period)} AND ${heldOrNot(period, sql`occurred_on`)} IS NULL
  ), asked AS MATERIALIZED (
    SELECT DISTINCT h.y, h.county_id, h.township_id, ${lastDay(period)} AS until
    FROM held h JOIN ${townshipsIn(period)} t ON t.id = h.township_id
  )
  SELECT ${evidenceColumns} FROM (
    SELECT a.y AS year, 'M04' AS metric, 'all' AS part, a.township_id, 'deputyGroup' AS record_type, g.id AS record_id,
      had.last_on AS occurred_on, had.entered_on, (had.kept > 0)::int::float8 AS numerator, 1 AS denominator,
      CASE WHEN had.kept > 0 THEN 'groupBook' ELSE 'groupBookMissing' END AS reason, CASE WHEN had.kept > 0 THEN had.kept ELSE had.times END AS amount
    FROM asked a CROSS JOIN LATERAL ${groupsOfRow(a, sql`a.until`)} g CROSS JOIN LATERAL (
      SELECT count(*)::int AS times, count(*) FILTER (WHERE h.kept)::int AS kept, max(h.occurred_on) AS last_on, max(h.entered_on) AS entered_on
      FROM held h WHERE h.y = a.y AND h.township_id = a.township_id AND h.group_id = g.id) had
  ) rows)`;

/** M05: who reported to the voters in the year, each by the first report. */
const reporters = (period: Period): Prisma.Sql => sql`(
  WITH held AS (
    SELECT extract(year FROM occurred_on)::int AS year, township_id, deputy_id, id, occurred_on, ${entryDay} AS entered_on,
      ${heldOrNot(period, sql`occurred_on`)} AS left_out
    FROM duty_report WHERE ${withinDays(sql`occurred_on`, period)}
  ), placed AS (
    SELECT *, left_out IS NULL AND row_number() OVER (PARTITION BY township_id, year, deputy_id, left_out IS NULL
      ORDER BY occurred_on, id) = 1 AS first
    FROM held
  )
  SELECT ${evidenceColumns} FROM (
    SELECT year, 'M05' AS metric, CASE WHEN left_out = 'voided' THEN 'voided' ELSE 'all' END AS part, township_id, 'dutyReport' AS record_type,
      id AS record_id, occurred_on, entered_on, first::int::float8 AS numerator, first::int AS denominator,
      coalesce(left_out, CASE WHEN first THEN 'reportedThisYear' ELSE 'reportedAgain' END) AS reason, NULL::int AS amount
    FROM placed
  ) rows)`;

/** M06: households that were visited or helped; a visit that tells no number is one. */
const households = (period: Period): Prisma.Sql => sql`(
  WITH told AS (
    SELECT v.*, n.heads, coalesce(v.left_out, CASE WHEN coalesce(n.heads, 0) = 0 THEN 'noDeputies' END) AS uncounted
    FROM (SELECT extract(year FROM occurred_on)::int AS year, township_id, id, occurred_on, ${entryDay} AS entered_on, coalesce(households, 1) AS households,
        ${heldOrNot(period, sql`occurred_on`)} AS left_out
      FROM deputy_visit WHERE ${withinDays(sql`occurred_on`, period)} AND kind IN ('visit', 'help')) v
    LEFT JOIN ${headsIn(period)} n ON n.year = v.year AND n.township_id = v.township_id
  )
  SELECT ${evidenceColumns} FROM (
    SELECT year, 'M06' AS metric, CASE WHEN left_out = 'voided' THEN 'voided' ELSE 'all' END AS part, township_id, 'deputyVisit' AS record_type,
      id AS record_id, occurred_on, entered_on, CASE WHEN uncounted IS NULL THEN households / heads::float8 ELSE 0 END AS numerator,
      (uncounted IS NULL)::int AS denominator, coalesce(uncounted, 'households') AS reason, households AS amount
    FROM told
  ) rows)`;

/** M21 counts the groups' activities, M22 asks each whether its record was kept and who came. */
const groupActivities = (period: Period): Prisma.Sql => sql`(
  WITH held AS (
    SELECT extract(year FROM occurred_on)::int AS year, township_id, id, occurred_on, ${entryDay} AS entered_on,
      ${heldOrNot(period, sql`occurred_on`)} AS left_out, coalesce(note, '') <> '' AS noted,
      (SELECT count(*)::int FROM group_activity_deputy c WHERE c.county_id = g.county_id AND c.township_id = g.township_id
        AND c.group_activity_id = g.id) AS came
    FROM group_activity g WHERE ${withinDays(sql`occurred_on`, period)}
  )
  SELECT ${evidenceColumns} FROM (
    SELECT h.year, v.metric, CASE WHEN h.left_out = 'voided' THEN 'voided' ELSE 'all' END AS part, h.township_id, 'groupActivity' AS record_type,
      h.id AS record_id, h.occurred_on, h.entered_on, CASE WHEN h.left_out IS NULL THEN v.numerator ELSE 0 END::float8 AS numerator,
      (h.left_out IS NULL AND v.counts)::int AS denominator, coalesce(h.left_out, v.reason) AS reason, v.amount
    FROM held h CROSS JOIN LATERAL (VALUES
      ('M21', h.came > 0, (h.came > 0)::int, CASE WHEN h.came > 0 THEN 'groupHeld' ELSE 'nobodyNamed' END, NULL::int),
      ('M22', true, (h.noted AND h.came > 0)::int, CASE WHEN h.noted AND h.came > 0 THEN 'recordKept' ELSE 'recordMissing' END, h.came)
    ) v (metric, counts, numerator, reason, amount)
  ) rows)`;

export const dutyEvidence = {
  sources: [
    { metrics: ["M04"], rows: groupBooks },
    { metrics: ["M05"], rows: reporters },
    { metrics: ["M06"], rows: households },
    { metrics: ["M21", "M22"], rows: groupActivities },
    { metrics: ["D1"], rows: groups },
    { metrics: ["D5"], rows: reports },
  ],
  ledgers: [
    entryLedger("groupActivity", sql`group_activity`),
    entryLedger("dutyReport", sql`duty_report`),
    entryLedger("deputyVisit", sql`deputy_visit`),
    entryLedger("dutyInspection", sql`duty_inspection`),
    stepLedger("dutyDispute", "duty_dispute", { answered: "answered_on" }),
  ],
  records: {
    groupActivity: { title: sql`(SELECT a.topic FROM group_activity a WHERE ${ofRow(a)})` },
    deputyVisit: { title: sql`(SELECT coalesce(x.place, '联系走访') FROM deputy_visit x WHERE ${ofRow(x)})` },
    dutyDispute: { title: sql`(SELECT x.topic FROM duty_dispute x WHERE ${ofRow(x)})` },
    dutyInspection: { title: sql`(SELECT '履职档案检查' FROM duty_inspection x WHERE ${ofRow(x)})` },
    dutyReport: { title: sql`(SELECT coalesce(x.place, '代表述职') FROM duty_report x WHERE ${ofRow(x)})` },
  },
  owners: {
    group: {
      groupActivity: (
        period,
      ) => sql`SELECT township_id, id AS record_id, group_id AS subject_id FROM group_activity
        WHERE ${withinDays(sql`occurred_on`, period)}`,
      dutyReport: (period) => sql`SELECT x.township_id, x.id AS record_id, m.group_id AS subject_id
        FROM (SELECT * FROM duty_report WHERE ${withinDays(sql`occurred_on`, period)}) x
        CROSS JOIN LATERAL ${groupsOfDeputy(x, sql`x.occurred_on`)} m`,
    },
  },
  dated: [
    [sql`group_activity`, sql`occurred_on`],
    [sql`duty_report`, sql`occurred_on`],
    [sql`deputy_visit`, sql`occurred_on`],
  ],
} as const satisfies SliceEvidence;
