import "server-only";
import type { Day } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { byUnitName, groupsOn } from "@/server/db/order";
import { found, keyOf } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { liveUnits } from "@/domains/suggestions/data/living-units";
import { namesUnit } from "../rules/findings";
import type { OptionsInput } from "../schema";

type Named = { id: string; name: string; pinyin: string; initials: string; hint: string };
type Person = Named & { groups: string[] };

/** Units and the deputies in office on a day, for the forms' search boxes. */
export async function supervisionOptions(scope: TownshipReader, { on }: OptionsInput) {
  const units = await scope.tx.$queryRaw<Named[]>`
    SELECT h.id, h.name, h.pinyin, h.initials, coalesce(h.short_name, '') AS hint FROM handling_unit h
    WHERE h.county_id = ${scope.countyId}::uuid AND h.township_id = ${scope.townshipId}::uuid AND h.voided_at IS NULL
    ORDER BY ${byUnitName}, h.id LIMIT 1000`;
  const deputies = await scope.tx.$queryRaw<Person[]>`
    SELECT d.id, d.name, d.pinyin, d.initials, coalesce(d.occupation, '') AS hint, ${groupsOn(on)} AS groups FROM deputy d
    WHERE d.county_id = ${scope.countyId}::uuid AND d.township_id = ${scope.townshipId}::uuid AND d.voided_at IS NULL
      AND EXISTS (SELECT 1 FROM mandate m WHERE m.county_id = d.county_id AND m.township_id = d.township_id AND m.deputy_id = d.id
        AND m.voided_at IS NULL AND m.starts_on <= ${on}::date AND (m.ends_on IS NULL OR m.ends_on >= ${on}::date))
    ORDER BY d.pinyin LIMIT 2000`;
  return { units, deputies };
}

/** Those named who hold no mandate on the day; unknown and foreign ids are left to the keys. */
export async function notInOffice(
  scope: TownshipScope,
  deputyIds: readonly string[],
  on: Day,
): Promise<string[]> {
  if (deputyIds.length === 0) return [];
  const rows = await scope.tx.$queryRaw<{ name: string }[]>`
    SELECT d.name FROM deputy d
    WHERE d.county_id = ${scope.countyId}::uuid AND d.township_id = ${scope.townshipId}::uuid AND d.id = ANY(${[...deputyIds]}::uuid[])
      AND (d.voided_at IS NOT NULL OR NOT EXISTS (SELECT 1 FROM mandate m WHERE m.county_id = d.county_id AND m.township_id = d.township_id
        AND m.deputy_id = d.id AND m.voided_at IS NULL AND m.starts_on <= ${on}::date AND (m.ends_on IS NULL OR m.ends_on >= ${on}::date)))
    ORDER BY d.pinyin LIMIT 20`;
  return rows.map((row) => row.name);
}

export async function liveUnit(scope: TownshipScope, id: string) {
  const unit = (await liveUnits(scope, [id])).get(id);
  if (unit === undefined) throw notFound();
  return unit;
}

/** A deputy as a verifier of what a unit mended. */
export async function verifierOf(
  scope: TownshipScope,
  id: string,
  on: Day,
  unit: { name: string; shortName: string | null } | null,
) {
  const deputy = found(await scope.tx.deputy.findUnique({ where: keyOf(scope, id) }));
  const absent = await notInOffice(scope, [id], on);
  const ofTheUnit = unit !== null && namesUnit(deputy.occupation, unit);
  return { name: deputy.name, verifier: { deputyId: id, inOffice: absent.length === 0, ofTheUnit } };
}
