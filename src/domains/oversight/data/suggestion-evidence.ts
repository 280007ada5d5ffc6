import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { entryDays, evidenceColumns, firstDay, own, type Period, todayOf } from "./period";

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
        WHEN merged_into_id IS NOT NULL THEN 'merged' END AS left_out
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
  ), judged AS (
    SELECT f.year, f.township_id, f.id, f.occurred_on, f.entered_on, f.left_out, f.outcome, f.rating,
      f.assigned_on - f.assign_due_on AS assigned_late, ${today} - f.assign_due_on AS unassigned_late,
      f.first_replied_on - f.reply_due_on AS replied_late, ${today} - f.reply_due_on AS unreplied_late,
      CASE WHEN f.closed_on IS NOT NULL AND f.both THEN 'consulted' WHEN f.closed_on IS NOT NULL THEN 'notConsulted'
        WHEN f.first_replied_on IS NULL AND f.reply_due_on < ${today} THEN 'notConsulted' ELSE 'inProgress' END AS consulting,
      CASE WHEN f.outcome = 'E' THEN 'beyondPower' WHEN f.outcome = 'A' AND f.closed_on IS NOT NULL THEN 'solved'
        WHEN f.outcome IS NULL OR f.closed_on IS NULL THEN 'unsettled' ELSE 'notSolved' END AS solving,
      CASE WHEN f.rating IS NOT NULL THEN f.rating WHEN f.not_rated_on IS NOT NULL THEN 'notRated' ELSE 'ratingOpen' END AS rating_seen,
      CASE WHEN f.redo_count = 0 THEN 'noRedo' WHEN NOT f.in_time THEN 'redoneLate' WHEN f.redone >= f.redo_count THEN 'redone'
        WHEN f.redo_due_on < ${today} THEN 'redoOverdue' ELSE 'notYetDue' END AS redoing,
      f.entered_on - f.occurred_on AS entry_lag, f.redo_due_on
    FROM facts f
  )
  SELECT ${evidenceColumns} FROM (
    SELECT j.year, v.metric,
      CASE WHEN j.left_out = 'voided' THEN 'voided' WHEN j.left_out IS NULL AND v.reason = 'notRated' THEN 'notRated' ELSE 'all' END AS part,
      j.township_id, 'suggestion' AS record_type, j.id AS record_id, j.occurred_on, j.entered_on,
      CASE WHEN j.left_out IS NULL THEN v.numerator ELSE 0 END::float8 AS numerator,
      CASE WHEN j.left_out IS NULL THEN v.denominator ELSE 0 END AS denominator,
      coalesce(j.left_out, v.reason) AS reason, v.amount
    FROM judged j CROSS JOIN LATERAL (VALUES
      ('C1', CASE WHEN j.assigned_late <= 0 THEN 1 ELSE 0 END,
        CASE WHEN j.assigned_late IS NOT NULL OR j.unassigned_late > 0 THEN 1 ELSE 0 END,
        CASE WHEN j.assigned_late <= 0 THEN 'inTime' WHEN j.assigned_late > 0 THEN 'late' WHEN j.unassigned_late > 0 THEN 'overdue'
          ELSE 'notYetDue' END, coalesce(j.assigned_late, j.unassigned_late)),
      ('C2', CASE WHEN j.consulting = 'consulted' THEN 1 ELSE 0 END, CASE WHEN j.consulting = 'inProgress' THEN 0 ELSE 1 END,
        j.consulting, NULL),
      ('C3', CASE WHEN j.replied_late <= 0 THEN 1 ELSE 0 END,
        CASE WHEN j.replied_late IS NOT NULL OR j.unreplied_late > 0 THEN 1 ELSE 0 END,
        CASE WHEN j.replied_late <= 0 THEN 'inTime' WHEN j.replied_late > 0 THEN 'late' WHEN j.unreplied_late > 0 THEN 'overdue'
          WHEN j.unreplied_late IS NULL THEN 'noDueDay' ELSE 'notYetDue' END, coalesce(j.replied_late, j.unreplied_late)),
      ('C4', CASE WHEN j.solving = 'solved' THEN 1 ELSE 0 END, CASE WHEN j.solving = 'beyondPower' THEN 0 ELSE 1 END, j.solving, NULL),
      ('C5', CASE j.rating WHEN 'satisfied' THEN 1 WHEN 'basic' THEN 0.6 ELSE 0 END, CASE WHEN j.rating IS NULL THEN 0 ELSE 1 END,
        j.rating_seen, NULL),
      ('C6', CASE WHEN j.redoing = 'redone' THEN 1 ELSE 0 END,
        CASE WHEN j.redoing IN ('redone', 'redoneLate', 'redoOverdue') THEN 1 ELSE 0 END, j.redoing,
        CASE WHEN j.redoing = 'redoOverdue' THEN ${today} - j.redo_due_on END),
      ('G2', CASE WHEN j.entry_lag <= ${entryDays} THEN 1 ELSE 0 END, 1,
        CASE WHEN j.entry_lag <= ${entryDays} THEN 'entered' ELSE 'enteredLate' END, j.entry_lag)
    ) AS v (metric, numerator, denominator, reason, amount)
  ) rows)`;
}
