import "server-only";
import { quarterEndSql, quartersHeldSql } from "@/domains/presidium/data/quarters";
import { titled } from "@/domains/registry";
import { sessionsHeldSql } from "@/domains/sessions/data/held";
import { registeredSql } from "@/domains/suggestions/data/overdue";
import { lawChoiceOf } from "@/domains/tenancy/data";
import { lawRule, ruleValues } from "@/domains/tenancy/rules/law";
import { titlesOf, waiting } from "@/domains/uses";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import { isoTime } from "@/server/db/told";
import { identifier } from "@/server/db/identifier";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader } from "@/server/db/scope";
import { datedValues } from "@/server/db/turnout";
import { own } from "@/server/records/uses";
import { type DueInput, type SetUpStep, setUpSteps } from "./schema";

type Waiting = {
  kind: string;
  type: string;
  id: string | null;
  title: string | null;
  facts: unknown;
  unit: string | null;
  note: string | null;
  /** null when the matter waits without a legal or agreed day */
  dueOn: Day | null;
};
export type DueRow = ReturnType<typeof titled<Waiting>>;

/** Further away than this a deadline is no matter of today. */
const horizonDays = 60;
const firstRows = 40;
const mostRows = 1000;

type Overdue = { type: string; count: number };

/** What is late or due soon, by days left; what waits without a day comes last. The most urgent first, or all. */
export async function dueList(scope: TownshipReader, { all }: Pick<DueInput, "all">) {
  const today = dayOf(scope.now);
  const waits = await waiting(scope);
  const [found] = await scope.tx.$queryRaw<{ rows: Waiting[]; total: number; overdue: Overdue[] }[]>`
    WITH w AS MATERIALIZED (SELECT * FROM ${waits} waits WHERE due_on IS NULL OR due_on <= ${today}::date + ${horizonDays}::int),
      first AS (SELECT kind, type, id, title, facts, unit, note, due_on AS "dueOn" FROM w
        ORDER BY due_on NULLS LAST, kind, id LIMIT ${all ? mostRows : firstRows}),
      late AS (SELECT type, count(*)::int AS count FROM w WHERE due_on < ${today}::date GROUP BY type)
    SELECT (SELECT coalesce(json_agg(first ORDER BY "dueOn" NULLS LAST, kind, id), '[]'::json) FROM first) AS rows,
      (SELECT count(*)::int FROM w) AS total, (SELECT coalesce(json_agg(late), '[]'::json) FROM late) AS overdue`;
  const { rows, total, overdue } = found ?? { rows: [], total: 0, overdue: [] };
  return { rows: rows.map(titled), total, overdue, today };
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
export async function yearFigures(scope: TownshipReader) {
  const year = yearOf(dayOf(scope.now));
  const law = await lawChoiceOf(scope);
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const perQuarter = ruleValues(law, "presidium.perQuarter", first, last);
  const within = (column: Prisma.Sql) =>
    Prisma.sql`${column} >= make_date(${year}::int, 1, 1) AND ${column} < make_date(${year}::int + 1, 1, 1)`;
  const declared = (subject: string) => Prisma.sql`EXISTS (SELECT 1 FROM none_declaration n
    WHERE ${own(scope, Prisma.sql`n`)} AND n.year = ${year}::int AND n.subject = ${subject})`;
  const [row] = await scope.tx.$queryRaw<YearFigures[]>`
    SELECT
      (SELECT count(*)::int FROM ${quartersHeldSql(scope)} h
        JOIN ${datedValues(perQuarter)} q (since, until, value) ON ${quarterEndSql(Prisma.sql`h.quarter`)} BETWEEN q.since AND q.until
        WHERE h.held >= q.value) AS quarters,
      (SELECT count(*)::int FROM suggestion s WHERE ${own(scope, Prisma.sql`s`)} AND s.year = ${year}::int AND ${registeredSql}) AS suggestions,
      (SELECT count(*)::int FROM suggestion s WHERE ${own(scope, Prisma.sql`s`)} AND s.year = ${year}::int AND s.state = 'closed') AS "suggestionsClosed",
      (SELECT count(*)::int FROM finding f WHERE ${own(scope, Prisma.sql`f`)} AND ${within(Prisma.sql`f.occurred_on`)}) AS findings,
      (SELECT count(*)::int FROM finding f WHERE ${own(scope, Prisma.sql`f`)} AND f.state = 'closed' AND ${within(Prisma.sql`f.occurred_on`)}) AS "findingsClosed",
      ${sessionsHeldSql(scope, ruleValues(law, "session.presentPercent", first, last))} AS sessions,
      EXISTS (SELECT 1 FROM presidium_meeting m WHERE ${own(scope, Prisma.sql`m`)} AND m.kind <> 'consultation'
        AND ${within(Prisma.sql`m.occurred_on`)}) OR ${declared("presidium")} AS "presidiumKnown",
      EXISTS (SELECT 1 FROM session s WHERE ${own(scope, Prisma.sql`s`)} AND ${within(Prisma.sql`s.starts_on`)}) OR ${declared("session")} AS "sessionsKnown",
      ${declared("suggestion")} AS "suggestionsDeclared",
      EXISTS (SELECT 1 FROM activity a WHERE ${own(scope, Prisma.sql`a`)} AND ${within(Prisma.sql`a.occurred_on`)}) OR ${declared("supervision")} AS "supervisionKnown"`;
  if (!row) throw new Error("a query of counts gives one row");
  return { ...row, year, sessionsNeeded: lawRule(law, "session.perYear", last).value };
}

/** Where the entries of each first step are kept. */
const setUpTables: Record<SetUpStep, string> = {
  deputies: "deputy",
  seats: "seat_quota",
  terms: "term",
  members: "presidium_member",
  units: "handling_unit",
  groups: "deputy_group",
  stations: "station",
  plans: "plan_item",
  sessions: "session",
  activities: "activity",
  receptions: "reception",
  projects: "project",
};

/** What a township sets up first, in this order: each step offers its entries to those after it. */
export async function setUp(scope: TownshipReader): Promise<Record<SetUpStep, number>> {
  const counts = setUpSteps.map(
    (step) =>
      Prisma.sql`(SELECT count(*)::int FROM ${identifier(setUpTables[step])} x WHERE ${own(scope, Prisma.sql`x`)}) AS ${identifier(step)}`,
  );
  const [row] = await scope.tx.$queryRaw<Record<SetUpStep, number>[]>`SELECT ${Prisma.join(counts)}`;
  if (!row) throw new Error("a query of counts gives one row");
  return row;
}

type Entry = {
  seq: number;
  at: string;
  who: string;
  summary: string;
  recordType: string;
  recordId: string | null;
  occurredOn: Day | null;
  /** entries of the same sort that one request made */
  count: number;
};

/** `title`: of a record whose entries name only the step; null where the summary names the record. */
export type RecentRow = Entry & { title: string | null };

/** What a township enters is told by so many of its latest entries. */
const latestEntries = 300;

/** Which kinds of record the township entered lately, the most frequent first. */
export async function enteredLately(scope: TownshipReader): Promise<string[]> {
  const rows = await scope.tx.$queryRaw<{ type: string }[]>`
    SELECT record_type AS type FROM (SELECT record_type, seq FROM audit_event
      WHERE county_id = ${scope.countyId}::uuid AND township_id = ${scope.townshipId}::uuid AND action LIKE '%.create'
      ORDER BY seq DESC LIMIT ${latestEntries}) entered
    GROUP BY record_type ORDER BY count(*) DESC, max(seq) DESC`;
  return rows.map(({ type }) => type);
}

/** The latest entries of the office, as the audit rows tell them; a list that one request made is told once. */
export async function recentEntries(scope: TownshipReader): Promise<RecentRow[]> {
  const entries = await scope.tx.$queryRaw<Entry[]>`
    SELECT seq::int AS seq, ${isoTime(Prisma.sql`at`)} AS at, actor_name AS who, summary, record_type AS "recordType", record_id AS "recordId",
      to_char(occurred_on, 'YYYY-MM-DD') AS "occurredOn", count::int AS count
    FROM (SELECT *, count(*) OVER made AS count, row_number() OVER (made ORDER BY seq DESC) AS place
      FROM (SELECT * FROM audit_event
        WHERE county_id = ${scope.countyId}::uuid AND township_id = ${scope.townshipId}::uuid
        ORDER BY seq DESC LIMIT ${latestEntries}) latest
      WINDOW made AS (PARTITION BY coalesce(request_id, id::text), action, record_type)) told
    WHERE place = 1 ORDER BY seq DESC LIMIT 12`;
  const ids = entries.flatMap(({ recordId }) => recordId ?? []);
  const titles = await titlesOf(scope, ids);
  return entries.map((entry) => ({ ...entry, title: titles.get(entry.recordId ?? "") ?? null }));
}
