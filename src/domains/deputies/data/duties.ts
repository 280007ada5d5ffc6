import "server-only";
import { uses } from "@/domains/uses";
import type { TownshipScope } from "@/server/db/scope";
import { together } from "@/server/records/uses";

/** In how many records the deputy took part, of whatever kind: those of the duty file. */
export async function duties(scope: TownshipScope, deputyId: string): Promise<number> {
  const branches = uses.flatMap(({ participation }) => participation?.(scope, deputyId) ?? []);
  const [row] = await scope.tx.$queryRaw<{ duties: number }[]>`
    SELECT count(DISTINCT (type, id))::int AS duties FROM ${together("participation", branches)} taken`;
  return row?.duties ?? 0;
}
