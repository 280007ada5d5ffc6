import "server-only";
import { notFound } from "@/lib/errors";
import { tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";

/** The names of living deputies; NOT_FOUND when one of them is unknown, foreign or struck out. */
export async function liveDeputies(
  scope: TownshipScope,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const people = await scope.tx.deputy.findMany({
    where: { ...tenantOf(scope), id: { in: [...ids] }, voidedAt: null },
    select: { id: true, name: true },
  });
  if (people.length !== new Set(ids).size) throw notFound();
  return new Map(people.map(({ id, name }) => [id, name]));
}
