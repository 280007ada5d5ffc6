import "server-only";
import { allUnits, toBeAppraised } from "@/domains/suggestions/data/appraised-units";
import { Prisma } from "@/server/db/generated/client";
import { entryDay, evidenceColumns, ofRow, own, type Period, firstLag } from "@/server/evidence/period";
import { registered, type SliceEvidence } from "@/server/evidence/slice";
import { appraisalNameSql } from "@/server/db/appraisal-name";

const sql = Prisma.sql;

/** Rounds of these years by the year they are of: one of the fourth quarter may be held in January. */
const ofYears = (period: Period): Prisma.Sql =>
  sql`${own(period)} AND year BETWEEN ${period.fromYear}::int AND ${period.toYear}::int`;
const leftOut = sql`CASE WHEN voided_at IS NOT NULL THEN 'voided' END`;

/**
 * B5 is coverage × turnout: the units that some round of the year judged, of those that are to be appraised or were; and
 * the ballots that came back, of those given out. A year without a round asks nothing of any unit: that is 未录.
 */
function rounds(period: Period): Prisma.Sql {
  return sql`(
  WITH held AS (
    SELECT year, county_id, township_id, id, occurred_on, issued, returned, ${entryDay} AS entered_on, ${leftOut} AS left_out
    FROM appraisal WHERE ${ofYears(period)}
  ), asked AS MATERIALIZED (
    SELECT DISTINCT year, county_id, township_id FROM held WHERE left_out IS NULL
  ), judged AS (
    SELECT h.year, l.township_id, l.unit_id, count(*)::int AS times, min(h.occurred_on) AS first_on,
      (array_agg(h.entered_on ORDER BY h.occurred_on, h.id))[1] AS entered_on
    FROM held h JOIN appraisal_line l ON l.county_id = h.county_id AND l.township_id = h.township_id AND l.appraisal_id = h.id
    WHERE h.left_out IS NULL GROUP BY h.year, l.township_id, l.unit_id
  )
  SELECT ${evidenceColumns} FROM (
    SELECT year, 'B5' AS metric, CASE WHEN left_out = 'voided' THEN 'voided' ELSE 'turnout' END AS part, township_id, 'appraisal' AS record_type,
      id AS record_id, occurred_on, entered_on, CASE WHEN left_out IS NULL THEN returned ELSE 0 END::float8 AS numerator,
      CASE WHEN left_out IS NULL THEN issued ELSE 0 END AS denominator, coalesce(left_out, 'ballotsReturned') AS reason,
      CASE WHEN left_out IS NULL THEN issued - returned END AS amount
    FROM held
    UNION ALL
    SELECT a.year, 'B5', 'coverage', a.township_id, 'handlingUnit', h.id, j.first_on, j.entered_on, (j.times IS NOT NULL)::int::float8, 1,
      CASE WHEN j.times IS NULL THEN 'unitNotAppraised' ELSE 'unitAppraised' END, j.times
    FROM asked a JOIN ${allUnits} ON h.county_id = a.county_id AND h.township_id = a.township_id
    LEFT JOIN judged j ON j.year = a.year AND j.township_id = h.township_id AND j.unit_id = h.id
    WHERE j.times IS NOT NULL OR ${toBeAppraised(sql`a.year`)}
  ) rows)`;
}

/** M20: what each round of the year gave each unit, of the hundred there are. */
const unitScores = (period: Period): Prisma.Sql => sql`(
  WITH held AS (
    SELECT year, county_id, township_id, id, occurred_on, ${entryDay} AS entered_on, ${leftOut} AS left_out FROM appraisal WHERE ${ofYears(period)}
  )
  SELECT ${evidenceColumns} FROM (
    SELECT h.year, 'M20' AS metric, CASE WHEN h.left_out = 'voided' THEN 'voided' ELSE 'all' END AS part, l.township_id,
      'handlingUnit' AS record_type, l.unit_id AS record_id, h.occurred_on, h.entered_on,
      CASE WHEN h.left_out IS NULL THEN l.score / 100 ELSE 0 END::float8 AS numerator, (h.left_out IS NULL)::int AS denominator,
      coalesce(h.left_out, 'unitScored') AS reason, NULL::int AS amount
    FROM held h JOIN appraisal_line l ON l.county_id = h.county_id AND l.township_id = h.township_id AND l.appraisal_id = h.id
  ) rows)`;

/** M18: how many rounds the year had. */
const roundsHeld = (period: Period): Prisma.Sql => sql`(
  SELECT ${evidenceColumns} FROM (
    SELECT year, 'M18' AS metric, CASE WHEN left_out = 'voided' THEN 'voided' ELSE 'all' END AS part, township_id, 'appraisal' AS record_type,
      id AS record_id, occurred_on, entered_on, (left_out IS NULL)::int::float8 AS numerator, (left_out IS NULL)::int AS denominator,
      coalesce(left_out, 'roundHeld') AS reason, NULL::int AS amount
    FROM (SELECT year, township_id, id, occurred_on, ${entryDay} AS entered_on, ${leftOut} AS left_out FROM appraisal WHERE ${ofYears(period)}) held
  ) rows)`;

/** The days of a record that belongs to the year it says. */
const entered =
  (table: Prisma.Sql, days = Prisma.empty) =>
  (period: Period) => sql`
  (SELECT year, township_id, id AS record_id, occurred_on, occurred_entered_on, ${firstLag} ${days}, ${leftOut} AS left_out FROM ${table} WHERE ${ofYears(period)})`;

export const appraisalsEvidence = {
  sources: [
    { metrics: ["B5"], rows: rounds },
    { metrics: ["M18"], rows: roundsHeld },
    { metrics: ["M20"], rows: unitScores },
  ],
  ledgers: [
    { recordType: "appraisal", steps: [registered], from: entered(sql`appraisal`) },
    {
      recordType: "appraisalOutcome",
      steps: [registered, ["sent", sql`sent_on`, sql`sent_entered_on`]],
      from: entered(sql`appraisal_outcome`, sql`, sent_on, sent_entered_on`),
    },
  ],
  records: {
    appraisal: { title: sql`(SELECT ${appraisalNameSql} FROM appraisal ap WHERE ${ofRow(sql`ap`)})` },
    appraisalOutcome: {
      title: sql`(SELECT o.year || '年评议结果运用' FROM appraisal_outcome o WHERE ${ofRow(sql`o`)})`,
    },
    handlingUnit: { title: sql`(SELECT h.name FROM ${allUnits} WHERE ${ofRow(sql`h`)})` },
  },
  dated: [
    [sql`appraisal`, sql`occurred_on`],
    [sql`appraisal_outcome`, sql`occurred_on`],
  ],
} as const satisfies SliceEvidence;
