import "server-only";
import type { Decision } from "@/lib/decision";
import type { TownshipScope } from "@/server/db/scope";
import type { PracticeState } from "../labels";
import { mayFile } from "../rules/practices";

/** Whether files may be put to a practice now: what the county is reviewing is what it publishes. Null where there is none. */
export async function practiceDoor(scope: TownshipScope, id: string): Promise<Decision | null> {
  const [practice] = await scope.tx.$queryRaw<{ state: PracticeState }[]>`
    SELECT state FROM practice WHERE county_id = ${scope.countyId}::uuid AND township_id = ${scope.townshipId}::uuid
      AND id = ${id}::uuid AND voided_at IS NULL`;
  return practice === undefined ? null : mayFile(practice.state);
}
