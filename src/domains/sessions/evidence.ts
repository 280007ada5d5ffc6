import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { datedValues, sessionQuorate, sessionTurnout } from "@/server/db/turnout";
import {
  entryDay,
  entryOnDay,
  evidenceColumns,
  heldOrNot,
  type JudgedPeriod,
  lineEntryDay,
  ofRow,
  own,
  type Period,
  withinDays,
  firstLag,
} from "@/server/evidence/period";
import { registered, type SliceEvidence, stepLedger } from "@/server/evidence/slice";
import { sessionName, sessionWithTerm } from "./data/names";
import { procedureRows } from "./data/procedure";

const sql = Prisma.sql;
const h = sql`h`;
const t = sql`t`;

/**
 * Sessions: A1 counts them, A4 their attendance.
 * Attendance is the one of the session's page. A session with fewer present than the rule of its day asks for was no
 * session (地方组织法第14条): A1 leaves it out and says so.
 */
function rows(period: JudgedPeriod<"session.presentPercent">): Prisma.Sql {
  return sql`(
  WITH held AS (
    SELECT extract(year FROM starts_on)::int AS year, county_id, township_id, id, starts_on, starts_on AS occurred_on,
      ${entryDay} AS entered_on, deputies_total, deputies_present,
      ${heldOrNot(period, sql`starts_on`)} AS left_out
    FROM session WHERE ${withinDays(sql`starts_on`, period)}
  ), attended AS MATERIALIZED (
    SELECT h.*, t.basis, t.expected, t.present, t.on_leave, ${sessionQuorate(t, sql`q.value`)} AS quorate
    FROM held h JOIN ${datedValues(period.rule("session.presentPercent"))} q (since, until, value) ON h.starts_on BETWEEN q.since AND q.until
    CROSS JOIN LATERAL ${sessionTurnout(h)} t
  )
  SELECT ${evidenceColumns} FROM (
    SELECT a.year, v.metric, CASE WHEN a.left_out = 'voided' THEN 'voided' ELSE v.part END AS part, a.township_id,
      'session' AS record_type, a.id AS record_id, a.occurred_on, a.entered_on,
      CASE WHEN a.left_out IS NULL THEN v.numerator ELSE 0 END::float8 AS numerator,
      CASE WHEN a.left_out IS NULL THEN v.denominator ELSE 0 END AS denominator,
      coalesce(a.left_out, v.reason) AS reason, v.amount
    FROM attended a CROSS JOIN LATERAL (VALUES
      ('A1', 'all', CASE WHEN a.quorate IS FALSE THEN 0 ELSE 1 END, CASE WHEN a.quorate IS FALSE THEN 0 ELSE 1 END,
        CASE WHEN a.quorate IS FALSE THEN 'noQuorum' ELSE 'held' END, CASE WHEN a.quorate IS FALSE THEN a.present END),
      ('A4', 'session', coalesce(a.present, 0), coalesce(a.expected, 0), a.basis, a.on_leave)
    ) AS v (metric, part, numerator, denominator, reason, amount)
  ) rows)`;
}

