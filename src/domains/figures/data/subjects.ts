import "server-only";
import { groupsIn } from "@/domains/deputies/data/group-names";
import { unitsIn } from "@/domains/suggestions/data/unit-names";
import { type ComparedTownship, townshipsOf } from "@/domains/tenancy/data";
import { dayOf } from "@/lib/dates";
import { lastFewOf } from "@/lib/last-few";
import type { CountyScope } from "@/server/db/scope";
import type { Rows } from "@/server/db/tx";
import type { Period } from "@/server/evidence/period";
import type { Around, PartSum } from "../rules/cells";
import { wordsOf } from "../rules/metric-law";
import { countedBy, type MetricCode, withDomains } from "../rules/metrics";
import { standingsFrom } from "../rules/standing";
import { classOf, type Scheme } from "../rules/scheme";
import { type AssessedSubject, forNobody, isClassed } from "../rules/subject-schemes";
import { type Placed, placedByGround } from "../rules/ungrounded";
import { type SubjectSum, sumBySubject } from "./evidence";
import { countedNow } from "./on-demand";
import { stateOf } from "./remembered";
import type { YearTerms } from "./snapshot";
import { termsOf } from "./standings";

/** A deputies' group or a handling unit, in the township that keeps it. */
type Assessed = { id: string; name: string; township: ComparedTownship };

/** One of them with what was counted of it, and of its township. */
export type SummedSubject = Assessed & { sums: readonly SubjectSum[]; around: Around };

const yearOf = ({ countyId, now }: CountyScope, year: number): Period => ({
  ...{ countyId, townshipId: null, fromYear: year, toYear: year, today: dayOf(now) },
});

/** Among what somebody's figures stand: a unit enters nothing itself. */
export const aroundOf = (subject: AssessedSubject, sums: readonly PartSum[]): Around => ({
  ...{ sums, blameless: subject === "unit" },
});

/** Those of a county or a township in a year. @param named who is told of in any case, though it was struck out */
export const subjectsIn = (
  tx: Rows,
  period: Period,
  subject: AssessedSubject,
  named: readonly string[] = [],
) => (subject === "group" ? groupsIn(tx, period) : unitsIn(tx, period, named));

/** Everybody that there is of a year, also those of whom nothing was entered. */
async function assessedIn(
  scope: CountyScope,
  year: number,
  subject: AssessedSubject,
  sums: readonly SubjectSum[],
): Promise<Assessed[]> {
  const named = [...new Set(sums.map(({ subjectId }) => subjectId))];
  const found = await subjectsIn(scope.tx, yearOf(scope, year), subject, named);
  const townships = await townshipsOf(scope.tx, scope.countyId, year);
  return townships.flatMap((township) =>
    found
      .filter(({ townshipId }) => townshipId === township.id)
      .map(({ id, name }) => ({ id, name, township })),
  );
}

function byKey<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const own = found.get(keyOf(item));
    if (own === undefined) found.set(keyOf(item), [item]);
    else own.push(item);
  }
  return found;
}

/**
 * What is counted of a county's groups or units in a year, from today's records; a unit enters nothing itself, so that what
 * its township did not enter is nothing it was asked for.
 */
export async function summedSubjects(
  scope: CountyScope,
  year: number,
  subject: AssessedSubject,
  metrics: readonly MetricCode[],
): Promise<SummedSubject[]> {
  const sums =
    metrics.length === 0 ? [] : await sumBySubject(scope.tx, yearOf(scope, year), metrics, subject);
  const townships = byKey(
    metrics.length === 0 ? [] : await countedNow(scope, year, withDomains(metrics)),
    ({ townshipId }) => townshipId,
  );
  const own = byKey(sums, ({ subjectId }) => subjectId);
  const assessed = await assessedIn(scope, year, subject, sums);
  return assessed.map((one) => ({
    ...one,
    sums: own.get(one.id) ?? [],
    around: aroundOf(subject, townships.get(one.township.id) ?? []),
  }));
}

export type SubjectStanding = Placed & { of: Assessed };
export type SubjectStandings = YearTerms & {
  subject: AssessedSubject;
  /** each is ranked among those of its township's class */
  classed: boolean;
  standings: readonly SubjectStanding[];
};

/** What was worked out lately, each with the state of the county that it is of. */
const kept = lastFewOf<{ state: string; standings: SubjectStandings }>("subjects", 50);

/** A unit without a row that counts was asked for nothing: it is not full of points for what never happened. */
const isAsked = ({ sums, around }: SummedSubject): boolean =>
  !around.blameless || sums.some(({ counted }) => counted > 0);

function known(one: Assessed | undefined): Assessed {
  if (one === undefined) throw new Error("a standing is somebody's");
  return one;
}

async function workedOut(
  scope: CountyScope,
  year: number,
  subject: AssessedSubject,
): Promise<SubjectStandings> {
  const terms = await termsOf(scope, year, subject);
  const { scheme } = terms.scheme;
  const classed = isClassed(scheme);
  const summed = await summedSubjects(scope, year, subject, countedBy(scheme));
  const by = (held: Scheme, those: readonly SummedSubject[]): SubjectStanding[] => {
    const assessed = those.map(({ id, township, sums, around }) => ({
      ...{ id, class: classed ? township.class : null, sums, around },
    }));
    const of = new Map(those.map(({ id, name, township }) => [id, { id, name, township }]));
    const scored = standingsFrom(
      { year, today: terms.today, scheme: held, words: wordsOf(terms.law) },
      assessed,
    );
    const classOfOne = new Map(assessed.map(({ id, class: one }) => [id, classOf(one)]));
    return placedByGround(
      held,
      scored.map((one) => ({ ...one, townshipClass: classOfOne.get(one.id) ?? null })),
    ).map((standing) => ({ ...standing, of: known(of.get(standing.id)) }));
  };
  const standings = [
    ...by(scheme, summed.filter(isAsked)),
    ...by(
      forNobody(scheme),
      summed.filter((one) => !isAsked(one)),
    ),
  ];
  return { ...terms, subject, classed, standings };
}

/** Every group's or unit's figures, points and place by the year's scheme for them; while nothing changes, as it was told before. */
export async function subjectStandingsOf(
  scope: CountyScope,
  year: number,
  subject: AssessedSubject,
): Promise<SubjectStandings> {
  const place = `${scope.countyId} ${subject} ${year}`;
  const state = `${await stateOf(scope)} ${dayOf(scope.now)}`;
  const last = kept.get(place);
  if (last?.state === state) return last.standings;
  return kept.keep(place, { state, standings: await workedOut(scope, year, subject) }).standings;
}
