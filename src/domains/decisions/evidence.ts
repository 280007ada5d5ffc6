import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { datedValues } from "@/server/db/turnout";
import {
  entryDay,
  evidenceColumns,
  heldOrNot,
  type JudgedPeriod,
  ofRow,
  type Period,
  struckOwing,
  todayOf,
  toldDay,
  withinDays,
} from "@/server/evidence/period";
import { type SliceEvidence, stepLedger } from "@/server/evidence/slice";

const sql = Prisma.sql;

/** F2, its part of resolutions: each is due within the days of the rule that was in force when it was adopted. */
function filings(period: JudgedPeriod<"resolution.filingDays">): Prisma.Sql {
  return sql`(
  WITH adopted AS (
    SELECT extract(year FROM occurred_on)::int AS year, township_id, id, occurred_on, ${entryDay} AS entered_on,
      filed_on, coalesce(greatest(filed_on, first_filed_on), ${todayOf(period)}) - (${toldDay} + q.value) AS days,
      ${struckOwing(sql`${toldDay} + q.value`, sql`greatest(filed_on, first_filed_on)`)} AS owing,
      ${heldOrNot(period, sql`occurred_on`)} AS left_out
    FROM resolution JOIN ${datedValues(period.rule("resolution.filingDays"))} q (since, until, value)
      ON occurred_on BETWEEN q.since AND q.until
    WHERE ${withinDays(sql`occurred_on`, period)}
  ), judged AS (
    SELECT *, coalesce(CASE WHEN owing THEN 'struckOwing' END, left_out,
      CASE WHEN filed_on IS NULL THEN CASE WHEN days > 0 THEN 'unfiled' ELSE 'notYetDue' END
      WHEN days > 0 THEN 'filedLate' ELSE 'filedInTime' END) AS reason
    FROM adopted
  )
  SELECT ${evidenceColumns} FROM (
    SELECT year, 'F2' AS metric, CASE WHEN reason = 'voided' THEN 'voided' ELSE 'resolution' END AS part, township_id,
      'resolution' AS record_type, id AS record_id, occurred_on, entered_on, (reason = 'filedInTime')::int::float8 AS numerator,
      (reason IN ('filedInTime', 'filedLate', 'unfiled', 'struckOwing'))::int AS denominator, reason,
      CASE WHEN reason IN ('filedLate', 'unfiled') THEN days END AS amount
    FROM judged
  ) rows)`;
}

/** Tasks are lines of their resolution, and belong to its year. */
const tasksDone = (period: Period) => sql`(
  SELECT d.year, t.township_id, t.resolution_id AS record_id, t.done_on, t.done_entered_on, d.left_out
  FROM resolution_task t JOIN (
    SELECT extract(year FROM occurred_on)::int AS year, county_id, township_id, id, ${heldOrNot(period, sql`occurred_on`)} AS left_out
    FROM resolution WHERE ${withinDays(sql`occurred_on`, period)}
  ) d ON d.county_id = t.county_id AND d.township_id = t.township_id AND d.id = t.resolution_id)`;

export const decisionsEvidence = {
  sources: [{ metrics: ["F2"], rows: filings }],
  ledgers: [
    stepLedger("resolution", "resolution", { filed: "filed_on", concluded: "concluded_on" }),
    {
      recordType: "resolution",
      steps: [["taskDone", sql`done_on`, sql`done_entered_on`]],
      from: tasksDone,
    },
  ],
  records: { resolution: { title: sql`(SELECT d.title FROM resolution d WHERE ${ofRow(sql`d`)})` } },
  deciding: {
    F2: sql`SELECT d.filed_on AS day, d.filed_entered_on AS entered FROM resolution d WHERE ${ofRow(sql`d`)}`,
  },
  dated: [[sql`resolution`, sql`occurred_on`]],
} as const satisfies SliceEvidence;
