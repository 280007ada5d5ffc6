import "server-only";
import { bundleOf } from "@/domains/figures/data/bundle";
import { type ChangeAfter, changesAfter, countChanges } from "@/domains/figures/data/changes";
import { schemeOf } from "@/domains/figures/data/schemes";
import { frozenYear } from "@/domains/figures/data/snapshot";
import { townshipsOf } from "@/domains/tenancy/data";
import { dayOf } from "@/lib/dates";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import type { FreezeInput, OwnFreezeInput } from "../schema";
import { frozenBy, mayFreeze } from "../rules/freeze";

export type FreezeState = Awaited<ReturnType<typeof freeze>>;
export type ChangedRecord = ChangeAfter;

/** Whether a year is frozen, and if not, whether it may be now. */
export async function freeze(scope: CountyScope, { year }: FreezeInput) {
  const frozen = await frozenYear(scope, year);
  const { adopted } = await schemeOf(scope.tx, scope.countyId, year);
  const townships = (await townshipsOf(scope.tx, scope.countyId, year)).length;
  const decision = mayFreeze({
    year,
    today: dayOf(scope.now),
    frozenOn: frozen?.on ?? null,
    published: adopted,
    townships,
  });
  return {
    ...{ year, frozen, frozenBy: frozenBy(year), townships },
    refusal: decision.allowed ? null : decision.reason,
    changes: frozen === null ? 0 : await countChanges(scope, year),
  };
}

/** The same for a township: when it was frozen, and what of its own records was changed since. */
export async function ownFreeze(scope: TownshipScope, { year }: OwnFreezeInput) {
  const frozen = await frozenYear(scope, year);
  return { year, frozen, changes: frozen === null ? [] : await changesAfter(scope, year) };
}

/** What was changed of a frozen year, newest first, by township. */
export async function changesAfterFreeze(scope: CountyScope, { year }: FreezeInput) {
  return { year, changes: await changesAfter(scope, year) };
}

/** The whole frozen year as one file that anybody can check (docs/assessment-bundle.md); null while it is not frozen. */
export async function exportBundle(scope: CountyScope, { year }: FreezeInput) {
  return { bundle: await bundleOf(scope, year) };
}
