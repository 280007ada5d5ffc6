import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { own, type Whose } from "@/server/records/uses";
import type { Day } from "@/lib/dates";
import type { TownshipReader } from "@/server/db/scope";
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

/** How many of the suggestions in a township's register of a year, received by a day of it, reached each stage. */
export async function stagesUntil(
  scope: TownshipReader,
  year: number,
  until: Day,
): Promise<Record<SuggestionStage, number>> {
  const rows = await scope.tx.$queryRaw<{ stage: SuggestionStage; count: number }[]>`
    SELECT stage, count(*)::int AS count FROM (${suggestionStages(scope, year)}) s, unnest(s.stages) AS stage
    WHERE s.day <= ${until}::date GROUP BY stage`;
  const reachedBy = (stage: SuggestionStage) => rows.find((row) => row.stage === stage)?.count ?? 0;
  return {
    ...{ raised: reachedBy("raised"), assigned: reachedBy("assigned"), replied: reachedBy("replied") },
    ...{ satisfied: reachedBy("satisfied"), solved: reachedBy("solved") },
  };
}
