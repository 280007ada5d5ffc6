import "server-only";
import {
  dueSql as suggestionDueSql,
  overdueSql as suggestionOverdueSql,
  registeredSql,
} from "@/domains/suggestions/data/overdue";
import { findingDueSql, findingOverdueSql } from "@/domains/supervision/data/overdue";
import { lawChoiceOf } from "@/domains/tenancy/data";
import { lawRule, ruleValues } from "@/domains/tenancy/rules/law";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipScope } from "@/server/db/scope";
import {
  coversQuarter,
  type DatedValue,
  datedValues,
  presidiumTurnout,
  sessionQuorate,
  sessionTurnout,
} from "@/server/db/turnout";
import type { DueInput, DueKind, SetUpStep } from "./schema";

export type DueRow = {
  kind: DueKind;
  id: string | null;
  title: string;
  unit: string | null;
  note: string | null;
  /** null when the matter waits without a legal or agreed day */
  dueOn: Day | null;
  total: number;
};

/** Further away than this a deadline is no matter of today. */
const horizonDays = 60;
/** What the bell counts: late, or late within a week. */
const bellDays = 7;
const firstRows = 40;
const mostRows = 1000;

const aliases = {
  a: Prisma.sql`a`,
  d: Prisma.sql`d`,
  f: Prisma.sql`f`,
  h: Prisma.sql`h`,
  m: Prisma.sql`m`,
  n: Prisma.sql`n`,
  s: Prisma.sql`s`,
  t: Prisma.sql`t`,
} as const;

const own = ({ countyId, townshipId }: TownshipScope, alias: keyof typeof aliases) => {
  const row = aliases[alias];
  return Prisma.sql`${row}.county_id = ${countyId}::uuid AND ${row}.township_id = ${townshipId}::uuid AND ${row}.voided_at IS NULL`;
};

/** What the law asks for this year, each by the day it holds. */
type Needs = { perYear: number; perQuarter: DatedValue[]; presentPercent: DatedValue[] };

const m = aliases.m;
const s = aliases.s;
const t = Prisma.sql`t`;

/** The presidium's meetings of this year that cover a quarter, and the quarters with as many as they need. */
const quartersHeld = (scope: TownshipScope) => Prisma.sql`(
  SELECT date_trunc('quarter', m.occurred_on)::date AS quarter, count(*)::int AS held
  FROM presidium_meeting m CROSS JOIN LATERAL ${presidiumTurnout(m)} t
  WHERE ${own(scope, "m")} AND m.occurred_on >= date_trunc('year', ${dayOf(scope.now)}::timestamp)::date
    AND m.occurred_on <= ${dayOf(scope.now)}::date AND ${coversQuarter(m, t)}
  GROUP BY 1)`;

const quarterEnd = (day: Prisma.Sql) =>
  Prisma.sql`(date_trunc('quarter', ${day}::timestamp) + interval '3 months' - interval '1 day')::date`;

/** This year's sessions that had the number of deputies present which the law of their day asks for. */
const sessionsHeld = (scope: TownshipScope, { presentPercent }: Needs) => Prisma.sql`(
  SELECT count(*)::int FROM session s
  JOIN ${datedValues(presentPercent)} q (since, until, value) ON s.starts_on BETWEEN q.since AND q.until
  CROSS JOIN LATERAL ${sessionTurnout(s)} t
  WHERE ${own(scope, "s")} AND s.starts_on <= ${dayOf(scope.now)}::date AND ${sessionQuorate(t, Prisma.sql`q.value`)} IS NOT FALSE)`;

