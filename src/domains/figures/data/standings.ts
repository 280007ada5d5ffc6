import "server-only";
import { type ComparedTownship, lawChoiceOf, townshipsOf } from "@/domains/tenancy/data";
import { lawRule } from "@/domains/tenancy/rules/law";
import { type Day, dayOf } from "@/lib/dates";
import { LastFew } from "@/lib/last-few";
import type { CountyScope } from "@/server/db/scope";
import { type Cell, cellOf } from "../rules/cells";
import { contextsOf, type MetricLaw } from "../rules/metric-law";
import { type MetricCode, metricCodes } from "../rules/metrics";
import { type Rank, rankWithinClass } from "../rules/ranking";
import { classOf, indicatorsOf } from "../rules/scheme";
import { partialTotal, type PartialTotal, type Score, scoreOf } from "../rules/score";
import type { YearSum } from "./evidence";
import { rememberedSums, stateOf } from "./remembered";
import { type SchemeOfYear, schemeOf } from "./schemes";
import { yearsOf } from "./years";

export type TownshipStanding = {
  township: ComparedTownship;
  cells: Cell[];
  scores: Score[];
  total: PartialTotal;
  rank: Rank;
};

export type Standings = {
  year: number;
  /** deadlines were judged as of this day */
  today: Day;
  scheme: SchemeOfYear;
  law: Record<MetricCode, MetricLaw>;
  sessionsAsked: number;
  townships: TownshipStanding[];
  /** that hold records of the county, newest first */
  years: number[];
};

/** What was worked out lately, by county and year, each with the state of the county that it is of. */
const kept = new LastFew<{ state: string; standings: Promise<Standings> }>(200);

/**
 * Every figure, score and rank of a county's year. Whatever it is made of (records, law, classes, scheme) writes the
 * county's audit when it changes: while that stands where it stood, and the day is the same, so do they.
 */
export async function standingsOf(scope: CountyScope, year: number): Promise<Standings> {
  const [place, state] = [`${scope.countyId} ${year}`, `${await stateOf(scope)} ${dayOf(scope.now)}`];
  const known = kept.get(place);
  if (known?.state === state) return known.standings.catch(() => workedOut(scope, year));
  const standings = workedOut(scope, year);
  kept.keep(place, { state, standings });
  standings.catch(() => kept.forget(place));
  return standings;
}

/** The sums in one statement, the scores by the scheme's pure rules. */
async function workedOut(scope: CountyScope, year: number): Promise<Standings> {
  const { tx, countyId, now } = scope;
  const today = dayOf(now);
  const townships = await townshipsOf(tx, countyId, year);
  const sums = byTownship(await rememberedSums(scope, [year]));
  const scheme = await schemeOf(tx, countyId, year);
  const choice = await lawChoiceOf(scope);
  const law = contextsOf(choice, year, today);
  const scored = townships.map((township) => {
    const own = sums.get(township.id) ?? [];
    const cells = metricCodes.map((metric) => cellOf(metric, own));
    const scores = indicatorsOf(scheme.scheme).map((indicator) => {
      const cell = cells.find(({ metric }) => metric === indicator.metric);
      const words = cell === undefined ? {} : law[cell.metric].words;
      return scoreOf(indicator, cell, { townshipClass: classOf(township.class), ...words });
    });
    return { township, cells, scores, total: partialTotal(scheme.scheme, scores) };
  });
  const ranks = rankWithinClass(
    scored.map(({ township, total }) => ({
      townshipId: township.id,
      townshipClass: classOf(township.class),
      points: rankable(total),
    })),
  );
  return {
    year,
    today,
    scheme,
    law,
    sessionsAsked: lawRule(choice, "session.perYear", `${year}-12-31`).value,
    townships: scored.map((one, index) => ({ ...one, rank: ranks[index] ?? unranked(one.township.id) })),
    years: await yearsOf(tx, { countyId, townshipId: null, today }),
  };
}

function byTownship(sums: readonly YearSum[]): Map<string, YearSum[]> {
  const own = new Map<string, YearSum[]>();
  for (const sum of sums) own.set(sum.townshipId, [...(own.get(sum.townshipId) ?? []), sum]);
  return own;
}

const unranked = (townshipId: string): Rank => ({ townshipId, rank: null, of: 0, unranked: 0, tied: false });

/** A township that entered nothing at all has no place in a ranking: it is 未录, not last. */
function rankable(total: PartialTotal): number | null {
  return total.notEntered.length > 0 && total.points === 0 ? null : total.redistributed;
}
