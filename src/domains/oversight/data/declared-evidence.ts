import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { evidenceColumns, own, type Period } from "./period";

/**
 * A township's signed word that it had none: a row that counts nothing, yet shows that the metric's kind of record was
 * not forgotten. Attendance has none only where neither sessions nor presidium meetings were held.
 */
export function declaredEvidence(period: Period): Prisma.Sql {
  return Prisma.sql`(
  WITH said AS (
    SELECT year, township_id, id, subject, occurred_on, (entered_at AT TIME ZONE 'Asia/Shanghai')::date AS entered_on
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
