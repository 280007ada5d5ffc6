import "server-only";
import { type ComparedTownship, lawChoiceOf, townshipsOf } from "@/domains/tenancy/data";
import { lawRule } from "@/domains/tenancy/rules/law";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import { LastFew } from "@/lib/last-few";
import type { CountyScope } from "@/server/db/scope";
import { type Cell, cellOf } from "../rules/cells";
import { contextsOf, type MetricLaw } from "../rules/metric-law";
import { isMetricCode, type MetricCode, metricCodes } from "../rules/metrics";
import { classOf } from "../rules/scheme";
import { type Result, score } from "../rules/scoring";
import type { YearSum } from "./evidence";
import { rememberedSums, stateOf } from "./remembered";
import { type SchemeOfYear, schemeOf } from "./schemes";
import { yearsOf } from "./years";

export type TownshipStanding = Result & { township: ComparedTownship; cells: Cell[] };

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
  const cells = new Map(
    townships.map(({ id }) => [id, metricCodes.map((metric) => cellOf(metric, sums.get(id) ?? []))]),
  );
  const values = new Map(
    [...cells].map(([id, own]) => [id, new Map(own.map((cell) => [cell.metric as string, cell]))]),
  );
  const assessed = townships.map(({ id, class: one }) => ({ id, townshipClass: classOf(one) }));
  const results = score(scheme.scheme, values, assessed, {
    closed: yearOf(today) > year,
    words: (metric) => (isMetricCode(metric) ? law[metric].words : {}),
  });
  const of = new Map(results.map((result) => [result.id, result]));
  return {
    year,
    today,
    scheme,
    law,
    sessionsAsked: lawRule(choice, "session.perYear", `${year}-12-31`).value,
    townships: townships.flatMap((township) => {
      const result = of.get(township.id);
      return result === undefined ? [] : [{ ...result, township, cells: cells.get(township.id) ?? [] }];
    }),
    years: await yearsOf(tx, { countyId, townshipId: null, today }),
  };
}

function byTownship(sums: readonly YearSum[]): Map<string, YearSum[]> {
  const own = new Map<string, YearSum[]>();
  for (const sum of sums) own.set(sum.townshipId, [...(own.get(sum.townshipId) ?? []), sum]);
  return own;
}
