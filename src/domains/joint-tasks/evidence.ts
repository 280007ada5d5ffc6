import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { evidenceColumns, ofRow, type Period, todayOf, withinDays } from "@/server/evidence/period";
import type { SliceEvidence } from "@/server/evidence/slice";
import { handedIn } from "./data/rows";

const sql = Prisma.sql;

/** Parts a township knows of, with the day by which their result is owed: of a hidden one no row tells, whoever asks. */
const owed = sql`(
  SELECT p.county_id, p.township_id, p.id, t.result_due_on, t.title, (p.shown_from AT TIME ZONE interval '8 hours')::date AS entered_on,
    ${handedIn} AS submitted_on, p.verdict, p.voided_at, t.state
  FROM joint_part p JOIN joint_task t ON t.county_id = p.county_id AND t.id = p.task_id
  WHERE p.shown_from IS NOT NULL)`;

/**
 * F1: results the county accepted, handed in by their day, of those that were owed. A returned result counts by the day it
 * was last handed in, one whose activity was struck out before it was judged is owed again; one that waits for the county's verdict costs nobody anything as long as it was in time.
 */
const results = (period: Period): Prisma.Sql => sql`(
  WITH judged AS (
    SELECT extract(year FROM result_due_on)::int AS year, township_id, id, result_due_on, entered_on,
      coalesce(submitted_on, ${todayOf(period)}) - result_due_on AS days,
      CASE WHEN voided_at IS NOT NULL THEN 'voided' WHEN state = 'recalled' THEN 'jointRecalled'
        WHEN submitted_on > result_due_on AND verdict IS DISTINCT FROM 'returned' THEN 'jointLate'
        WHEN verdict = 'accepted' THEN 'jointInTime' WHEN verdict IS NULL AND submitted_on IS NOT NULL THEN 'jointWaiting'
        WHEN result_due_on >= ${todayOf(period)} THEN 'notYetDue' WHEN verdict = 'returned' THEN 'jointReturned' ELSE 'jointOverdue' END AS reason
    FROM ${owed} owed WHERE ${withinDays(sql`result_due_on`, period)}
  )
  SELECT ${evidenceColumns} FROM (
    SELECT year, 'F1' AS metric, CASE WHEN reason = 'voided' THEN 'voided' ELSE 'all' END AS part, township_id, 'jointPart' AS record_type,
      id AS record_id, result_due_on AS occurred_on, entered_on, (reason = 'jointInTime')::int::float8 AS numerator,
      (reason IN ('jointInTime', 'jointLate', 'jointReturned', 'jointOverdue'))::int AS denominator, reason,
      CASE WHEN reason IN ('jointLate', 'jointOverdue') THEN days END AS amount
    FROM judged
  ) rows)`;

export const jointTasksEvidence = {
  sources: [{ metrics: ["F1"], rows: results }],
  // Accepting and handing in are done here, on the day they are done: nothing of it can be entered late.
  ledgers: [],
  records: {
    jointPart: {
      title: sql`(SELECT t.title FROM joint_part p JOIN joint_task t ON t.county_id = p.county_id AND t.id = p.task_id WHERE ${ofRow(sql`p`)})`,
    },
  },
  dated: [[sql`${owed} owed`, sql`result_due_on`]],
} as const satisfies SliceEvidence;
