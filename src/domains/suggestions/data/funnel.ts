import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { own, type Whose } from "@/server/records/uses";
import type { SuggestionStage } from "../rules/funnel";
import { uncountedSql } from "./overdue";

const s = Prisma.sql`s`;

const reached = (stage: SuggestionStage, when: Prisma.Sql) =>
  Prisma.sql`CASE WHEN ${when} THEN ${stage}::text END`;

/** A deputy's last word on a suggestion. */
const lastRating = Prisma.sql`(SELECT r.rating FROM rating r WHERE r.county_id = s.county_id AND r.township_id = s.township_id
  AND r.suggestion_id = s.id ORDER BY r.attempt DESC, r.rated_on DESC, r.id DESC LIMIT 1)`;

/** Nearly all are: the planner takes `IS NULL` of an expression for one in two hundred, and this for one in three. */
const isCounted = Prisma.sql`num_nulls(${uncountedSql}) > 0`;

/**
 * A year's register, each suggestion with the stages it has reached: the columns of a county's row, and `stages`. Satisfied
 * and solved are what C5 and C4 count; a stage does not hold the next, and what an old ledger brought in closed was assigned and answered.
 */
export const suggestionStages: (whose: Whose, year: number) => Prisma.Sql = (whose, year) => Prisma.sql`
  SELECT s.township_id, 'suggestion' AS type, s.id, s.title, s.year || '年第' || s.number || '号' AS note, s.received_on AS day,
    NULL AS path, array_remove(ARRAY[
    ${reached("raised", Prisma.sql`true`)},
    ${reached("assigned", Prisma.sql`s.assigned_on IS NOT NULL OR s.entered_closed`)},
    ${reached("replied", Prisma.sql`s.first_replied_on IS NOT NULL OR s.entered_closed`)},
    ${reached("satisfied", Prisma.sql`${lastRating} = 'satisfied'`)},
    ${reached("solved", Prisma.sql`(s.closed_on IS NOT NULL OR s.entered_closed) AND (s.outcome = 'A' OR s.outcome IN ('B', 'C') AND s.solved_on IS NOT NULL)`)}
  ], NULL) AS stages
  FROM suggestion s WHERE ${own(whose, s)} AND s.year = ${year}::int AND ${isCounted}`;
