import "server-only";
import { notFound } from "@/lib/errors";
import { tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";

/** The living units chosen; NOT_FOUND when one of them is unknown, foreign or struck out. */
export async function liveUnits(scope: TownshipScope, ids: readonly string[]) {
  const units = await scope.tx.handlingUnit.findMany({
    where: { ...tenantOf(scope), id: { in: [...ids] }, voidedAt: null },
    select: { id: true, name: true, shortName: true },
  });
  if (units.length !== new Set(ids).size) throw notFound();
  return new Map(units.map((unit) => [unit.id, unit]));
}

/** The names of units, struck out ones too: a line keeps the unit it was written for. */
export async function unitNames(scope: TownshipScope, ids: readonly string[]) {
  const units = await scope.tx.handlingUnit.findMany({
    where: { ...tenantOf(scope), id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(units.map(({ id, name }) => [id, name]));
}
