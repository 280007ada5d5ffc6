import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { evidenceColumns, ofRow, own, type Period, todayOf, withinDays } from "@/server/evidence/period";
import type { SliceEvidence } from "@/server/evidence/slice";

const sql = Prisma.sql;

/**
 * Uses with the author's township as the one they count for; who adopts has no row of his own in it. That a practice helped is
 * counted once of each who took it over, however often it is dropped and taken over again.
 */
const confirmed = sql`(
  SELECT u.county_id, u.author_id AS township_id, u.practice_id AS id, u.confirmed_on, u.helped
  FROM practice_use u WHERE u.confirmed_on IS NOT NULL AND NOT EXISTS (
    SELECT FROM practice_use e WHERE e.county_id = u.county_id AND e.practice_id = u.practice_id AND e.adopter_id = u.adopter_id
      AND e.helped AND (e.confirmed_on, e.id) < (u.confirmed_on, u.id)))`;

/** What stands in the library with its author's township: since when, and until when it is taken over. */
const published = sql`(
  SELECT e.county_id, e.author_id AS township_id, e.practice_id AS id, min(e.published_on) AS published_on,
    max(e.retired_on) FILTER (WHERE e.superseded_on IS NULL) AS retired_on
  FROM practice_edition e GROUP BY e.county_id, e.author_id, e.practice_id)`;

/**
 * F3: uses of the township's practices by others who said, in the year, that it helped. That nobody has said so of a practice
 * that stands in the library is a row that counts nothing: the township has entered what it could.
 */
const adopted = (period: Period): Prisma.Sql => sql`(
  WITH said AS (
    SELECT extract(year FROM confirmed_on)::int AS year, township_id, id, confirmed_on AS day, helped
    FROM ${confirmed} confirmed WHERE ${withinDays(sql`confirmed_on`, period)}
  ), standing AS (
    SELECT y.year, township_id, id, published_on AS day FROM ${published} published
    CROSS JOIN generate_series(${period.fromYear}::int, least(${period.toYear}::int, extract(year FROM ${todayOf(period)})::int)) y (year)
    WHERE ${own(period)} AND y.year BETWEEN extract(year FROM published_on) AND coalesce(extract(year FROM retired_on), y.year)
  )
  SELECT ${evidenceColumns} FROM (
    SELECT year, 'F3' AS metric, 'all' AS part, township_id, 'practice' AS record_type, id AS record_id, day AS occurred_on,
      day AS entered_on, helped::int::float8 AS numerator, helped::int AS denominator,
      CASE WHEN helped THEN 'practiceHelped' ELSE 'practiceNotHelped' END AS reason, NULL::int AS amount
    FROM said
    UNION ALL SELECT year, 'F3', 'all', township_id, 'practice', id, day, day, 0::float8, 0, 'practiceNotYetUsed', NULL::int
    FROM standing WHERE NOT EXISTS (
      SELECT FROM said WHERE said.township_id = standing.township_id AND said.id = standing.id AND said.year = standing.year)
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
