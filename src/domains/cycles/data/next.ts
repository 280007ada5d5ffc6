import "server-only";
import { lastFrozen } from "@/domains/figures/data/snapshot";
import { dayOf } from "@/lib/dates";
import type { CountyScope } from "@/server/db/scope";
import { nextAfter } from "../rules/stages";
import { cycleOf } from "./cycle";

/** Where the county's last frozen year stands and what comes next, by when; null where all is done. */
export async function cycleStep(scope: CountyScope) {
  const last = await lastFrozen(scope);
  const running = last === null ? null : await cycleOf(scope, last);
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
