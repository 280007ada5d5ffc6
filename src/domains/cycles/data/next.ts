import "server-only";
import { dayOf } from "@/lib/dates";
import type { CountyScope } from "@/server/db/scope";
import { nextAfter } from "../rules/stages";
import { cycleOf } from "./cycle";

/** Where the county's last frozen year stands and what comes next, by when; null where all is done. */
export async function cycleStep(scope: CountyScope) {
  const [last] = await scope.tx.$often<{ year: number }[]>`
    SELECT f.year FROM assessment_freeze f LEFT JOIN assessment_cycle c ON c.county_id = f.county_id AND c.year = f.year
    WHERE f.county_id = ${scope.countyId}::uuid AND c.stage IS DISTINCT FROM 'archived' ORDER BY f.year DESC LIMIT 1`;
  const running = last === undefined ? null : await cycleOf(scope, last.year);
  const next = running === null ? null : nextAfter(running.stage);
  if (running === null || next === null) return null;
  const { year, stage, until, plan } = running;
  const { from, unknown } = plan[next];
  return {
    ...{ year, stage, until, next, unknown },
    from,
    late: unknown === null && from < dayOf(scope.now),
  };
}
export type CycleStep = NonNullable<Awaited<ReturnType<typeof cycleStep>>>;
