import "server-only";
import { type Day, dayOf } from "@/lib/dates";
import { lastFewOf } from "@/lib/last-few";
import type { CountyScope } from "@/server/db/scope";
import { sources } from "../evidence";
import { type Cell, cellOf } from "../rules/cells";
import { type MetricCode, metricCodes, withDomains } from "../rules/metrics";
import { sumEvidence, type YearSum } from "./evidence";
import { stateOf } from "./remembered";
import { type Standings, standingsOf, type TownshipStanding } from "./standings";

/** What was counted lately because somebody asked, by county and year, each with the state of the county that it is of. */
const kept = lastFewOf<{ state: string; sums: YearSum[] }>("figures on demand", 50);

/** A statement for each source: all in one could take longer than a statement may. */
async function countNow(scope: CountyScope, year: number, asked: readonly MetricCode[]): Promise<YearSum[]> {
  const today: Day = dayOf(scope.now);
  const period = { countyId: scope.countyId, townshipId: null, fromYear: year, toYear: year, today };
  const sums: YearSum[] = [];
  for (const { metrics } of sources) {
    const those = metrics.filter((metric) => asked.includes(metric));
    if (those.length > 0) sums.push(...(await sumEvidence(scope.tx, period, those)));
  }
  return sums;
}

/** A county's sums of some metrics of a year, counted from today's records. */
export async function countedNow(scope: CountyScope, year: number, asked: readonly MetricCode[]) {
  const [place, state] = [
    `${scope.countyId} ${year} ${asked.join()}`,
    `${await stateOf(scope)} ${dayOf(scope.now)}`,
  ];
  const known = kept.get(place);
  if (known?.state === state) return known.sums;
  return kept.keep(place, { state, sums: await countNow(scope, year, asked) }).sums;
}

export type WithEveryCell = Omit<Standings, "townships"> & {
  townships: (TownshipStanding & { every: Cell[] })[];
};

/**
 * A year's standings with the cells of every metric there is, or of some: those that neither the comparison nor the year's
 * scheme uses are counted now, from today's records also where the year is frozen, because its snapshot holds none of them.
 */
export async function everyCellOf(
  scope: CountyScope,
  year: number,
  wanted: readonly MetricCode[] = metricCodes,
): Promise<WithEveryCell> {
  const standings = await standingsOf(scope, year);
  const held = standings.townships[0]?.cells.map(({ metric }) => metric) ?? [];
  const asked =
    standings.townships.length === 0 ? [] : withDomains(wanted).filter((code) => !held.includes(code));
  const sums = asked.length === 0 ? [] : await countedNow(scope, year, asked);
  const townships = standings.townships.map((one) => {
    const own = sums.filter(({ townshipId }) => townshipId === one.township.id);
    const all = [...one.cells.flatMap(({ parts }) => parts), ...own];
    return { ...one, every: [...one.cells, ...asked.map((metric) => cellOf(metric, all))] };
  });
  return { ...standings, townships };
}
