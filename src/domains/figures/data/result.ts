import "server-only";
import { v7 as uuid } from "uuid";
import { type Day, dayOf } from "@/lib/dates";
import { lastFewOf } from "@/lib/last-few";
import { Prisma } from "@/server/db/generated/client";
import { isoTime } from "@/server/db/told";
import type { CountyScope, PositionScope, TownshipScope } from "@/server/db/scope";
import {
  type FinalDecision,
  finalHash,
  type FinalResult,
  resultsOf,
  standingsDecided,
} from "../rules/final-result";
import { indicatorsOf, type Scheme } from "../rules/scheme";
import type { Standing } from "../rules/standing";
import { isMetricCode } from "../rules/metrics";
import { snapshotOf, type StoredStanding, type TownshipStanding } from "./snapshot";

/*
 * What came of a frozen year once the directors' meeting has decided: kept beside the snapshot, as immutable as that.
 */

const plainJson = (value: unknown): object => JSON.parse(JSON.stringify(value)) as object;
const sumsIn = ({ cells }: StoredStanding) => cells.flatMap(({ parts }) => parts);

/** A frozen year as it is reckoned anew, its townships with the system's own standing; null while it is not frozen. */
export async function frozenBasis(whose: CountyScope | TownshipScope, year: number) {
  const snapshot = await snapshotOf(whose, year);
  if (snapshot === null) return null;
  const { terms, judgedOn, townships, on, hash } = snapshot;
  return {
    ...{ year, judgedOn, on, hash, scheme: terms.scheme, law: terms.law },
    townships: townships.map((one) => ({ id: one.id, ...one.standing, sums: sumsIn(one) })),
  };
}

export type FrozenBasis = NonNullable<Awaited<ReturnType<typeof frozenBasis>>>;

/** Every township's points, grade and place with what was decided so far, by the township's code. */
export const standingsWith = (
  basis: FrozenBasis,
  decision: Pick<FinalDecision, "percent" | "panel" | "townships">,
): Standing[] =>
  standingsDecided(
    basis,
    basis.townships.map(({ code, class: own, sums }) => ({ id: code, class: own, sums })),
    decision,
  );

export type KeptResult = {
  decidedOn: Day;
  decidedBy: string;
  decision: FinalDecision;
  /** of the panel's seats, in their order */
  panelNames: string[];
  results: FinalResult[];
  frozenHash: string;
  hash: string;
};

/** What the meeting decided of a year; null before. */
export async function resultOf({ tx, countyId }: CountyScope, year: number): Promise<KeptResult | null> {
  // Only keepResult writes them.
  const [row] = await tx.$queryRaw<(Omit<KeptResult, "decidedOn"> & { at: string })[]>`
    SELECT ${isoTime(Prisma.sql`decided_at`)} AS at, decided_by_name AS "decidedBy", frozen_hash AS "frozenHash", hash, decision,
      panel_names AS "panelNames", results
    FROM assessment_result WHERE county_id = ${countyId}::uuid AND year = ${year}::int`;
  if (row === undefined) return null;
  const { at, ...kept } = row;
  return { decidedOn: dayOf(new Date(at)), ...kept };
}

/** Reckons the year with what was decided, and keeps both for good. */
export async function keepResult(
  { tx, countyId, actor, now }: CountyScope,
  basis: FrozenBasis,
  decision: FinalDecision,
  panelNames: readonly string[],
) {
  const results = resultsOf(standingsWith(basis, decision));
  const sealed = { frozenHash: basis.hash, decision, results };
  const [id, hash] = [uuid(), finalHash(sealed)];
  await tx.assessmentResult.create({
    data: {
      ...{ countyId, id, year: basis.year, decidedAt: now, decidedByName: actor.name, hash },
      ...{ frozenHash: basis.hash, decision: plainJson(decision), results: plainJson(results) },
      panelNames: [...panelNames],
    },
  });
  return { id, hash, results };
}

export type Award = { code: string; name: string };
/** @property ranking what townships are told of the others */
export type Publication = { on: Day; by: string; ranking: string; awards: Award[] };

