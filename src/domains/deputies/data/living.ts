import "server-only";
import { notFound } from "@/lib/errors";
import type { TownshipScope } from "@/server/db/scope";

/** The names of living deputies; NOT_FOUND when one of them is unknown, foreign or struck out. */
export async function liveDeputies(
  scope: TownshipScope,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const people = await scope.tx.$often<{ id: string; name: string }[]>`
    SELECT id, name FROM deputy WHERE county_id = ${scope.countyId}::uuid AND township_id = ${scope.townshipId}::uuid
      AND id = ANY (${[...ids]}::uuid[]) AND voided_at IS NULL`;
  if (people.length !== new Set(ids).size) throw notFound();
  return new Map(people.map(({ id, name }) => [id, name]));
}