/** Everything that waits for somebody, with the day it is due; one statement. */
const waiting = (scope: TownshipScope, needs: Needs) => {
  const today = Prisma.sql`${dayOf(scope.now)}::date`;
  return Prisma.sql`
    SELECT CASE WHEN s.state = 'draft' THEN 'suggestionSubmit' WHEN s.state IN ('submitted', 'checked') THEN 'suggestionAssign'
        WHEN s.state = 'redo' THEN 'suggestionRedo' WHEN s.state = 'replied' THEN 'suggestionRating'
        WHEN s.state IN ('rated', 'notRated') THEN 'suggestionClose' WHEN s.state = 'tracking' THEN 'suggestionPromise'
        ELSE 'suggestionReply' END AS kind,
      s.id, s.title, CASE WHEN s.state IN ('assigned', 'returnRequested', 'accepted', 'consulted', 'replied', 'redo')
        THEN s.reply_citation END AS note,
      ${suggestionDueSql} AS due_on,
      (SELECT coalesce(h.short_name, h.name) FROM suggestion_unit u
        JOIN handling_unit h ON h.county_id = u.county_id AND h.township_id = u.township_id AND h.id = u.unit_id
        WHERE u.county_id = s.county_id AND u.township_id = s.township_id AND u.suggestion_id = s.id AND u.role = 'lead'
          AND u.ended_on IS NULL LIMIT 1) AS unit
    FROM suggestion s
    WHERE ${own(scope, "s")} AND s.state NOT IN ('returned', 'merged', 'closed')
    UNION ALL
    SELECT CASE WHEN f.state IN ('found', 'reopened') THEN 'findingUnassigned'
        WHEN f.state IN ('rectified', 'verified') THEN 'findingToVerify' ELSE 'findingDue' END,
      f.id, left(f.description, 60), a.topic, ${findingDueSql}, coalesce(h.short_name, h.name)
    FROM finding f
    JOIN activity a ON a.county_id = f.county_id AND a.township_id = f.township_id AND a.id = f.activity_id
    LEFT JOIN handling_unit h ON h.county_id = f.county_id AND h.township_id = f.township_id AND h.id = f.unit_id
    WHERE ${own(scope, "f")} AND f.state <> 'closed'
    UNION ALL
    SELECT 'activityReport', a.id, a.topic, to_char(coalesce(a.ended_on, a.occurred_on), 'YYYY-MM-DD') || ' 已开展', NULL, NULL
    FROM activity a
    WHERE ${own(scope, "a")} AND a.state = 'planned' AND coalesce(a.ended_on, a.occurred_on) <= ${today}
    UNION ALL
    SELECT 'presidiumMeeting', NULL, '第' || substr('一二三四', extract(quarter FROM ${today})::int, 1) || '季度', '本季度计入 ' || held || ' 次，至少 ' || needed || ' 次',
      ${quarterEnd(today)}, NULL
    FROM (SELECT q.value AS needed, coalesce((SELECT held FROM ${quartersHeld(scope)} quarters
        WHERE quarter = date_trunc('quarter', ${today}::timestamp)::date), 0) AS held
      FROM ${datedValues(needs.perQuarter)} q (since, until, value) WHERE ${quarterEnd(today)} BETWEEN q.since AND q.until) q
    WHERE held < needed
    UNION ALL
    SELECT 'session', NULL, extract(year FROM ${today})::int || '年', '今年已开 ' || held || ' 次，至少 ' || ${needs.perYear}::int || ' 次',
      make_date(extract(year FROM ${today})::int, 12, 31), NULL
    FROM (SELECT ${sessionsHeld(scope, needs)} AS held) y
    WHERE held < ${needs.perYear}::int`;
};

async function needsOf(scope: TownshipScope): Promise<Needs> {
  const choice = await lawChoiceOf(scope);
  const year = yearOf(dayOf(scope.now));
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  return {
    perYear: lawRule(choice, "session.perYear", last).value,
    perQuarter: ruleValues(choice, "presidium.perQuarter", first, last),
    presentPercent: ruleValues(choice, "session.presentPercent", first, last),
  };
}

type Overdue = { suggestions: number; findings: number };

/** How many are overdue, by the very predicate of the lists that these numbers open. */
async function overdueOf(scope: TownshipScope): Promise<Overdue> {
  const today = dayOf(scope.now);
  const [row] = await scope.tx.$queryRaw<Overdue[]>`
    SELECT (SELECT count(*)::int FROM suggestion s WHERE ${own(scope, "s")} AND ${suggestionOverdueSql(today)}) AS suggestions,
      (SELECT count(*)::int FROM finding f WHERE ${own(scope, "f")} AND ${findingOverdueSql(today)}) AS findings`;
  return row ?? { suggestions: 0, findings: 0 };
}

/** What is late or due soon, by days left; what waits without a day comes last. The most urgent first, or all. */
export async function dueList(scope: TownshipScope, { all }: Pick<DueInput, "all">) {
  const needs = await needsOf(scope);
  const rows = await scope.tx.$queryRaw<DueRow[]>`
    SELECT w.kind, w.id, w.title, w.unit, w.note, to_char(w.due_on, 'YYYY-MM-DD') AS "dueOn", count(*) OVER ()::int AS total
    FROM (${waiting(scope, needs)}) w
    WHERE w.due_on IS NULL OR w.due_on <= ${dayOf(scope.now)}::date + ${horizonDays}::int
    ORDER BY w.due_on NULLS LAST, w.kind, w.id LIMIT ${all ? mostRows : firstRows}`;
  return { rows, total: rows[0]?.total ?? 0, overdue: await overdueOf(scope), today: dayOf(scope.now) };
}

