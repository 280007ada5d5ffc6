import "server-only";
import { Prisma } from "@/server/db/generated/client";
import {
  entryDay,
  evidenceColumns,
  heldOrNot,
  ofRow,
  type Period,
  withinDays,
} from "@/server/evidence/period";
import { type SliceEvidence, stepLedger } from "@/server/evidence/slice";

const sql = Prisma.sql;

/** B1: a report counts in the year it was heard, once an opinion came of it; the yearly ones are reports like the others. */
function reports(period: Period): Prisma.Sql {
  return sql`(
  WITH heard AS (
    SELECT extract(year FROM occurred_on)::int AS year, township_id, id, occurred_on, ${entryDay} AS entered_on,
      opinion_on IS NOT NULL AS deliberated, ${heldOrNot(period, sql`occurred_on`)} AS left_out
    FROM special_work_report WHERE ${withinDays(sql`occurred_on`, period)}
  )
  SELECT ${evidenceColumns} FROM (
    SELECT year, 'B1' AS metric, CASE WHEN left_out = 'voided' THEN 'voided' ELSE 'all' END AS part, township_id,
      'specialWorkReport' AS record_type, id AS record_id, occurred_on, entered_on,
      (left_out IS NULL AND deliberated)::int::float8 AS numerator, (left_out IS NULL)::int AS denominator,
      coalesce(left_out, CASE WHEN deliberated THEN 'deliberated' ELSE 'notDeliberated' END) AS reason, NULL::int AS amount
    FROM heard
  ) rows)`;
}

export const reportsEvidence = {
  sources: [{ metrics: ["B1"], rows: reports }],
  ledgers: [
    stepLedger("specialWorkReport", "special_work_report", {
      deliberated: "opinion_on",
      handedOver: "handed_on",
      responded: "responded_on",
      implemented: "implemented_on",
    }),
  ],
  records: {
    specialWorkReport: {
      title: sql`(SELECT w.topic FROM special_work_report w WHERE ${ofRow(sql`w`)})`,
    },
  },
  deciding: {
    B1: sql`SELECT w.opinion_on AS day, w.opinion_entered_on AS entered FROM special_work_report w WHERE ${ofRow(sql`w`)}`,
  },
  dated: [[sql`special_work_report`, sql`occurred_on`]],
} as const satisfies SliceEvidence;
