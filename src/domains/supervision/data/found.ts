import "server-only";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader } from "@/server/db/scope";
import { own } from "@/server/records/uses";

export type FindingsOfPeriod = { found: number; closed: number };

/** What was found between two days, and how much of it is closed. */
export async function findingsBetween(
  scope: TownshipReader,
  { from, to }: { from: Day; to: Day },
): Promise<FindingsOfPeriod> {
  const [row] = await scope.tx.$queryRaw<FindingsOfPeriod[]>`
    SELECT count(*)::int AS found, (count(*) FILTER (WHERE f.state = 'closed'))::int AS closed
    FROM finding f WHERE ${own(scope, Prisma.sql`f`)} AND f.occurred_on BETWEEN ${from}::date AND ${to}::date`;
  return row ?? { found: 0, closed: 0 };
}