export async function publicationOf(
  { tx, countyId }: CountyScope,
  year: number,
): Promise<Publication | null> {
  // Only keepPublication writes it.
  const [row] = await tx.$queryRaw<(Omit<Publication, "on"> & { at: string })[]>`
    SELECT ${isoTime(Prisma.sql`published_at`)} AS at, published_by_name AS by, ranking, awards
    FROM assessment_publication WHERE county_id = ${countyId}::uuid AND year = ${year}::int`;
  if (row === undefined) return null;
  const { at, ...said } = row;
  return { on: dayOf(new Date(at)), ...said };
}

export async function keepPublication(
  { tx, countyId, actor, now }: CountyScope,
  year: number,
  { ranking, awards }: Pick<Publication, "ranking" | "awards">,
): Promise<string> {
  const id = uuid();
  const by = { publishedAt: now, publishedByName: actor.name };
  await tx.assessmentPublication.create({ data: { countyId, id, year, ...by, ranking, awards } });
  return id;
}

const kept = lastFewOf<KeptResult>("results", 100);

/** What the meeting decided, for whoever is told by now: the county at once, a township once it is published. */
export async function toldResult(
  scope: CountyScope | PositionScope,
  year: number,
): Promise<KeptResult | null> {
  const { tx, countyId } = scope;
  const [head] = await tx.$often<{ hash: string; published: boolean }[]>`
    SELECT hash, EXISTS (SELECT 1 FROM assessment_publication p WHERE p.county_id = r.county_id AND p.year = r.year) AS published
    FROM assessment_result r WHERE county_id = ${countyId}::uuid AND year = ${year}`;
  if (head === undefined || ("ownTownshipId" in scope && !head.published)) return null;
  const place = `${countyId} ${head.hash}`;
  const known = kept.get(place) ?? (await resultOf(scope, year));
  return known === null ? null : kept.keep(place, known);
}

/** When the directors' meeting decided a year, for whoever is told by now; null before. */
export const decidedOn = async (scope: CountyScope | PositionScope, year: number): Promise<Day | null> =>
  (await toldResult(scope, year))?.decision.meetingOn ?? null;

/** The system's standings with what people made of them in its place. */
export function decidedOver(
  system: readonly TownshipStanding[],
  { results }: KeptResult,
): TownshipStanding[] {
  const byCode = new Map(results.map((result) => [result.code, result]));
  return system.map((own) => {
    const result = byCode.get(own.township.code);
    if (result === undefined) return own;
    const { code: _, grade, rank, ...rest } = result;
    const { id } = own;
    return { ...own, ...rest, grade: { id, ...grade }, rank: { townshipId: id, ...rank } };
  });
}

type RecordRef = { type: string; id: string };

/** The records behind an indicator of a frozen year, as rows name them; with an id, only that one. */
export async function recordsBehind(
  { tx, countyId }: CountyScope | TownshipScope,
  {
    townshipId,
    year,
    indicator,
    scheme,
  }: { townshipId: string; year: number; indicator: string; scheme: Scheme },
  id: string | null = null,
): Promise<RecordRef[]> {
  const metric = indicatorsOf(scheme).find(({ code }) => code === indicator)?.metric ?? null;
  if (metric === null || !isMetricCode(metric)) return [];
  const only = id === null ? Prisma.empty : Prisma.sql`AND row ->> 2 = ${id}`;
  return tx.$queryRaw<RecordRef[]>`
    SELECT row ->> 1 AS type, row ->> 2 AS id FROM frozen_evidence e, jsonb_array_elements(e.rows) WITH ORDINALITY r (row, place)
    WHERE e.county_id = ${countyId}::uuid AND e.township_id = ${townshipId}::uuid AND e.year = ${year} AND e.metric = ${metric}
      AND row ->> 2 IS NOT NULL ${only}
    GROUP BY row ->> 1, row ->> 2 ORDER BY min(place) LIMIT 500`;
}
