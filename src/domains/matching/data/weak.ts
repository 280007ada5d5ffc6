import "server-only";
import { type Standings, standingsOf, type TownshipStanding } from "@/domains/figures/data/standings";
import { isMetricCode, type MetricCode } from "@/domains/figures/rules/metrics";
import { indicatorsOf } from "@/domains/figures/rules/scheme";
import type { CountyScope, PositionScope } from "@/server/db/scope";
import { type CommonWeakness, commonWeaknesses, type VisitPair, visitsWorth } from "../rules/county";
import { type Found, weakPoints } from "../rules/weak";

export type Matched = Found & {
  standings: Standings;
  townships: readonly TownshipStanding[];
  common: CommonWeakness[];
  visits: VisitPair[];
};

/** The same standings are matched for many. */
const kept = new WeakMap<Standings, Matched>();

/** Where a county's townships are weak in a year: by the very figures of the comparison, and by what the year's scheme scores. */
export async function matchedYear(scope: CountyScope | PositionScope, year: number): Promise<Matched> {
  const standings = await standingsOf(scope, year);
  const known = kept.get(standings) ?? matched(standings);
  kept.set(standings, known);
  return known;
}

function matched(standings: Standings): Matched {
  const indicators = indicatorsOf(standings.scheme.scheme).flatMap(({ code, metric }) =>
    metric !== null && isMetricCode(metric) ? [{ code, metric }] : [],
  );
  // Whoever was merged within the year has only some of its months.
  const townships = standings.townships.filter(({ township }) => township.mergedOn === null);
  const found = weakPoints(
    townships.map(({ township, cells }) => ({ id: township.id, class: township.class, figures: cells })),
    [...new Set(indicators.map(({ metric }): MetricCode => metric))],
  );
  const scored = townships.map(({ township, scores }) => ({ id: township.id, scores }));
  return {
    ...found,
    ...{ standings, townships, visits: visitsWorth(found.weak) },
    common: commonWeaknesses(scored, indicators),
  };
}
