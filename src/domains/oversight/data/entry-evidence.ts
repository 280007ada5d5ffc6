import "server-only";
import { lateAfter, type RecordType, type StepCode } from "@/domains/oversight/rules/steps";
import { Prisma } from "@/server/db/generated/client";
import { dayAfter, entryDay, firstDay, own, type Period, todayOf } from "./period";

const sql = Prisma.sql;

/** A dated step of a record: the column of its day, and the one of the day it was entered. */
type Step = readonly [step: StepCode, day: Prisma.Sql, entered: Prisma.Sql];

/**
 * Where G2 reads: a row for each record (or line of one) with `year, township_id, record_id, left_out` and the days of
 * its steps. A line belongs to the year of its record, as every other figure of the record does.
 */
type Ledger = { recordType: RecordType; steps: readonly Step[]; from: (period: Period) => Prisma.Sql };

const registered: Step = ["registered", sql`occurred_on`, entryDay];

const withinDays = (column: Prisma.Sql, period: Period) =>
  sql`${own(period)} AND ${column} >= ${firstDay(period)} AND ${column} < ${dayAfter(period)}`;

const heldOrNot = (period: Period, day: Prisma.Sql) =>
  sql`CASE WHEN voided_at IS NOT NULL THEN 'voided' WHEN ${day} > ${todayOf(period)} THEN 'notYetHeld' END`;

const countedSuggestion = sql`CASE WHEN voided_at IS NOT NULL THEN 'voided' WHEN state = 'draft' THEN 'draft'
  WHEN state = 'returned' THEN 'returned' WHEN merged_into_id IS NOT NULL OR state = 'merged' THEN 'merged' END`;

/** Lines of suggestions, with what their suggestion says of its year and of being counted at all. */
const linesOf = (lines: (period: Period) => Prisma.Sql) => (period: Period) => sql`
  (SELECT s.year, s.id AS record_id, s.left_out, l.* FROM (${lines(period)}) l
  JOIN (SELECT year, id, ${countedSuggestion} AS left_out FROM suggestion
    WHERE ${own(period)} AND year BETWEEN ${period.fromYear} AND ${period.toYear}) s ON s.id = l.suggestion_id)`;

/** What was decided at a session on its first day. */
const atSession = (lines: Prisma.Sql) => (period: Period) => sql`
  (SELECT s.year, s.record_id, s.left_out, s.occurred_on, l.township_id, l.entered_at FROM (
    SELECT extract(year FROM starts_on)::int AS year, id AS record_id, starts_on AS occurred_on,
      ${heldOrNot(period, sql`starts_on`)} AS left_out
    FROM session WHERE ${withinDays(sql`starts_on`, period)}) s
  JOIN (SELECT session_id, township_id, entered_at FROM ${lines} WHERE ${own(period)}) l ON l.session_id = s.record_id)`;

const meetings: readonly Ledger[] = [
  {
    recordType: "session",
    steps: [registered, ["attendance", sql`attendance_on`, sql`attendance_entered_on`]],
    from: (period) => sql`
      (SELECT extract(year FROM starts_on)::int AS year, township_id, id AS record_id, starts_on AS occurred_on, entered_at,
        CASE WHEN attendance_entered_on IS NOT NULL THEN starts_on END AS attendance_on, attendance_entered_on,
        ${heldOrNot(period, sql`starts_on`)} AS left_out
      FROM session WHERE ${withinDays(sql`starts_on`, period)})`,
  },
  {
    recordType: "session",
    steps: [["vote", sql`occurred_on`, entryDay]],
    from: atSession(sql`vote`),
  },
  {
    recordType: "session",
    steps: [["election", sql`occurred_on`, entryDay]],
    from: atSession(sql`election`),
  },
  {
    recordType: "presidium_meeting",
    steps: [registered, ["attendance", sql`attendance_on`, sql`attendance_entered_on`]],
    from: (period) => sql`
      (SELECT extract(year FROM occurred_on)::int AS year, township_id, id AS record_id, occurred_on, entered_at,
        CASE WHEN attendance_entered_on IS NOT NULL THEN occurred_on END AS attendance_on, attendance_entered_on,
        ${heldOrNot(period, sql`occurred_on`)} AS left_out
      FROM presidium_meeting WHERE ${withinDays(sql`occurred_on`, period)})`,
  },
];