/** Of each deputy: M27 how often they spoke at the year's sessions, M28 at how many of those called by name they were present. */
const ofDeputies = (period: Period): Prisma.Sql => sql`(
  WITH held AS (
    SELECT extract(year FROM starts_on)::int AS year, county_id, township_id, id, starts_on FROM session
    WHERE ${withinDays(sql`starts_on`, period)} AND ${heldOrNot(period, sql`starts_on`)} IS NULL
  ), spoken AS (
    SELECT h.year, h.township_id, l.deputy_id, max(h.starts_on) AS last_on, sum(l.times)::int AS times FROM held h JOIN session_speech l
      ON l.county_id = h.county_id AND l.township_id = h.township_id AND l.session_id = h.id GROUP BY 1, 2, 3
  ), called AS (
    SELECT h.year, h.township_id, l.deputy_id, max(h.starts_on) AS last_on, count(*)::int AS asked,
      count(*) FILTER (WHERE l.status = 'present')::int AS present FROM held h JOIN session_attendance l
      ON l.county_id = h.county_id AND l.township_id = h.township_id AND l.session_id = h.id GROUP BY 1, 2, 3
  )
  SELECT ${evidenceColumns} FROM (
    SELECT year, 'M27' AS metric, 'all' AS part, township_id, 'deputy' AS record_type, deputy_id AS record_id, last_on AS occurred_on,
      NULL::date AS entered_on, times::float8 AS numerator, times AS denominator, 'spoke' AS reason, times AS amount
    FROM spoken WHERE times > 0
    UNION ALL
    SELECT year, 'M28', 'all', township_id, 'deputy', deputy_id, last_on, NULL, present::float8, asked,
      CASE WHEN present = asked THEN 'presentAtSessions' ELSE 'absentFromSessions' END,
      CASE WHEN present = asked THEN present ELSE asked - present END
    FROM called
  ) rows)`;

/** What was decided at a session on its first day. */
const atSession = (lines: Prisma.Sql) => (period: Period) => sql`
  (SELECT s.year, s.record_id, s.left_out, s.occurred_on, s.occurred_entered_on, l.township_id, l.entered_at FROM (
    SELECT extract(year FROM starts_on)::int AS year, id AS record_id, starts_on AS occurred_on, occurred_entered_on,
      ${heldOrNot(period, sql`starts_on`)} AS left_out
    FROM session WHERE ${withinDays(sql`starts_on`, period)}) s
  JOIN (SELECT session_id, township_id, entered_at FROM ${lines} lines WHERE ${own(period)}) l ON l.session_id = s.record_id)`;

const ofLine = entryOnDay(lineEntryDay);

/** The deputies' speeches are entered of a session at once. */
const speeches = sql`(SELECT county_id, session_id, township_id, min(entered_at) AS entered_at FROM session_speech GROUP BY 1, 2, 3)`;

const held = (period: Period) => sql`
  (SELECT extract(year FROM starts_on)::int AS year, township_id, id AS record_id, starts_on AS occurred_on, occurred_entered_on, ${firstLag},
    CASE WHEN attendance_entered_on IS NOT NULL THEN starts_on END AS attendance_on,
    ${entryOnDay(sql`attendance_entered_on`)} AS attendance_entered_on,
    ${heldOrNot(period, sql`starts_on`)} AS left_out
  FROM session WHERE ${withinDays(sql`starts_on`, period)})`;

export const sessionsEvidence = {
  sources: [
    { metrics: ["A1", "A4"], rows },
    { metrics: ["A2"], rows: procedureRows },
    { metrics: ["M27", "M28"], rows: ofDeputies },
  ],
  ledgers: [
    {
      recordType: "session",
      steps: [registered, ["attendance", sql`attendance_on`, sql`attendance_entered_on`]],
      from: held,
    },
    { recordType: "session", steps: [["vote", sql`occurred_on`, ofLine]], from: atSession(sql`vote`) },
    {
      recordType: "session",
      steps: [["election", sql`occurred_on`, ofLine]],
      from: atSession(sql`election`),
    },
    { recordType: "session", steps: [["speech", sql`occurred_on`, ofLine]], from: atSession(speeches) },
    // A checklist is a plan: only what was ticked off happened, on its day.
    {
      ...stepLedger("sessionTask", "session_task", { taskDone: "done_on" }),
      steps: [["taskDone", sql`done_on`, sql`done_entered_on`]],
    },
  ],
  records: {
    sessionTask: { title: sql`(SELECT k.topic FROM session_task k WHERE ${ofRow(sql`k`)})` },
    session: { title: sql`(SELECT ${sessionName} FROM ${sessionWithTerm} WHERE ${ofRow(sql`s`)})` },
  },
  dated: [[sql`session`, sql`starts_on`]],
} as const satisfies SliceEvidence;
