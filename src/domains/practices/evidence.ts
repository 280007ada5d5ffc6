import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { evidenceColumns, ofRow, type Period, withinDays } from "@/server/evidence/period";
import type { SliceEvidence } from "@/server/evidence/slice";

const sql = Prisma.sql;

/** Uses with the author's township as the one they count for; who adopts has no row of his own in it. */
const confirmed = sql`(
  SELECT u.county_id, u.author_id AS township_id, u.practice_id AS id, u.confirmed_on, u.helped,
    (u.entered_at AT TIME ZONE interval '8 hours')::date AS entered_on
  FROM practice_use u WHERE u.confirmed_on IS NOT NULL)`;

/** First editions with their author's township. */
const published = sql`(
  SELECT e.county_id, e.author_id AS township_id, e.practice_id AS id, min(e.published_on) AS published_on
  FROM practice_edition e GROUP BY e.county_id, e.author_id, e.practice_id)`;

/**
 * F3: uses of the township's practices by others who said, in the year, that it helped. That nobody has said so of a practice
 * published in the year is a row that counts nothing: the township has entered what it could.
 */
const adopted = (period: Period): Prisma.Sql => sql`(
  WITH said AS (
    SELECT extract(year FROM confirmed_on)::int AS year, township_id, id, confirmed_on AS day, confirmed_on AS entered, helped
    FROM ${confirmed} confirmed WHERE ${withinDays(sql`confirmed_on`, period)}
  ), waiting AS (
    SELECT extract(year FROM published_on)::int AS year, township_id, id, published_on AS day, published_on AS entered
    FROM ${published} published WHERE ${withinDays(sql`published_on`, period)}
  )
  SELECT ${evidenceColumns} FROM (
    SELECT year, 'F3' AS metric, 'all' AS part, township_id, 'practice' AS record_type, id AS record_id, day AS occurred_on,
      entered AS entered_on, helped::int::float8 AS numerator, helped::int AS denominator,
      CASE WHEN helped THEN 'practiceHelped' ELSE 'practiceNotHelped' END AS reason, NULL::int AS amount
    FROM said
    UNION ALL SELECT year, 'F3', 'all', township_id, 'practice', id, day, entered, 0::float8, 0, 'practiceNotYetUsed', NULL::int
    FROM waiting WHERE NOT EXISTS (SELECT FROM said WHERE said.township_id = waiting.township_id AND said.id = waiting.id AND said.year = waiting.year)
  ) rows)`;

export const practicesEvidence = {
  sources: [{ metrics: ["F3"], rows: adopted }],
  // What came of it is said here, on the day it is said: nothing of it can be entered late.
  ledgers: [],
  records: {
    practice: { title: sql`(SELECT p.title FROM practice p WHERE ${ofRow(sql`p`)})` },
  },
  dated: [[sql`${confirmed} confirmed`, sql`confirmed_on`]],
} as const satisfies SliceEvidence;
