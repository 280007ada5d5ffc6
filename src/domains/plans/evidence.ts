import "server-only";
import { townshipsIn } from "@/domains/tenancy/data";
import { Prisma } from "@/server/db/generated/client";
import {
  entryDay,
  entryDayOf,
  evidenceColumns,
  ofRow,
  own,
  type Period,
  todayOf,
  withinDays,
} from "@/server/evidence/period";
import { entryLedger, type SliceEvidence } from "@/server/evidence/slice";
import { lastDayOf, stateOf } from "./data/fulfilled";

const { sql } = Prisma;
const i = sql`i`;

/**
 * G1 asks each planned item whose month is over, and whatever was done, put off with a reason or called off before: done
 * is done while its record stands, and what was put off counts until its new month is over too. A township that ended
 * is asked for the months it had.
 */
const items = (period: Period): Prisma.Sql => sql`(
  WITH planned AS (
    SELECT i.year, i.township_id, i.id, ${lastDayOf(i)} AS ends_on, ${entryDayOf(i)} AS entered_on,
      CASE WHEN i.voided_at IS NOT NULL THEN 'voided' ELSE ${stateOf(i, sql`t.until`)} END AS state, t.until
    FROM (SELECT * FROM plan_item WHERE ${withinDays(sql`occurred_on`, period)}) i
    JOIN (SELECT id, least(${todayOf(period)}, merged_on) AS until FROM ${townshipsIn(period)} all_of) t ON t.id = i.township_id
  )
  SELECT ${evidenceColumns} FROM (
    SELECT year, 'G1' AS metric, CASE WHEN state = 'voided' THEN 'voided' ELSE 'all' END AS part, township_id,
      'planItem' AS record_type, id AS record_id, ends_on AS occurred_on, entered_on,
      (state IN ('done', 'changed'))::int::float8 AS numerator,
      (state IN ('done', 'changed', 'overdue', 'cancelled'))::int AS denominator,
      CASE state WHEN 'voided' THEN 'voided' WHEN 'done' THEN 'planDone' WHEN 'changed' THEN 'planChanged'
        WHEN 'overdue' THEN 'planOverdue' WHEN 'cancelled' THEN 'planCancelled' ELSE 'planNotDue' END AS reason,
      CASE WHEN state = 'overdue' THEN until - ends_on END AS amount
    FROM planned
  ) rows)`;

/** M02: the party committee's approval of a year's plan, by the year of the plan. */
const approvals = (period: Period): Prisma.Sql => sql`(
  SELECT year, 'M02' AS metric, CASE WHEN voided_at IS NULL THEN 'all' ELSE 'voided' END AS part, township_id, 'annualPlan' AS record_type,
    id AS record_id, occurred_on, ${entryDay} AS entered_on, (voided_at IS NULL)::int::float8 AS numerator,
    (voided_at IS NULL)::int AS denominator, CASE WHEN voided_at IS NULL THEN 'planApproved' ELSE 'voided' END AS reason, NULL::int AS amount
  FROM annual_plan WHERE ${own(period)} AND year BETWEEN ${period.fromYear}::int AND ${period.toYear}::int)`;

/** An item is no event; the day told of its completion is. */
const told = (period: Period): Prisma.Sql => sql`
  (SELECT year, township_id, id AS record_id, occurred_on, occurred_entered_on, done_on, done_entered_on,
    CASE WHEN voided_at IS NOT NULL THEN 'voided' END AS left_out
  FROM plan_item WHERE ${withinDays(sql`occurred_on`, period)} AND done_on IS NOT NULL)`;

export const plansEvidence = {
  sources: [
    { metrics: ["G1"], rows: items },
    { metrics: ["M02"], rows: approvals },
  ],
  ledgers: [
    entryLedger("annualPlan", sql`annual_plan`),
    { recordType: "planItem", steps: [["planDone", sql`done_on`, sql`done_entered_on`]], from: told },
  ],
  records: {
    planItem: { title: sql`(SELECT i.month || '月：' || i.topic FROM plan_item i WHERE ${ofRow(i)})` },
    annualPlan: {
      title: sql`(SELECT a.year || '年计划 ' || a.document_number FROM annual_plan a WHERE ${ofRow(sql`a`)})`,
    },
  },
  dated: [[sql`plan_item`, sql`occurred_on`]],
} as const satisfies SliceEvidence;
