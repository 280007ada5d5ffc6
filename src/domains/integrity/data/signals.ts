import "server-only";
import { type Day, dayOf } from "@/lib/dates";
import { lastFewOf } from "@/lib/last-few";
import type { CountyScope } from "@/server/db/scope";
import { lastInCounty } from "@/server/evidence/last-change";
import type { Raised } from "../rules/raised";
import { sources } from "./sources";

/** What was found lately, by county and year, with the county's last change and the day that it is of. */
const kept = lastFewOf<{ state: string; raised: Promise<Raised[]> }>("signals", 30);

async function found({ tx, countyId }: CountyScope, year: number, today: Day): Promise<Raised[]> {
  const period = { countyId, townshipId: null, fromYear: year, toYear: year, today };
  const raised: Raised[] = [];
  for (const source of sources) raised.push(...(await source(tx, period)));
  return raised.sort((one, other) => (one.day < other.day ? 1 : -1));
}

/** Every signal of a county's year, the latest first. Reckoned from the records, and again when any of them has changed. */
export async function signalsOf(scope: CountyScope, year: number): Promise<Raised[]> {
  const today = dayOf(scope.now);
  const [last] = await scope.tx.$often<{ seq: number }[]>`SELECT (${lastInCounty})::float8 AS seq`;
  const [place, state] = [`${scope.countyId} ${year}`, `${last?.seq ?? 0} ${today}`];
  const known = kept.get(place);
  // Who reckoned may have been cut off; then everybody reckons for himself.
  if (known?.state === state) return known.raised.catch(() => found(scope, year, today));
  const raised = found(scope, year, today);
  kept.keep(place, { state, raised });
  raised.catch(() => kept.forget(place));
  return raised;
}
