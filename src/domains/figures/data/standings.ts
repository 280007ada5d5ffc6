import "server-only";
import { type ComparedTownship, lawChoiceOf, townshipsOf } from "@/domains/tenancy/data";
import { lawRule } from "@/domains/tenancy/rules/law";
import { dayOf } from "@/lib/dates";
import { lastFewOf } from "@/lib/last-few";
import type { CountyScope, PositionScope } from "@/server/db/scope";
import type { PartSum } from "../rules/cells";
import type { Subject } from "../rules/scheme";
import { contextsOf, wordsOf } from "../rules/metric-law";
import { standingsFrom } from "../rules/standing";
import type { YearSum } from "./evidence";
import { rememberedSums, stateOf } from "./remembered";
import { decidedOver, type KeptResult, toldResult } from "./result";
import { schemeOf } from "./schemes";
import { type Frozen, frozenStandings, type TownshipStanding, type YearTerms } from "./snapshot";
import { yearsOf } from "./years";

export type { TownshipStanding } from "./snapshot";

export type Standings = YearTerms & {
  townships: TownshipStanding[];
  /** when the year was frozen; null for one that still moves */
  frozen: Frozen | null;
  /** what the directors' meeting decided of it, where whoever asks is told; `townships` are as it says */
  decided: KeptResult | null;
  /** what the records alone say; the same as `townships` where nothing was decided */
  system: TownshipStanding[];
  /** that hold records of the county, newest first */
  years: number[];
};

/** What was worked out lately, by county and year, each with the state of the county that it is of. */
const kept = lastFewOf<{ state: string; standings: Promise<Standings> }>("standings", 200);

/** Every figure, score and rank of a county's year; once the directors' meeting has decided, the points are what it decided. */
export async function standingsOf(scope: CountyScope | PositionScope, year: number): Promise<Standings> {
  const system = await systemStandingsOf(scope, year);
  const decided = system.frozen === null ? null : await toldResult(scope, year);
  if (decided === null) return system;
  const known = overlaid.get(system);
  if (known?.decided?.hash === decided.hash) return known;
  const standings = { ...system, decided, townships: decidedOver(system.system, decided) };
  overlaid.set(system, standings);
  return standings;
}

/** The same standings are shown to many. */
const overlaid = new WeakMap<Standings, Standings>();

/**
 * What the records say. Whatever it is made of (records, law, classes, scheme) writes the
 * county's audit when it changes: while that stands where it stood, and the day is the same, so do they.
 */
async function systemStandingsOf(scope: CountyScope, year: number): Promise<Standings> {
  const [place, state] = [`${scope.countyId} ${year}`, `${await stateOf(scope)} ${dayOf(scope.now)}`];
  const known = kept.get(place);
  if (known?.state === state) return known.standings.catch(() => workedOut(scope, year));
  const standings = workedOut(scope, year);
  kept.keep(place, { state, standings });
  standings.catch(() => kept.forget(place));
  return standings;
}

/** The sums in one statement, the scores by the scheme's pure rules; a frozen year is as its snapshot says. */
async function workedOut(scope: CountyScope, year: number): Promise<Standings> {
  const years = await yearsOf(scope.tx, {
    countyId: scope.countyId,
    townshipId: null,
    today: dayOf(scope.now),
  });
  const frozen = await frozenStandings(scope, year);
  const standings = frozen ?? {
    ...standingsBy(await termsOf(scope, year), await summedTownships(scope, year)),
    frozen: null,
  };
  return { ...standings, years, decided: null, system: standings.townships };
}

async function summedTownships(scope: CountyScope, year: number): Promise<SummedTownship[]> {
  const townships = await townshipsOf(scope.tx, scope.countyId, year);
  const sums = byTownship(await rememberedSums(scope, [year]));
  return townships.map((township) => ({ township, sums: sums.get(township.id) ?? [] }));
}

function byTownship(sums: readonly YearSum[]): Map<string, YearSum[]> {
  const own = new Map<string, YearSum[]>();
  for (const sum of sums) own.set(sum.townshipId, [...(own.get(sum.townshipId) ?? []), sum]);
  return own;
}

export type SummedTownship = { township: ComparedTownship; sums: readonly PartSum[] };

/** By what a year is scored as of today: its scheme, and the county's law in words. */
export async function termsOf(
  { tx, countyId, now }: CountyScope,
  year: number,
  subject: Subject = "township",
): Promise<YearTerms> {
  const today = dayOf(now);
  const scheme = await schemeOf(tx, countyId, year, subject);
  const choice = await lawChoiceOf({ tx, countyId });
  const law = contextsOf(choice, year, today);
  return {
    ...{ year, today, scheme, law },
    sessionsAsked: lawRule(choice, "session.perYear", `${year}-12-31`).value,
  };
}

export function standingsBy(
  terms: YearTerms,
  summed: readonly SummedTownship[],
): YearTerms & { townships: TownshipStanding[] } {
  const { year, today } = terms;
  const scored = standingsFrom(
    { year, today, scheme: terms.scheme.scheme, words: wordsOf(terms.law) },
    summed.map(({ township, sums }) => ({ id: township.id, class: township.class, sums })),
  );
  const townships = scored.map((standing, index) => {
    const one = summed[index];
    if (one === undefined) throw new Error("a standing is a township's");
    return { township: one.township, ...standing };
  });
  return { ...terms, townships };
}