const supervision: readonly Ledger[] = [
  {
    recordType: "activity",
    steps: [registered, ["reported", sql`reported_on`, sql`reported_entered_on`]],
    from: (period) => sql`
      (SELECT extract(year FROM occurred_on)::int AS year, township_id, id AS record_id, occurred_on, entered_at, reported_on,
        reported_entered_on, CASE WHEN state = 'cancelled' AND voided_at IS NULL THEN 'cancelled'
          ELSE ${heldOrNot(period, sql`occurred_on`)} END AS left_out
      FROM activity WHERE ${withinDays(sql`occurred_on`, period)})`,
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
    from: (period) => sql`
      (SELECT extract(year FROM occurred_on)::int AS year, township_id, id AS record_id, occurred_on, entered_at, notified_on,
        notified_entered_on, planned_on, planned_entered_on, rectified_on, rectified_entered_on, verified_on, verified_entered_on,
        closed_on, closed_entered_on, CASE WHEN voided_at IS NOT NULL THEN 'voided' END AS left_out
      FROM finding WHERE ${withinDays(sql`occurred_on`, period)})`,
  },
];

const suggestions: readonly Ledger[] = [
  {
    recordType: "suggestion",
    steps: [
      registered,
      ["checked", sql`checked_on`, sql`checked_entered_on`],
      ["assigned", sql`assigned_on`, sql`assigned_entered_on`],
      ["accepted", sql`accepted_on`, sql`accepted_entered_on`],
      ["presidiumHeld", sql`presidium_meeting_on`, sql`presidium_meeting_entered_on`],
      ["closed", sql`closed_on`, sql`closed_entered_on`],
      ["calledBack", sql`called_back_on`, sql`called_back_entered_on`],
    ],
    from: (period) => sql`
      (SELECT year, township_id, id AS record_id, occurred_on, entered_at, checked_on, checked_entered_on, assigned_on,
        assigned_entered_on, accepted_on, accepted_entered_on, presidium_meeting_on, presidium_meeting_entered_on, closed_on,
        closed_entered_on, called_back_on, called_back_entered_on, ${countedSuggestion} AS left_out
      FROM suggestion WHERE ${own(period)} AND year BETWEEN ${period.fromYear} AND ${period.toYear})`,
  },
  {
    recordType: "suggestion",
    steps: [
      ["consulted", sql`held_on`, entryDay],
      ["confirmed", sql`confirmed_on`, sql`confirmed_entered_on`],
    ],
    from: linesOf(
      (
        period,
      ) => sql`SELECT township_id, suggestion_id, held_on, entered_at, confirmed_on, confirmed_entered_on
        FROM consultation WHERE ${own(period)} AND held_on >= ${firstDay(period)}`,
    ),
  },
  {
    recordType: "suggestion",
    steps: [["replied", sql`replied_on`, entryDay]],
    from: linesOf(
      (period) => sql`SELECT township_id, suggestion_id, replied_on, entered_at
        FROM reply WHERE ${own(period)} AND replied_on >= ${firstDay(period)}`,
    ),
  },
  {
    recordType: "suggestion",
    steps: [["rated", sql`rated_on`, entryDay]],
    from: linesOf(
      (period) => sql`SELECT township_id, suggestion_id, rated_on, entered_at
        FROM rating WHERE ${own(period)} AND rated_on >= ${firstDay(period)}`,
    ),
  },
  {
    recordType: "suggestion",
    steps: [
      ["deferralRequested", sql`requested_on`, entryDay],
      ["deferralDecided", sql`decided_on`, sql`decided_entered_on`],
    ],
    from: linesOf(
      (
        period,
      ) => sql`SELECT township_id, suggestion_id, requested_on, entered_at, decided_on, decided_entered_on
        FROM deferral WHERE ${own(period)} AND requested_on >= ${firstDay(period)}`,
    ),
  },
  {
    recordType: "suggestion",
    steps: [
      ["fulfilled", sql`fulfilled_on`, sql`fulfilled_entered_on`],
      ["verified", sql`verified_on`, sql`verified_entered_on`],
    ],
    from: linesOf(
      (
        period,
      ) => sql`SELECT township_id, suggestion_id, fulfilled_on, fulfilled_entered_on, verified_on, verified_entered_on
        FROM promise WHERE ${own(period)} AND fulfilled_on >= ${firstDay(period)}`,
    ),
  },
  {
    recordType: "suggestion",
    steps: [["returnRequested", sql`return_requested_on`, sql`return_requested_entered_on`]],
    from: linesOf(
      (period) => sql`SELECT township_id, suggestion_id, return_requested_on, return_requested_entered_on
        FROM suggestion_unit WHERE ${own(period)} AND return_requested_on >= ${firstDay(period)}`,
    ),
  },
];

