import "server-only";
import type { CountyCard, SidedRows } from "@/server/records/county-rows";
import { unitOf } from "@/domains/suggestions/data/unit-names";
import { ruleByDay } from "@/domains/tenancy/data";
import { dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { foundBy, holds } from "@/server/db/search";
import type { TownshipReader } from "@/server/db/scope";
import { inYear } from "@/server/db/span";
import { own, type Uses, type Whose } from "@/server/records/uses";
import { recordUses } from "@/domains/records/uses";
import { activityReads } from "./data/activities";
import { findingsOfYear } from "./data/export";
import { findingDueSql, findingOverdueSql } from "./data/overdue";
import { receiveDays } from "./rules/raised";
import { findingTopic, sourceOf } from "./data/sources";

const a = Prisma.sql`a`;
const f = Prisma.sql`f`;

/** Inspections of a law whose report was not handed over, or not answered; of those brought in as done nothing is owed. */
async function unanswered(scope: TownshipReader) {
  return Prisma.sql`
    SELECT CASE WHEN a.handed_on IS NULL THEN 'inspectionHandover' ELSE 'inspectionResponse' END, 'activity', a.id, a.topic, NULL, NULL,
      to_char(a.reported_on, 'YYYY-MM-DD') || ' 出报告', (a.handed_on + make_interval(months => q.value))::date
    FROM activity a JOIN ${await ruleByDay(scope, "inspection.responseMonths", Prisma.sql`a.occurred_on`)}
    WHERE ${own(scope, a)} AND a.kind = 'lawInspection' AND a.state = 'done' AND a.responded_on IS NULL
      AND NOT (a.entered_closed AND a.handed_on IS NULL)`;
}

export const activityUses: Uses = {
  ...recordUses(activityReads, {
    book: "supervision",
    deed: { code: "activity", of: Prisma.sql`r.state <> 'cancelled'` },
    due: async (whose) => Prisma.sql`
        SELECT 'activityReport' AS kind, 'activity' AS type, a.id, a.topic AS title, NULL AS facts, NULL AS unit,
          to_char(coalesce(a.ended_on, a.occurred_on), 'YYYY-MM-DD') || ' 已开展' AS note, NULL AS due_on
        FROM activity a
        WHERE ${own(whose, a)} AND a.state = 'planned' AND coalesce(a.ended_on, a.occurred_on) <= ${dayOf(whose.now)}::date
        UNION ALL ${await unanswered(whose)}`,
  }),
  /** What was called off takes place on no day. */
  calendar: (whose, from, to) => Prisma.sql`
    SELECT 'activity' AS type, a.township_id, a.id, a.topic AS title, NULL AS facts, a.occurred_on AS from_on,
      greatest(a.ended_on, a.occurred_on) AS to_on, a.place AS note
    FROM activity a
    WHERE ${own(whose, a)} AND a.state <> 'cancelled' AND a.occurred_on <= ${to}::date
      AND greatest(a.ended_on, a.occurred_on) >= ${from}::date`,
};

/** What the county answered is to be read: it waits until the finding is taken a step further. */
const answeredAbove = (whose: Whose) => Prisma.sql`
  SELECT 'raisedAnswered', 'finding', f.id, left(f.description, 60), NULL, NULL, left(u.answer, 80), NULL::date
  FROM finding f JOIN raised_finding u ON u.county_id = f.county_id AND u.township_id = f.township_id AND u.finding_id = f.id
  WHERE ${own(whose, f)} AND f.state <> 'closed' AND u.answered_on IS NOT NULL AND u.voided_at IS NULL
    AND coalesce(f.edited_at, f.entered_at) < u.edited_at`;

/** Findings that a township raised and the county has not answered, and by when it does. */
const waitingAbove = (countyId: string) => Prisma.sql`
  raised_finding u JOIN finding f ON f.county_id = u.county_id AND f.township_id = u.township_id AND f.id = u.finding_id
  WHERE ${own({ countyId, townshipId: null }, Prisma.sql`u`)} AND f.voided_at IS NULL AND u.answered_on IS NULL`;
const raisedDue = Prisma.sql`coalesce(u.due_on, u.raised_on + ${receiveDays}::int)`;

export const findingUses: Uses = {
  type: "finding",
  book: {
    book: "supervision",
    sheet: findingsOfYear,
    entries: (scope, year) => Prisma.sql`
      SELECT count(*) FROM finding f WHERE ${own(scope, f)} AND ${inYear(Prisma.sql`f.occurred_on`, year)}`,
  },
  due: (whose) =>
    Promise.resolve(Prisma.sql`
      SELECT CASE WHEN f.state IN ('found', 'reopened') THEN 'findingUnassigned'
          WHEN f.state IN ('rectified', 'verified') THEN 'findingToVerify' ELSE 'findingDue' END AS kind,
        'finding' AS type, f.id, left(f.description, 60) AS title, NULL AS facts, coalesce(h.short_name, h.name) AS unit,
        CASE WHEN up.id IS NULL THEN ${findingTopic} ELSE '已上报县人大，待答复' END AS note, ${findingDueSql} AS due_on
      FROM finding f ${sourceOf(f)} LEFT JOIN ${unitOf(f)}
        LEFT JOIN raised_finding up ON up.county_id = f.county_id AND up.township_id = f.township_id AND up.finding_id = f.id
          AND up.answered_on IS NULL AND up.voided_at IS NULL
      WHERE ${own(whose, f)} AND f.state <> 'closed'
      UNION ALL ${answeredAbove(whose)}`),
  countyDue: ({ countyId }) => Prisma.sql`
    SELECT CASE WHEN u.received_on IS NULL THEN 'raisedToReceive' ELSE 'raisedToAnswer' END AS kind, 'finding' AS type, u.township_id, u.id,
      left(f.description, 60) AS title, left(u.ask, 60) AS note, ${raisedDue} AS due_on,
      'joint/raised/' || u.id AS page
    FROM ${waitingAbove(countyId)}`,
  participation: (whose, deputyId) => Prisma.sql`
    SELECT 'finding' AS type, f.id, left(f.description, 60) AS title, NULL AS facts, f.verified_on AS day, f.verified_on AS until,
      'verified' AS role
    FROM finding f WHERE ${own(whose, f)} AND f.verified_on IS NOT NULL AND f.verified_by_deputy_id = ${deputyId}::uuid`,
  titles: (whose, ids) => Prisma.sql`
    SELECT 'finding' AS type, f.id, left(f.description, 60) AS title, NULL AS facts FROM finding f
    WHERE ${own(whose, f)} AND f.id = ANY (${ids}::uuid[])`,
  search: (whose, q, limit) => Prisma.sql`
    SELECT 'finding' AS type, f.township_id, f.id, left(f.description, 80) AS title, NULL AS facts, left(f.rectification, 80) AS note,
      f.occurred_on AS day
    FROM finding f
    WHERE ${own(whose, f)} AND (f.township_id, f.id) IN (${foundBy("finding", q, whose.townshipId)})
      AND (${holds(Prisma.sql`f.description`, q)} OR ${holds(Prisma.sql`f.rectification`, q)})
    ORDER BY f.occurred_on DESC, f.id LIMIT ${limit}`,
};

/** Findings that nobody closed in time, those of which no unit was ever told included. */
export const overdueFindings: CountyCard = {
  key: "findingsOverdue",
  title: "逾期没有销号的问题",
  unit: "个",
  dayIs: "期限",
  deadline: true,
  waitsFor: "townships",
  say: (count, townships) =>
    `${townships} 个乡镇有 ${count} 个监督发现的问题过了期限没有销号，含还没通知整改的`,
  none: "没有逾期未销号的问题",
  rows: ({ countyId, now }) =>
    Promise.resolve(Prisma.sql`
      SELECT f.township_id, 'finding' AS type, f.id, left(f.description, 60) AS title, CASE WHEN f.state IN ('found', 'reopened')
          THEN '还没有通知整改单位' WHEN f.state IN ('rectified', 'verified') THEN '等核实、销号' ELSE '等整改' END AS note,
        ${findingDueSql} AS day, NULL AS path
      FROM finding f WHERE f.county_id = ${countyId}::uuid AND ${findingOverdueSql(dayOf(now))}`),
};

/** Findings beyond a township's power that the county has not answered. */
export const openRaised: CountyCard = {
  key: "findingsRaised",
  title: "等县人大答复的上报问题",
  unit: "个",
  dayIs: "县里的期限",
  deadline: true,
  waitsFor: "county",
  say: (count, townships) => `${townships} 个乡镇有 ${count} 个上报的问题等县人大接收或者答复`,
  none: "上报的问题都已答复",
  under: "county",
  rows: ({ countyId }) =>
    Promise.resolve(Prisma.sql`
      SELECT u.township_id, NULL AS type, NULL AS id, left(f.description, 60) AS title,
        CASE WHEN u.received_on IS NULL THEN '等接收' ELSE '等答复' END AS note,
        ${raisedDue} AS day, '/joint/raised/' || u.id AS path
      FROM ${waitingAbove(countyId)}`),
};

/** Visits and inspections that took place: what was looked at is work, not people. */
export const activitySides: SidedRows = (whose, year) => Prisma.sql`
  SELECT 'more' AS side, a.township_id, 'activity' AS type, a.id, a.topic AS title, '监督活动' AS note, a.occurred_on AS day, NULL AS path
  FROM activity a WHERE ${own(whose, a)} AND a.state = 'done' AND ${inYear(Prisma.sql`a.occurred_on`, year)}`;
