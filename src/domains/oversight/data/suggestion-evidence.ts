import "server-only";
import type { MetricCode } from "@/domains/oversight/rules/metrics";
import { Prisma } from "@/server/db/generated/client";
import { entryDays, firstDay, own, type Period, todayOf } from "./period";

/** One metric's reading of the facts; each suggestion of the year is a row of each metric, counted or left out. */
const arm = (
  metric: MetricCode,
  numerator: Prisma.Sql,
  denominator: Prisma.Sql,
  reason: Prisma.Sql,
  amount = Prisma.sql`NULL::int`,
) => Prisma.sql`SELECT year, ${metric}::text AS metric, ${metric === "C5" ? Prisma.sql`CASE WHEN rated = 'notRated' THEN 'notRated' ELSE 'all' END` : Prisma.sql`'all'`} AS part,
      township_id, id, occurred_on, entered_on, left_out, ${numerator}::float8 AS numerator, ${denominator} AS denominator,
      ${reason} AS reason, ${amount} AS amount FROM judged`;

/**
 * Suggestions of the year's register: C1 to C6 and G2 in one pass. A suggestion that is a draft, was returned to its
 * deputy, merged into another or voided counts nowhere; what is not yet due is left out until it is.
 */
export function suggestionEvidence(period: Period): Prisma.Sql {
  const today = todayOf(period);
  return Prisma.sql`(
  WITH registered AS (
    SELECT year, county_id, township_id, id, received_on, occurred_on,
      (entered_at AT TIME ZONE 'Asia/Shanghai')::date AS entered_on, assigned_on,
      coalesce(assign_due_on, received_on + 15) AS assign_due_on, reply_due_on, first_replied_on, redo_count, redo_due_on,
      not_rated_on, outcome, closed_on,
      CASE WHEN voided_at IS NOT NULL THEN 'voided' WHEN state = 'draft' THEN 'draft' WHEN state = 'returned' THEN 'returned'
        WHEN merged_into_id IS NOT NULL OR state = 'merged' THEN 'merged' END AS left_out
    FROM suggestion WHERE ${own(period)} AND year BETWEEN ${period.fromYear} AND ${period.toYear}
  ), consulted AS (
    SELECT suggestion_id, bool_or(round = 1) AND bool_or(round = 2) AS both
    FROM consultation
    WHERE ${own(period)} AND held_on >= ${firstDay(period)} AND confirmed_on IS NOT NULL GROUP BY suggestion_id
  ), rated AS (
    SELECT DISTINCT ON (suggestion_id) suggestion_id, rating
    FROM rating WHERE ${own(period)} AND rated_on >= ${firstDay(period)}
    ORDER BY suggestion_id, attempt DESC, rated_on DESC, id DESC
  ), redone AS (
    SELECT suggestion_id, max(attempt) - 1 AS redone, bool_and(replied_on <= due_on) AS in_time
    FROM reply WHERE ${own(period)} AND attempt > 1 GROUP BY suggestion_id
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
      CASE WHEN f.assigned_on <= f.assign_due_on THEN 'inTime' WHEN f.assigned_on IS NOT NULL THEN 'late'
        WHEN f.assign_due_on < ${today} THEN 'overdue' ELSE 'notYetDue' END AS assigning,
      CASE WHEN f.reply_due_on IS NULL THEN 'noDueDay' WHEN f.first_replied_on <= f.reply_due_on THEN 'inTime'
        WHEN f.first_replied_on IS NOT NULL THEN 'late' WHEN f.reply_due_on < ${today} THEN 'overdue' ELSE 'notYetDue' END AS replying,
      CASE WHEN f.closed_on IS NOT NULL AND f.both THEN 'consulted' WHEN f.closed_on IS NOT NULL THEN 'notConsulted'
        WHEN f.first_replied_on IS NULL AND f.reply_due_on < ${today} THEN 'notConsulted' ELSE 'inProgress' END AS consulting,
      CASE WHEN f.outcome = 'E' THEN 'beyondPower' WHEN f.outcome = 'A' AND f.closed_on IS NOT NULL THEN 'solved'
        WHEN f.outcome IS NULL OR f.closed_on IS NULL THEN 'unsettled' ELSE 'notSolved' END AS solving,
      CASE WHEN f.rating IS NOT NULL THEN f.rating WHEN f.not_rated_on IS NOT NULL THEN 'notRated' ELSE 'ratingOpen' END AS rated,
      CASE WHEN f.redo_count = 0 THEN 'noRedo' WHEN NOT f.in_time THEN 'redoneLate' WHEN f.redone >= f.redo_count THEN 'redone'
        WHEN f.redo_due_on < ${today} THEN 'redoOverdue' ELSE 'notYetDue' END AS redoing,
      CASE WHEN f.redo_due_on < ${today} THEN ${today} - f.redo_due_on END AS redo_late,
      f.entered_on - f.occurred_on AS entry_lag
    FROM facts f
  )
  SELECT rows.year, metric, CASE WHEN left_out = 'voided' THEN 'voided' WHEN left_out IS NULL THEN part ELSE 'all' END AS part,
    township_id, 'suggestion' AS record_type, id AS record_id, occurred_on, entered_on,
    CASE WHEN left_out IS NULL THEN numerator ELSE 0 END::float8 AS numerator,
    CASE WHEN left_out IS NULL THEN denominator ELSE 0 END AS denominator, coalesce(left_out, reason) AS reason, amount
  FROM (
    ${arm("C1", Prisma.sql`(assigning = 'inTime')::int`, Prisma.sql`(assigning <> 'notYetDue')::int`, Prisma.sql`assigning`, Prisma.sql`assigned_late`)}
    UNION ALL
    ${arm("C2", Prisma.sql`(consulting = 'consulted')::int`, Prisma.sql`(consulting <> 'inProgress')::int`, Prisma.sql`consulting`)}
    UNION ALL
    ${arm("C3", Prisma.sql`(replying = 'inTime')::int`, Prisma.sql`(replying IN ('inTime', 'late', 'overdue'))::int`, Prisma.sql`replying`, Prisma.sql`replied_late`)}
    UNION ALL
    ${arm("C4", Prisma.sql`(solving = 'solved')::int`, Prisma.sql`(solving <> 'beyondPower')::int`, Prisma.sql`solving`)}
    UNION ALL
    ${arm("C5", Prisma.sql`CASE rating WHEN 'satisfied' THEN 1 WHEN 'basic' THEN 0.6 ELSE 0 END`, Prisma.sql`(rating IS NOT NULL)::int`, Prisma.sql`rated`)}
    UNION ALL
    ${arm("C6", Prisma.sql`(redoing = 'redone')::int`, Prisma.sql`(redoing IN ('redone', 'redoneLate', 'redoOverdue'))::int`, Prisma.sql`redoing`, Prisma.sql`redo_late`)}
    UNION ALL
    ${arm("G2", Prisma.sql`(entry_lag <= ${entryDays})::int`, Prisma.sql`1`, Prisma.sql`CASE WHEN entry_lag <= ${entryDays} THEN 'entered' ELSE 'enteredLate' END`, Prisma.sql`entry_lag`)}
  ) rows)`;
}
