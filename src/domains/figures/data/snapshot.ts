import "server-only";
import type { ComparedTownship } from "@/domains/tenancy/data";
import { type Day, dayFromUtc, dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope } from "@/server/db/scope";
import type { Rows } from "@/server/db/tx";
import type { Cell, PartSum } from "../rules/cells";
import type { MetricLaw } from "../rules/metric-law";
import { type MetricCode, metricCodes } from "../rules/metrics";
import type { FrozenTerms, FrozenTownship } from "../rules/snapshot";
import type { Standing } from "../rules/standing";
import type { SchemeOfYear } from "./schemes";

/*
 * A frozen year is read here and counted nowhere: whoever shows a year asks for its snapshot first. Without one, that is
 * a probe of an index which finds nothing.
 */

/** When a year was frozen, by whom, and the digest of all of it. */
export type Frozen = { year: number; on: Day; judgedOn: Day; by: string; note: string | null; hash: string };
export type YearTerms = {
  year: number;
  /** deadlines were judged as of this day */
  today: Day;
  scheme: SchemeOfYear;
  law: Readonly<Record<MetricCode, MetricLaw>>;
  sessionsAsked: number;
};
export type TownshipStanding = Standing & { township: ComparedTownship };
export type FrozenYear = Frozen & { id: string; frozenAt: Date; terms: FrozenTerms };
type Whose = { tx: Rows; countyId: string };

type Head = {
  id: string;
  year: number;
  judgedOn: Date;
  frozenAt: Date;
  by: string;
  note: string | null;
  hash: string;
  terms: FrozenTerms;
};

/** The snapshot's head: by what the year was scored; null while it is not frozen. */
export async function snapshotOf({ tx, countyId }: Whose, year: number): Promise<FrozenYear | null> {
  const [head] = await tx.$often<Head[]>`
    SELECT id, year, judged_on AS "judgedOn", frozen_at AS "frozenAt", frozen_by_name AS by, note, hash, terms
    FROM assessment_freeze WHERE county_id = ${countyId}::uuid AND year = ${year}`;
  if (head === undefined) return null;
  return { ...head, judgedOn: dayFromUtc(head.judgedOn), on: dayOf(head.frozenAt) };
}

export const shownOf = ({ year, on, judgedOn, by, note, hash }: FrozenYear): Frozen => ({
  ...{ year, on, judgedOn, by, note, hash },
});

/** When a year was frozen, without what it was scored by. */
export async function frozenYear(whose: Whose, year: number): Promise<Frozen | null> {
  const snapshot = await snapshotOf(whose, year);
  return snapshot === null ? null : shownOf(snapshot);
}

const inOrder = (one: Cell, other: Cell): number =>
  metricCodes.indexOf(one.metric) - metricCodes.indexOf(other.metric);

export type StoredStanding = { id: string; standing: FrozenTownship; cells: Cell[] };

/** Every township's standing with its cells, in the order they were frozen in. */
export async function storedStandings({ tx, countyId }: Whose, year: number): Promise<StoredStanding[]> {
  const rows = await tx.$often<StoredStanding[]>`
    SELECT s.township_id AS id, s.standing, (SELECT jsonb_agg(e.cell) FROM frozen_evidence e
      WHERE e.county_id = s.county_id AND e.township_id = s.township_id AND e.year = s.year) AS cells
    FROM frozen_standing s WHERE s.county_id = ${countyId}::uuid AND s.year = ${year} ORDER BY s.place`;
  return rows.map((row) => ({ ...row, cells: row.cells.sort(inOrder) }));
}

const standingOf = ({ id, standing, cells }: StoredStanding): TownshipStanding => {
  const { code, name, shortName, class: townshipClass, mergedOn, scores, total, rank } = standing;
  return {
    township: { id, code, name, shortName, class: townshipClass, mergedOn },
    ...{ cells, scores: [...scores], total },
    rank: { townshipId: id, ...rank },
  };
};

/** A frozen year's standings as they were kept; null for a year that still moves. */
export async function frozenStandings({ tx, countyId }: CountyScope, year: number) {
  const snapshot = await snapshotOf({ tx, countyId }, year);
  if (snapshot === null) return null;
  const { scheme, schemeSince, law } = snapshot.terms;
  const terms: YearTerms = {
    year,
    today: snapshot.judgedOn,
    scheme: { scheme, adopted: true, since: schemeSince },
    law: law.metrics,
    sessionsAsked: law.sessionsAsked,
  };
  const stored = await storedStandings({ tx, countyId }, year);
  return { ...terms, townships: stored.map(standingOf), frozen: shownOf(snapshot) };
}

type Asked = { townshipId: string | null; years: readonly number[]; metrics?: readonly MetricCode[] };
export type FrozenSum = PartSum & { year: number; townshipId: string };

/** The sums of those years that are frozen, and which these are. @property metrics all of them by default */
export async function frozenSums(
  { tx, countyId }: Whose,
  { townshipId, years, metrics = metricCodes }: Asked,
): Promise<{ years: number[]; sums: FrozenSum[] }> {
  const frozen = await tx.$often<{ year: number }[]>`
    SELECT year FROM assessment_freeze WHERE county_id = ${countyId}::uuid AND year = ANY (${years}::int[])`;
  if (frozen.length === 0) return { years: [], sums: [] };
  const those = frozen.map(({ year }) => year);
  const whose = townshipId === null ? Prisma.empty : Prisma.sql`AND township_id = ${townshipId}::uuid`;
  const rows = await tx.$queryRaw<{ year: number; townshipId: string; cell: Cell }[]>`
    SELECT year, township_id AS "townshipId", cell FROM frozen_evidence
    WHERE county_id = ${countyId}::uuid AND year = ANY (${those}::int[]) AND metric = ANY (${metrics}::text[]) ${whose}`;
  const sums = rows.flatMap(({ year, townshipId: of, cell }) =>
    cell.parts.map((part) => ({ ...part, year, townshipId: of })),
  );
  return { years: those, sums };
}

export type WhichCell = { townshipId: string; year: number; metric: MetricCode };

/** One cell of a frozen year, and the standing it is part of; null for a township that was not assessed. */
export async function frozenCell({ tx, countyId }: Whose, { townshipId, year, metric }: WhichCell) {
  const [row] = await tx.$often<{ cell: Cell; standing: FrozenTownship }[]>`
    SELECT e.cell, s.standing FROM frozen_evidence e
    JOIN frozen_standing s ON s.county_id = e.county_id AND s.township_id = e.township_id AND s.year = e.year
    WHERE e.county_id = ${countyId}::uuid AND e.township_id = ${townshipId}::uuid AND e.year = ${year} AND e.metric = ${metric}`;
  return row ?? null;
}
