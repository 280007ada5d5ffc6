import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { byUnitName } from "@/server/db/order";
import { found, keyOf } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import type { Rows } from "@/server/db/tx";
import { own, type Period, todayOf } from "@/server/evidence/period";

/** What other slices read of handling units. */

/** The unit `h` that a line names, to be joined. @param line the alias of a row with `unit_id` */
export const unitOf = (line: Prisma.Sql): Prisma.Sql => Prisma.sql`handling_unit h
  ON h.county_id = ${line}.county_id AND h.township_id = ${line}.township_id AND h.id = ${line}.unit_id`;

/** Who leads the work on a suggestion now: a FROM item of one row `h` of the unit at most. @param s the alias of a row of `suggestion` */
export const leadUnitOf = (s: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT h.* FROM suggestion_unit u JOIN ${unitOf(Prisma.sql`u`)}
  WHERE u.county_id = ${s}.county_id AND u.township_id = ${s}.township_id AND u.suggestion_id = ${s}.id
    AND u.role = 'lead' AND u.ended_on IS NULL LIMIT 1)`;

export type NamedUnit = {
  id: string;
  name: string;
  pinyin: string;
  initials: string;
  shortName: string | null;
};

/** The units to choose from, by name. */
export function namedUnits(scope: TownshipReader): Promise<NamedUnit[]> {
  return scope.tx.$queryRaw<NamedUnit[]>`
    SELECT h.id, h.name, h.pinyin, h.initials, h.short_name AS "shortName" FROM handling_unit h
    WHERE h.county_id = ${scope.countyId}::uuid AND h.township_id = ${scope.townshipId}::uuid AND h.voided_at IS NULL
    ORDER BY ${byUnitName}, h.id LIMIT 1000`;
}

export async function unitNamed(scope: TownshipScope, id: string) {
  return found(await scope.tx.handlingUnit.findUnique({ where: keyOf(scope, id) }));
}

/** What a county's handling units are called, in full and in short: names that a text may hold. */
export const unitNames = (countyId: string): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT v.name FROM handling_unit h CROSS JOIN LATERAL (VALUES (h.name), (h.short_name)) v (name)
  WHERE h.county_id = ${countyId}::uuid AND v.name IS NOT NULL`;

type AssessedUnit = { id: string; townshipId: string; name: string };

/**
 * The units that there were by a year's end, in a township or in all of the county, by name; of those struck out the ones
 * that a figure is about.
 */
export const unitsIn = (tx: Rows, period: Period, named: readonly string[]): Promise<AssessedUnit[]> =>
  tx.$often<AssessedUnit[]>`
    SELECT h.id, h.township_id AS "townshipId", h.name FROM handling_unit h
    WHERE ${own(period)} AND (h.id = ANY (${named}::uuid[]) OR h.voided_at IS NULL
      AND h.occurred_on <= least(make_date(${period.toYear}::int, 12, 31), ${todayOf(period)}))
    ORDER BY h.township_id, ${byUnitName}, h.id`;
