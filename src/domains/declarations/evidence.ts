import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { entryDay, evidenceColumns, ofRow, own, type Period } from "@/server/evidence/period";
import type { SliceEvidence } from "@/server/evidence/slice";

const sql = Prisma.sql;

/**
 * A township's signed word that it had none: a row that counts nothing, yet shows that the metric's kind of record was
 * not forgotten. Attendance has none only where neither sessions nor presidium meetings were held.
 */
function declared(period: Period): Prisma.Sql {
  return sql`(
  WITH said AS (
    SELECT year, township_id, id, subject, occurred_on, ${entryDay} AS entered_on
    FROM none_declaration WHERE ${own(period)} AND year BETWEEN ${period.fromYear} AND ${period.toYear} AND voided_at IS NULL
  ), told AS (
    SELECT d.year, v.metric, d.township_id, d.id AS record_id, d.occurred_on, d.entered_on, v.reason
    FROM said d JOIN (VALUES ('session', 'A1', 'declaredSession'), ('presidium', 'A3', 'declaredPresidium'),
      ('supervision', 'B3', 'declaredSupervision'), ('suggestion', 'C1', 'declaredSuggestion')) v (subject, metric, reason)
      ON v.subject = d.subject
    UNION ALL
    SELECT year, 'A4', township_id, (array_agg(id ORDER BY subject))[1], max(occurred_on), max(entered_on), 'declaredMeetings'
    FROM said WHERE subject IN ('session', 'presidium') GROUP BY year, township_id HAVING count(*) = 2
  )
  SELECT ${evidenceColumns} FROM (SELECT t.*, 'declared' AS part, 'declaration' AS record_type, 0::float8 AS numerator,
    0 AS denominator, NULL::int AS amount FROM told t) rows)`;
}

export const declarationsEvidence = {
  sources: [{ metrics: ["A1", "A3", "A4", "B3", "C1"], rows: declared }],
  ledgers: [],
  records: {
    declaration: {
      title: sql`(SELECT '声明人 ' || d.entered_by_name FROM none_declaration d WHERE ${ofRow(sql`d`)})`,
    },
  },
  dated: [],
} as const satisfies SliceEvidence;
