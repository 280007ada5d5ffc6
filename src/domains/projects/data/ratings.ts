import "server-only";
import { recordReads, type Stored } from "@/domains/records/data/reads";
import type { Day } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { Prisma } from "@/server/db/generated/client";
import { tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { own } from "@/server/records/uses";
import { projectRating } from "../record";
import type { OtherRatings, Rated } from "../rules/ratings";
import { chosenOnOf } from "./standing";

const { sql } = Prisma;
const p = sql`p`;
const t = sql`t`;

/** @property projectName null for a rating of all the year's projects */
export type RatingOf = { projectId: string | null; projectName: string | null };
const ratingOf = sql`, r.project_id AS "projectId", (SELECT p.name FROM project p
  WHERE p.county_id = r.county_id AND p.township_id = r.township_id AND p.id = r.project_id) AS "projectName"`;

export const ratingReads = recordReads<typeof projectRating, RatingOf, RatingOf>(projectRating, {
  list: { yearOf: sql`r.year`, select: ratingOf },
  sheet: [
    { column: { header: "项目", width: 40 }, cell: ({ projectName }) => projectName ?? "本年全部项目" },
  ],
  detail: {
    select: () => ratingOf,
    tell: ({ projectId, projectName }: Stored<typeof projectRating> & RatingOf) => ({
      projectId,
      projectName,
    }),
  },
});

/** What is rated: the project named, or all that a year's ballots chose. */
export async function ratedBy(scope: TownshipScope, projectId: string | null, year: number): Promise<Rated> {
  const which = projectId === null ? sql`p.year = ${year}::int` : sql`p.id = ${projectId}::uuid`;
  const rows = await scope.tx.$queryRaw<{ name: string; year: number; chosenOn: Day | null }[]>`
    SELECT p.name, p.year, ${chosenOnOf(p)}::text AS "chosenOn" FROM project p WHERE ${own(scope, p)} AND ${which}`;
  const [first] = rows;
  if (projectId !== null && first === undefined) throw notFound();
  if (projectId !== null && first !== undefined) return first;
  const chosen = rows.flatMap(({ chosenOn }) => chosenOn ?? []).toSorted();
  return { name: null, year, chosenOn: chosen[0] ?? null };
}

/** Which ratings of the year stand already, without this one. */
export async function otherRatings(
  scope: TownshipScope,
  { projectId, year, exceptId }: { projectId: string | null; year: number; exceptId: string | null },
): Promise<OtherRatings> {
  const same = projectId === null ? sql`t.project_id IS NOT NULL` : sql`t.project_id = ${projectId}::uuid`;
  const [row] = await scope.tx.$queryRaw<OtherRatings[]>`
    SELECT max(t.occurred_on) FILTER (WHERE t.project_id IS NULL)::text AS whole, max(t.occurred_on) FILTER (WHERE ${same})::text AS single
    FROM project_rating t WHERE ${own(scope, t)} AND t.year = ${year}::int AND t.id IS DISTINCT FROM ${exceptId}::uuid`;
  return row ?? { whole: null, single: null };
}

export async function setRated(scope: TownshipScope, id: string, projectId: string | null): Promise<void> {
  await scope.tx.projectRating.updateMany({ where: { ...tenantOf(scope), id }, data: { projectId } });
}

/** Which project a rating is of. */
export async function projectRatedBy(scope: TownshipScope, id: string): Promise<string | null> {
  const [row] = await scope.tx.projectRating.findMany({
    where: { ...tenantOf(scope), id },
    select: { projectId: true },
  });
  return row?.projectId ?? null;
}
