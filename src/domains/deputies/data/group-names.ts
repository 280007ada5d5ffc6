import "server-only";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipScope } from "@/server/db/scope";

/** What other slices read of deputies' groups. */

/** The group that a record names and since when it was formed; null where it was struck out. */
export async function groupNamed(scope: TownshipScope, id: string) {
  const [row] = await scope.tx.$queryRaw<{ name: string; formedOn: Day }[]>`
    SELECT g.name, to_char(g.occurred_on, 'YYYY-MM-DD') AS "formedOn" FROM deputy_group g
    WHERE g.county_id = ${scope.countyId}::uuid AND g.township_id = ${scope.townshipId}::uuid AND g.id = ${id}::uuid AND g.voided_at IS NULL`;
  return row ?? null;
}

/** A FROM item: the groups that were formed by a day in the township that a row names. @param row the alias of a row with the tenant's columns */
export const groupsOfRow = (row: Prisma.Sql, day: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT g.* FROM deputy_group g WHERE g.county_id = ${row}.county_id AND g.township_id = ${row}.township_id AND g.voided_at IS NULL
    AND g.occurred_on <= ${day})`;
