import "server-only";
import type { TownshipScope } from "./scope";

/** The township's next number in a series of a year: unique and without gaps, as registers need [S68]. */
export async function nextNumber(scope: TownshipScope, kind: string, year: number): Promise<number> {
  const [row] = await scope.tx.$often<{ number: number }[]>`
    INSERT INTO number_series AS s (county_id, township_id, id, kind, year, next)
    VALUES (${scope.countyId}::uuid, ${scope.townshipId}::uuid, gen_random_uuid(), ${kind}, ${year}, 2)
    ON CONFLICT (county_id, township_id, kind, year) DO UPDATE SET next = s.next + 1
    RETURNING next - 1 AS number`;
  if (!row) throw new Error("the number series gave no number");
  return row.number;
}

/** Reserves `count` numbers in a row; returns the first. An import takes its numbers in one statement a year. */
export async function nextNumbers(
  scope: TownshipScope,
  kind: string,
  year: number,
  count: number,
): Promise<number> {
  const [row] = await scope.tx.$queryRaw<{ first: number }[]>`
    INSERT INTO number_series AS s (county_id, township_id, id, kind, year, next)
    VALUES (${scope.countyId}::uuid, ${scope.townshipId}::uuid, gen_random_uuid(), ${kind}, ${year}, ${count + 1})
    ON CONFLICT (county_id, township_id, kind, year) DO UPDATE SET next = s.next + ${count}
    RETURNING next - ${count} AS first`;
  if (!row) throw new Error("the number series gave no number");
  return row.first;
}