/** The bell's number. */
export async function dueCount(scope: TownshipScope): Promise<number> {
  const needs = await needsOf(scope);
  const [row] = await scope.tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (${waiting(scope, needs)}) w
    WHERE w.due_on <= ${dayOf(scope.now)}::date + ${bellDays}::int`;
  return row?.count ?? 0;
}

export type YearFigures = {
  quarters: number;
  suggestions: number;
  suggestionsClosed: number;
  findings: number;
  findingsClosed: number;
  sessions: number;
  /** whether anything was entered, or declared not to have been: otherwise it is 未录, not 0 */
  presidiumKnown: boolean;
  sessionsKnown: boolean;
  suggestionsDeclared: boolean;
  supervisionKnown: boolean;
};

/** Four figures of the year against what is asked for. */
export async function yearFigures(scope: TownshipScope) {
  const year = yearOf(dayOf(scope.now));
  const needs = await needsOf(scope);
  const within = (column: Prisma.Sql) =>
    Prisma.sql`${column} >= make_date(${year}::int, 1, 1) AND ${column} < make_date(${year}::int + 1, 1, 1)`;
  const declared = (subject: string) => Prisma.sql`EXISTS (SELECT 1 FROM none_declaration n
    WHERE ${own(scope, "n")} AND n.year = ${year}::int AND n.subject = ${subject})`;
  const [row] = await scope.tx.$queryRaw<YearFigures[]>`
    SELECT
      (SELECT count(*)::int FROM ${quartersHeld(scope)} h
        JOIN ${datedValues(needs.perQuarter)} q (since, until, value) ON ${quarterEnd(Prisma.sql`h.quarter`)} BETWEEN q.since AND q.until
        WHERE h.held >= q.value) AS quarters,
      (SELECT count(*)::int FROM suggestion s WHERE ${own(scope, "s")} AND s.year = ${year}::int AND ${registeredSql}) AS suggestions,
      (SELECT count(*)::int FROM suggestion s WHERE ${own(scope, "s")} AND s.year = ${year}::int AND s.state = 'closed') AS "suggestionsClosed",
      (SELECT count(*)::int FROM finding f WHERE ${own(scope, "f")} AND ${within(Prisma.sql`f.occurred_on`)}) AS findings,
      (SELECT count(*)::int FROM finding f WHERE ${own(scope, "f")} AND f.state = 'closed' AND ${within(Prisma.sql`f.occurred_on`)}) AS "findingsClosed",
      ${sessionsHeld(scope, needs)} AS sessions,
      EXISTS (SELECT 1 FROM presidium_meeting m WHERE ${own(scope, "m")} AND m.kind <> 'consultation'
        AND ${within(Prisma.sql`m.occurred_on`)}) OR ${declared("presidium")} AS "presidiumKnown",
      EXISTS (SELECT 1 FROM session s WHERE ${own(scope, "s")} AND ${within(Prisma.sql`s.starts_on`)}) OR ${declared("session")} AS "sessionsKnown",
      ${declared("suggestion")} AS "suggestionsDeclared",
      EXISTS (SELECT 1 FROM activity a WHERE ${own(scope, "a")} AND ${within(Prisma.sql`a.occurred_on`)}) OR ${declared("supervision")} AS "supervisionKnown"`;
  if (!row) throw new Error("a query of counts gives one row");
  return { ...row, year, sessionsNeeded: needs.perYear };
}

/** What a township sets up first, in this order: each step offers its entries to those after it. */
export async function setUp(scope: TownshipScope): Promise<Record<SetUpStep, number>> {
  const [row] = await scope.tx.$queryRaw<Record<SetUpStep, number>[]>`
    SELECT
      (SELECT count(*)::int FROM handling_unit h WHERE ${own(scope, "h")}) AS units,
      (SELECT count(*)::int FROM deputy d WHERE ${own(scope, "d")}) AS deputies,
      (SELECT count(*)::int FROM term t WHERE ${own(scope, "t")}) AS terms,
      (SELECT count(*)::int FROM presidium_member m WHERE ${own(scope, "m")}) AS members,
      (SELECT count(*)::int FROM session s WHERE ${own(scope, "s")}) AS sessions`;
  if (!row) throw new Error("a query of counts gives one row");
  return row;
}

export type RecentRow = {
  /** of the suggestion or finding, whose entries name only the step; null where the summary names the record */
  title: string | null;
  seq: number;
  at: Date;
  who: string;
  summary: string;
  recordType: string;
  recordId: string | null;
  occurredOn: Day | null;
};

/** The latest entries of the office, as the audit rows tell them. */
export function recentEntries(scope: TownshipScope): Promise<RecentRow[]> {
  return scope.tx.$queryRaw<RecentRow[]>`
    SELECT seq::int AS seq, at, actor_name AS who, summary, record_type AS "recordType", record_id AS "recordId",
      to_char(occurred_on, 'YYYY-MM-DD') AS "occurredOn",
      CASE record_type
        WHEN 'suggestion' THEN (SELECT s.title FROM suggestion s
          WHERE s.county_id = e.county_id AND s.township_id = e.township_id AND s.id = e.record_id)
        WHEN 'finding' THEN (SELECT left(f.description, 60) FROM finding f
          WHERE f.county_id = e.county_id AND f.township_id = e.township_id AND f.id = e.record_id)
      END AS title
    FROM audit_event e
    WHERE county_id = ${scope.countyId}::uuid AND township_id = ${scope.townshipId}::uuid
    ORDER BY seq DESC LIMIT 12`;
}
