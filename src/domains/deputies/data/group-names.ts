import "server-only";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipScope } from "@/server/db/scope";
import { runsOn } from "@/server/db/span";
import type { Rows } from "@/server/db/tx";
import { own, type Period, todayOf } from "@/server/evidence/period";

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

const member = Prisma.sql`gm`;

/** The groups that a deputy is a member of on a day, as rows `group_id`: a FROM item. @param row the alias of a row with `deputy_id` */
export const groupsOfDeputy = (row: Prisma.Sql, day: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT DISTINCT gm.group_id FROM group_member gm JOIN deputy_group g
    ON g.county_id = gm.county_id AND g.township_id = gm.township_id AND g.id = gm.group_id AND g.voided_at IS NULL
  WHERE gm.county_id = ${row}.county_id AND gm.township_id = ${row}.township_id AND gm.deputy_id = ${row}.deputy_id
    AND ${runsOn(member, day)})`;

/** Each deputy with the groups they are members of by the year's end (today while it runs). */
export const membersBy = (period: Period): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT gm.township_id, gm.deputy_id AS record_id, gm.group_id AS subject_id
  FROM (SELECT * FROM group_member WHERE ${own(period)}) gm JOIN deputy_group g
    ON g.county_id = gm.county_id AND g.township_id = gm.township_id AND g.id = gm.group_id AND g.voided_at IS NULL
  WHERE ${runsOn(member, Prisma.sql`least(make_date(${period.toYear}::int, 12, 31), ${todayOf(period)})`)}`;

type AssessedGroup = { id: string; townshipId: string; name: string };

/** The groups that there were by a year's end, with a township or in all of the county, in their order. */
export const groupsIn = (tx: Rows, period: Period): Promise<AssessedGroup[]> => tx.$often<AssessedGroup[]>`
  SELECT g.id, g.township_id AS "townshipId", g.name FROM deputy_group g WHERE ${own(period)} AND g.voided_at IS NULL
    AND g.occurred_on <= least(make_date(${period.toYear}::int, 12, 31), ${todayOf(period)})
  ORDER BY g.township_id, g.sort_order, g.name, g.id`;
