import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { entryDay, firstDay, own, type Period, todayOf } from "@/server/evidence/period";
import { dueSql, uncountedSql } from "../data/overdue";

type Reading = {
  metric: string;
  numerator: Prisma.Sql;
  denominator: Prisma.Sql;
  reason: Prisma.Sql;
  amount?: Prisma.Sql;
};

const sql = Prisma.sql;

/** What each metric reads in a judged suggestion: listed record by record or summed, from these lines alone. */
const readings = [
  {
    metric: "C1",
    numerator: sql`(assigning = 'inTime')::int`,
    denominator: sql`(assigning NOT IN ('notYetDue', 'notRecorded'))::int`,
    reason: sql`assigning`,
    amount: sql`assigned_late`,
  },
  {
    metric: "C2",
    numerator: sql`(consulting = 'consulted')::int`,
    denominator: sql`(consulting NOT IN ('inProgress', 'notRecorded'))::int`,
    reason: sql`consulting`,
  },
  {
    metric: "C3",
    numerator: sql`(replying = 'inTime')::int`,
    denominator: sql`(replying IN ('inTime', 'late', 'overdue'))::int`,
    reason: sql`replying`,
    amount: sql`replied_late`,
  },
  {
    metric: "C4",
    numerator: sql`(solving IN ('solved', 'promiseKept'))::int`,
    denominator: sql`(solving NOT IN ('beyondPower', 'notYetDue', 'promiseOpen'))::int`,
    reason: sql`solving`,
    amount: sql`CASE WHEN solving = 'promiseBroken' THEN settled_late END`,
  },
  {
    metric: "C5",
    numerator: sql`CASE rating WHEN 'satisfied' THEN 1 WHEN 'basic' THEN 0.6 ELSE 0 END`,
    denominator: sql`(rating IS NOT NULL)::int`,
    reason: sql`rated`,
  },
  {
    metric: "C6",
    numerator: sql`(redoing = 'redone')::int`,
    denominator: sql`(redoing IN ('redone', 'redoneLate', 'redoOverdue'))::int`,
    reason: sql`redoing`,
    amount: sql`redo_late`,
  },
] as const satisfies readonly Reading[];

export const suggestionMetrics = readings.map(({ metric }) => metric);

/** C5 tells the suggestions whose window closed without a rating from those that were rated. */
const partOf = (metric: Prisma.Sql): Prisma.Sql =>
  sql`CASE WHEN left_out = 'voided' THEN 'voided' WHEN left_out IS NULL AND rated = 'notRated' AND ${metric} = 'C5' THEN 'notRated' ELSE 'all' END`;

const ifCounted = (value: Prisma.Sql): Prisma.Sql => sql`CASE WHEN left_out IS NULL THEN ${value} ELSE 0 END`;

/** What later years' suggestions brought is left aside before it is grouped and sorted. */
const ofThese = sql`suggestion_id IN (SELECT id FROM registered)`;

/**
 * Suggestions of the year's register, each judged once for all its metrics. A suggestion that is a draft, was returned
 * to its deputy, merged into another or voided counts nowhere; what is not yet due is left out until it is. Solved (C4)
 * are those closed with outcome A, and those of B and C whose promises a deputy verified. Of a matter that was brought in
 * closed, what its old ledger does not say is left out as not recorded: unknown is neither done nor undone.
 */
