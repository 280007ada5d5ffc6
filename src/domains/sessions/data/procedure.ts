import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { datedValues, sessionQuorate, sessionTurnout } from "@/server/db/turnout";
import {
  entryDay,
  evidenceColumns,
  heldOrNot,
  type JudgedPeriod,
  withinDays,
} from "@/server/evidence/period";
import { fullDayMinutes, type statutoryItems } from "../rules/procedure";
import { firstOfYear } from "./sessions";

const { sql } = Prisma;
const s = sql`s`;
const t = sql`t`;
const b = sql`b`;

export type ProcedureRule =
  "session.presentPercent" | "session.noticeDays" | "session.documentDays" | "session.minDays";

const missing: Record<(typeof statutoryItems)[number], string> = {
  governmentReport: "missingGovernmentReport",
  presidiumReport: "missingPresidiumReport",
  budget: "missingBudget",
};
const items = Prisma.join(Object.entries(missing).map(([kind, fault]) => sql`(${kind}, ${fault})`));

const ofSession = (line: Prisma.Sql): Prisma.Sql =>
  sql`${line}.county_id = s.county_id AND ${line}.township_id = s.township_id AND ${line}.session_id = s.id`;

/** More than half of those it was reckoned on, yet not more than half of all deputies. */
const onlyByOwnBase = (inFavour: Prisma.Sql, base: Prisma.Sql): Prisma.Sql =>
  sql`(${inFavour} * 2 > ${base} AND ${inFavour} * 2 <= s.expected)`;

const agenda = sql`agenda_item i WHERE ${ofSession(sql`i`)}`;

/**
 * What the rules of procedure ask of session `s`, one row a question: `faulty` is null where nobody entered what would
 * tell. A session without a quorum is one fault; what was voted on there is not counted once more.
 */
const questions = sql`(
  SELECT 'tooFewPresent' AS fault, 'presentUnknown' AS unknown, NOT s.quorate AS faulty, s.present AS amount
  UNION ALL
  SELECT 'lateNotice', 'noticeUnknown', s.ahead_notice < s.notice_days, greatest(s.ahead_notice, 0)
  UNION ALL
  SELECT 'lateDocuments', 'documentsUnknown', s.ahead_documents < s.document_days, greatest(s.ahead_documents, 0)
  UNION ALL
  SELECT 'shortSession', 'lengthUnknown',
    CASE WHEN coalesce(s.ends_on - s.starts_on, 0) + 1 <= s.least_days THEN s.minutes < s.least_days * ${fullDayMinutes}::int ELSE false END, s.minutes
  WHERE s.kind <> 'extra'
  UNION ALL
  SELECT l.fault, 'agendaUnknown', NOT EXISTS (SELECT FROM ${agenda} AND i.kind = l.kind), NULL
  FROM (VALUES ${items}) l (kind, fault)
  WHERE s.first_of_year AND s.kind <> 'extra' AND EXISTS (SELECT FROM ${agenda})
  UNION ALL
  SELECT 'agendaUnknown', 'agendaUnknown', NULL, NULL
  WHERE s.first_of_year AND s.kind <> 'extra' AND NOT EXISTS (SELECT FROM ${agenda})
  UNION ALL
  SELECT CASE WHEN ${sessionQuorate(b, sql`s.percent`)} THEN 'voteNoMajority' ELSE 'voteTooFewPresent' END, 'presentUnknown',
    NOT ${sessionQuorate(b, sql`s.percent`)} OR ${onlyByOwnBase(sql`v.in_favour`, sql`v.deputies_total`)},
    CASE WHEN ${sessionQuorate(b, sql`s.percent`)} THEN v.in_favour ELSE v.present END
  FROM vote v CROSS JOIN LATERAL (SELECT s.expected, v.present) b WHERE ${ofSession(sql`v`)} AND s.quorate
  UNION ALL
  SELECT 'electionNoMajority', 'presentUnknown', bool_or(${onlyByOwnBase(sql`c.in_favour`, sql`e.deputies_total`)}),
    min(c.in_favour) FILTER (WHERE ${onlyByOwnBase(sql`c.in_favour`, sql`e.deputies_total`)})
  FROM election e JOIN election_candidate c ON c.county_id = e.county_id AND c.township_id = e.township_id AND c.election_id = e.id
  WHERE ${ofSession(sql`e`)} AND s.quorate GROUP BY e.id)`;

/**
 * A2: each fault of the year's sessions. Of a session the questions answered well are one row together, and each that
 * nobody can answer is left out.
 */
export function procedureRows(period: JudgedPeriod<ProcedureRule>): Prisma.Sql {
  const value = (key: ProcedureRule, alias: Prisma.Sql) =>
    sql`JOIN ${datedValues(period.rule(key))} ${alias} (since, until, value) ON s.starts_on BETWEEN ${alias}.since AND ${alias}.until`;
  return sql`(
  WITH held AS (
    SELECT *, extract(year FROM starts_on)::int AS year, ${entryDay} AS entered_on, ${heldOrNot(period, sql`starts_on`)} AS left_out
    FROM session WHERE ${withinDays(sql`starts_on`, period)}
  ), judged AS MATERIALIZED (
    SELECT s.*, s.starts_on - s.notice_sent_on AS ahead_notice, s.starts_on - s.documents_sent_on AS ahead_documents, t.expected, t.present,
      q.value AS percent, ${sessionQuorate(t, sql`q.value`)} AS quorate, n.value AS notice_days, d.value AS document_days,
      l.value AS least_days, ${firstOfYear} AS first_of_year
    FROM held s ${value("session.presentPercent", sql`q`)} ${value("session.noticeDays", sql`n`)}
      ${value("session.documentDays", sql`d`)} ${value("session.minDays", sql`l`)} CROSS JOIN LATERAL ${sessionTurnout(s)} t
    WHERE s.left_out IS NULL
  ), asked AS MATERIALIZED (
    SELECT s.year, s.township_id, s.id, s.starts_on, s.entered_on, a.* FROM judged s CROSS JOIN LATERAL ${questions} a
  )
  SELECT ${evidenceColumns} FROM (
    SELECT year, 'A2' AS metric, 'all' AS part, township_id, 'session' AS record_type, id AS record_id, starts_on AS occurred_on, entered_on,
      (faulty IS TRUE)::int::float8 AS numerator, (faulty IS TRUE)::int AS denominator,
      CASE WHEN faulty THEN fault ELSE unknown END AS reason, CASE WHEN faulty THEN amount END AS amount
    FROM asked WHERE faulty IS NOT FALSE
    UNION ALL
    SELECT year, 'A2', 'all', township_id, 'session', id, starts_on, entered_on, 0, 1, 'procedureChecked', count(*)::int
    FROM asked WHERE NOT faulty GROUP BY year, township_id, id, starts_on, entered_on
    UNION ALL
    SELECT year, 'A2', CASE WHEN left_out = 'voided' THEN 'voided' ELSE 'all' END, township_id, 'session', id, starts_on, entered_on,
      0, 0, left_out, NULL
    FROM held WHERE left_out IS NOT NULL
  ) rows)`;
}