const partOf = sql`CASE WHEN left_out = 'voided' THEN 'voided' ELSE 'all' END`;

/** A row for each dated step; `step` stands behind the columns every evidence row has. */
const rowsOf = ({ recordType, steps, from }: Ledger, period: Period): Prisma.Sql => {
  const days = steps.map(([step, day, entered]) => sql`(${step}::text, ${day}, ${entered})`);
  return sql`
  (SELECT year, 'G2' AS metric, ${partOf} AS part, township_id, ${recordType}::text AS record_type, record_id, v.day AS occurred_on,
    v.entered AS entered_on, (left_out IS NULL AND coalesce(v.entered - v.day <= ${lateAfter}, false))::int::float8 AS numerator,
    (left_out IS NULL AND v.entered IS NOT NULL)::int AS denominator,
    coalesce(left_out, CASE WHEN v.entered IS NULL THEN 'entryUnknown' WHEN v.entered - v.day <= ${lateAfter} THEN 'entered'
      ELSE 'enteredLate' END) AS reason, v.entered - v.day AS amount, v.step
  FROM ${from(period)} ledger CROSS JOIN LATERAL (VALUES ${Prisma.join(days)}) AS v (step, day, entered)
  WHERE v.day IS NOT NULL)`;
};

const lagColumns = [sql`lag0`, sql`lag1`, sql`lag2`, sql`lag3`, sql`lag4`, sql`lag5`, sql`lag6`];

/**
 * The same rows summed by year, township and part. The days from each step to its entry are reckoned once a record, and
 * a record's steps added before its row is grouped: one by one they would be felt.
 */
const sumsOf = ({ steps, from }: Ledger, period: Period): Prisma.Sql => {
  const lags = steps.map((_, index) => lagColumns[index] ?? sql`lag`);
  const reckoned = Prisma.join(
    steps.map(([, day, entered], index) => sql`${entered} - ${day} AS ${lags[index]}`),
  );
  const days = Prisma.join(steps.map(([, day]) => day));
  const inTime = Prisma.join(
    lags.map((lag) => sql`coalesce((${lag} <= ${lateAfter})::int, 0)`),
    " + ",
  );
  return sql`
  (SELECT year, township_id, 'G2' AS metric, ${partOf} AS part, coalesce(sum(in_time), 0)::float8 AS numerator,
    coalesce(sum(known), 0) AS denominator, coalesce(sum(known), 0) AS counted, sum(dated) - coalesce(sum(known), 0) AS left_out,
    sum(CASE WHEN left_out = 'voided' THEN 0 ELSE dated END) AS records
  FROM (
    SELECT year, township_id, left_out, sum(dated) AS dated, sum(known) FILTER (WHERE left_out IS NULL) AS known,
      sum(in_time) FILTER (WHERE left_out IS NULL) AS in_time
    FROM (SELECT year, township_id, left_out, dated, num_nonnulls(${Prisma.join(lags)}) AS known, ${inTime} AS in_time
      FROM (SELECT year, township_id, left_out, num_nonnulls(${days}) AS dated, ${reckoned} FROM ${from(period)} ledger OFFSET 0) lagging
    ) stepped
    GROUP BY year, township_id, left_out
  ) summed GROUP BY year, township_id, ${partOf})`;
};

/** G2: every dated step of every record, judged by how long after its day it was entered. */
export const entrySources = [...meetings, ...supervision, ...suggestions].map((ledger) => ({
  metrics: ["G2"] as const,
  rows: (period: Period) => rowsOf(ledger, period),
  sums: (period: Period) => sumsOf(ledger, period),
}));