function judged(period: Period): Prisma.Sql {
  const today = todayOf(period);
  return sql`
  WITH registered AS (
    SELECT year, county_id, township_id, id, received_on, occurred_on,
      ${entryDay} AS entered_on, assigned_on,
      s.assign_due_on, reply_due_on, first_replied_on, redo_count, redo_due_on, not_rated_on, outcome, solved_on,
      closed_on IS NOT NULL OR entered_closed AS closed, entered_closed, state = 'tracking' AS tracked,
      coalesce(${dueSql}, rating_due_on) AS settle_by,
      ${uncountedSql} AS left_out
    FROM suggestion s WHERE ${own(period)} AND year BETWEEN ${period.fromYear} AND ${period.toYear}
  ), consulted AS (
    SELECT suggestion_id, bool_or(round = 1) AND bool_or(round = 2) AS both
    FROM consultation
    WHERE ${own(period)} AND held_on >= ${firstDay(period)} AND confirmed_on IS NOT NULL AND ${ofThese}
    GROUP BY suggestion_id
  ), rated AS (
    SELECT DISTINCT ON (suggestion_id) suggestion_id, rating
    FROM (
      SELECT suggestion_id, rating, attempt, rated_on, id FROM rating WHERE ${own(period)} AND rated_on >= ${firstDay(period)}
      UNION ALL SELECT suggestion_id, rating, attempt, rated_on, id FROM rating WHERE ${own(period)} AND rated_on IS NULL
    ) given WHERE ${ofThese}
    ORDER BY suggestion_id, attempt DESC, rated_on DESC, id DESC
  ), redone AS (
    SELECT suggestion_id, max(attempt) - 1 AS redone, bool_and(replied_on <= due_on) AS in_time
    FROM reply WHERE ${own(period)} AND attempt > 1 AND ${ofThese} GROUP BY suggestion_id
  ), facts AS (
    SELECT s.*, coalesce(c.both, false) AS both, r.rating, coalesce(d.redone, 0) AS redone, coalesce(d.in_time, true) AS in_time
    FROM registered s
    LEFT JOIN consulted c ON c.suggestion_id = s.id
    LEFT JOIN rated r ON r.suggestion_id = s.id
    LEFT JOIN redone d ON d.suggestion_id = s.id
  ), judged AS MATERIALIZED (
    SELECT f.year, f.township_id, f.id, f.occurred_on, f.entered_on, f.left_out, f.rating,
      coalesce(f.assigned_on - f.assign_due_on, CASE WHEN f.assign_due_on < ${today} THEN ${today} - f.assign_due_on END) AS assigned_late,
      coalesce(f.first_replied_on - f.reply_due_on, CASE WHEN f.reply_due_on < ${today} THEN ${today} - f.reply_due_on END) AS replied_late,
      CASE WHEN f.entered_closed AND f.assigned_on IS NULL THEN 'notRecorded'
        WHEN f.assigned_on <= f.assign_due_on THEN 'inTime' WHEN f.assigned_on IS NOT NULL THEN 'late'
        WHEN f.assign_due_on < ${today} THEN 'overdue' ELSE 'notYetDue' END AS assigning,
      CASE WHEN f.entered_closed AND (f.first_replied_on IS NULL OR f.reply_due_on IS NULL) THEN 'notRecorded'
        WHEN f.reply_due_on IS NULL THEN 'noDueDay' WHEN f.first_replied_on <= f.reply_due_on THEN 'inTime'
        WHEN f.first_replied_on IS NOT NULL THEN 'late' WHEN f.reply_due_on < ${today} THEN 'overdue' ELSE 'notYetDue' END AS replying,
      CASE WHEN f.entered_closed THEN 'notRecorded' WHEN f.closed AND f.both THEN 'consulted' WHEN f.closed THEN 'notConsulted'
        WHEN f.first_replied_on IS NULL AND f.reply_due_on < ${today} THEN 'notConsulted' ELSE 'inProgress' END AS consulting,
      CASE WHEN f.outcome = 'E' THEN 'beyondPower' WHEN f.closed THEN CASE WHEN f.outcome = 'A' THEN 'solved'
          WHEN f.outcome IN ('B', 'C') AND f.solved_on IS NOT NULL THEN 'promiseKept'
          WHEN f.outcome IS NULL THEN 'unsettled' ELSE 'notSolved' END
        WHEN f.settle_by >= ${today} THEN CASE WHEN f.tracked THEN 'promiseOpen' ELSE 'notYetDue' END
        WHEN f.tracked THEN 'promiseBroken' ELSE 'unsettled' END AS solving,
      ${today} - f.settle_by AS settled_late,
      CASE WHEN f.rating IS NOT NULL THEN f.rating WHEN f.not_rated_on IS NOT NULL THEN 'notRated'
        WHEN f.entered_closed THEN 'notRecorded' ELSE 'ratingOpen' END AS rated,
      CASE WHEN f.entered_closed AND f.rating = 'unsatisfied' THEN 'notRecorded' WHEN f.redo_count = 0 THEN 'noRedo'
        WHEN NOT f.in_time THEN 'redoneLate' WHEN f.redone >= f.redo_count THEN 'redone'
        WHEN f.redo_due_on < ${today} THEN 'redoOverdue' ELSE 'notYetDue' END AS redoing,
      CASE WHEN f.redo_due_on < ${today} THEN ${today} - f.redo_due_on END AS redo_late
    FROM facts f
  )`;
}

/** C1 to C6, a row for each suggestion and metric. */
export function suggestionRows(period: Period): Prisma.Sql {
  const rows = readings.map(
    ({ metric, numerator, denominator, reason, amount }: Reading) => sql`
    SELECT year, ${metric}::text AS metric, ${partOf(sql`${metric}::text`)} AS part, township_id, 'suggestion' AS record_type, id AS record_id,
      occurred_on, entered_on, (${ifCounted(numerator)})::float8 AS numerator, ${ifCounted(denominator)} AS denominator,
      coalesce(left_out, ${reason}) AS reason, ${amount ?? sql`NULL::int`} AS amount
    FROM judged`,
  );
  return sql`(${judged(period)} ${Prisma.join(rows, " UNION ALL ")})`;
}

/**
 * The same rows summed by year, township, metric and part before they are spread over the metrics: six sums of one
 * row each cost a third of six rows summed.
 */
export function suggestionSums(period: Period): Prisma.Sql {
  const numerators = readings.map(({ numerator }) => sql`sum(${ifCounted(numerator)})`);
  const denominators = readings.map(({ denominator }) => sql`sum(${ifCounted(denominator)})`);
  const counted = readings.map(
    ({ denominator }) => sql`count(*) FILTER (WHERE ${ifCounted(denominator)} > 0)`,
  );
  return sql`(${judged(period)}, summed AS (
    SELECT year, township_id, left_out, rated, count(*) AS records, ARRAY[${Prisma.join(numerators)}]::float8[] AS numerators,
      ARRAY[${Prisma.join(denominators)}] AS denominators, ARRAY[${Prisma.join(counted)}] AS counts
    FROM judged GROUP BY year, township_id, left_out, rated
  )
  SELECT year, township_id, metric, ${partOf(sql`metric`)} AS part, numerator, denominator, counted, records - counted AS left_out,
    CASE WHEN left_out = 'voided' THEN 0 ELSE records END AS records
  FROM summed CROSS JOIN LATERAL unnest(${readings.map(({ metric }) => metric)}::text[], numerators, denominators, counts)
    spread (metric, numerator, denominator, counted))`;
}
