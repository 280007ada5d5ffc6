import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { byUnitName } from "@/server/db/order";
import { found, keyOf } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";

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
