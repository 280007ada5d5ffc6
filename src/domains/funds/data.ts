import "server-only";
import type { FactsOf } from "@/lib/records/kind";
import type { TownshipScope } from "@/server/db/scope";
import type { fund } from "./record";

/** How many lines the year already has for this purpose, the record itself left out. */
export async function linesFor(
  scope: TownshipScope,
  { year, purpose }: FactsOf<typeof fund>,
  exceptId: string | null,
): Promise<number> {
  const [row] = await scope.tx.$queryRaw<{ lines: number }[]>`
    SELECT count(*)::int AS lines FROM fund
    WHERE county_id = ${scope.countyId}::uuid AND township_id = ${scope.townshipId}::uuid AND voided_at IS NULL
      AND year = ${year}::int AND purpose = ${purpose} AND purpose <> 'other' AND id IS DISTINCT FROM ${exceptId}::uuid`;
  return row?.lines ?? 0;
}
