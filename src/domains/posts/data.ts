import "server-only";
import type { FactsOf } from "@/lib/records/kind";
import type { TownshipScope } from "@/server/db/scope";
import type { post } from "./record";

/** How often somebody of this name holds this post within the same days, the record itself left out. */
export async function heldAlready(
  scope: TownshipScope,
  { name, post: held, startsOn, endsOn }: FactsOf<typeof post>,
  exceptId: string | null,
): Promise<number> {
  const [row] = await scope.tx.$queryRaw<{ held: number }[]>`
    SELECT count(*)::int AS held FROM post
    WHERE county_id = ${scope.countyId}::uuid AND township_id = ${scope.townshipId}::uuid AND voided_at IS NULL
      AND name = ${name} AND post = ${held} AND id IS DISTINCT FROM ${exceptId}::uuid
      AND starts_on <= coalesce(${endsOn}::date, 'infinity') AND coalesce(ends_on, 'infinity') >= ${startsOn}::date`;
  return row?.held ?? 0;
}
