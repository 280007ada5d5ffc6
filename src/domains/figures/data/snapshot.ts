import "server-only";
import type { ComparedTownship } from "@/domains/tenancy/data";
import { type Day, dayFromUtc, dayOf } from "@/lib/dates";
import { lastFewOf } from "@/lib/last-few";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import type { Cell } from "../rules/cells";
import { completed, type MetricLaw } from "../rules/metric-law";
import { type MetricCode, metricCodes } from "../rules/metrics";
import type { FrozenTerms, FrozenTownship } from "../rules/snapshot";
import type { Standing } from "../rules/standing";
import type { YearSum } from "./evidence";
import type { SchemeOfYear } from "./schemes";

/*
 * A frozen year is read here and counted nowhere: whoever shows a year asks for its snapshot first. Without one, that is
 * a probe of an index which finds nothing. What a snapshot says never changes, so it is kept in memory by its digest.
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
export type StoredStanding = { id: string; standing: FrozenTownship; cells: Cell[] };

/** A snapshot without its rows of evidence. */
type Kept = { terms: FrozenTerms; townships: StoredStanding[] };
export type FrozenYear = Frozen & { frozenAt: Date } & Kept;

/** A township reads its own part only, and has its own memory. */
type Whose = CountyScope | TownshipScope;
type Head = Omit<Frozen, "on" | "judgedOn"> & { judgedOn: Date; frozenAt: Date };

const heads = ({ tx, countyId }: Whose, years: readonly number[]): Promise<Head[]> => tx.$often<Head[]>`
  SELECT year, judged_on AS "judgedOn", frozen_at AS "frozenAt", frozen_by_name AS by, note, hash
  FROM assessment_freeze WHERE county_id = ${countyId}::uuid AND year = ANY (${years}::int[])`;

const frozenIn = ({ frozenAt, judgedOn, ...head }: Head): Frozen => ({
  ...{ ...head, judgedOn: dayFromUtc(judgedOn), on: dayOf(frozenAt) },
});

/** When a year was frozen, without what it was scored by; null for a year that still moves. */
export async function frozenYear(whose: Whose, year: number): Promise<Frozen | null> {
  const [head] = await heads(whose, [year]);
  return head === undefined ? null : frozenIn(head);
}

/** The last year that was frozen; null before the first. */
export async function lastFrozen({ tx, countyId }: CountyScope): Promise<number | null> {
  const [row] = await tx.$often<{ year: number }[]>`
    SELECT year FROM assessment_freeze WHERE county_id = ${countyId}::uuid ORDER BY year DESC LIMIT 1`;
  return row?.year ?? null;
}

const inOrder = (one: Cell, other: Cell): number =>
  metricCodes.indexOf(one.metric) - metricCodes.indexOf(other.metric);

async function readParts({ tx, countyId }: Whose, year: number): Promise<Kept> {
  const [head] = await tx.$often<{ terms: FrozenTerms }[]>`
    SELECT terms FROM assessment_freeze WHERE county_id = ${countyId}::uuid AND year = ${year}`;
  if (head === undefined) throw new Error("a frozen year has its terms");
  const rows = await tx.$often<StoredStanding[]>`
    SELECT s.township_id AS id, s.standing, (SELECT jsonb_agg(e.cell) FROM frozen_evidence e
      WHERE e.county_id = s.county_id AND e.township_id = s.township_id AND e.year = s.year) AS cells
    FROM frozen_standing s WHERE s.county_id = ${countyId}::uuid AND s.year = ${year} ORDER BY s.place`;
  return { ...head, townships: rows.map((row) => ({ ...row, cells: row.cells.sort(inOrder) })) };
}

const kept = lastFewOf<Promise<Kept>>("snapshots", 100);

async function snapshotIn(whose: Whose, head: Head): Promise<FrozenYear> {
  const key = `${head.hash} ${"townshipId" in whose ? whose.townshipId : whose.countyId}`;
  const reading = kept.get(key) ?? kept.keep(key, readParts(whose, head.year));
  // Who reads it may be cut off; then everybody reads for himself.
  const parts = await reading.catch(() => (kept.forget(key), readParts(whose, head.year)));
  return { ...frozenIn(head), frozenAt: head.frozenAt, ...parts };
}

/** What was frozen, without its rows of evidence: by what the year was scored, and every township's standing with its cells. */
export async function snapshotOf(whose: Whose, year: number): Promise<FrozenYear | null> {
  const [head] = await heads(whose, [year]);
  return head === undefined ? null : snapshotIn(whose, head);
}

export const shownOf = ({ year, on, judgedOn, by, note, hash }: FrozenYear): Frozen => ({
  ...{ year, on, judgedOn, by, note, hash },
});

const standingOf = ({ id, standing, cells }: StoredStanding): TownshipStanding => {
  const { code, name, shortName, class: townshipClass, mergedOn, ...result } = standing;
  return {
    township: { id, code, name, shortName, class: townshipClass, mergedOn },
    ...{ ...result, id, cells },
    grade: { id, ...result.grade },
    rank: { townshipId: id, ...result.rank },
  };
};

/** A frozen year's standings as they were kept; null for a year that still moves. */
export async function frozenStandings(scope: CountyScope, year: number) {
  const snapshot = await snapshotOf(scope, year);
  if (snapshot === null) return null;
  const { scheme, schemeSince: since, schemeEdition: edition, schemeHash: hash, law } = snapshot.terms;
  const terms: YearTerms = {
    year,
    today: snapshot.judgedOn,
    scheme: { scheme, adopted: true, since, edition, hash },
    law: completed(law.metrics),
    sessionsAsked: law.sessionsAsked,
  };
  return { ...terms, townships: snapshot.townships.map(standingOf), frozen: shownOf(snapshot) };
}

type Asked = { townshipId: string | null; years: readonly number[]; metrics: readonly MetricCode[] };

/** Whether a frozen year kept the evidence of a metric: of one that neither the comparison nor its scheme used it has none. */
export const holds = ({ townships }: Kept, metric: MetricCode): boolean =>
  townships.some(({ cells }) => cells.some((cell) => cell.metric === metric));

/** The sums of those years that are frozen and hold the metrics, and which these are. */
export async function frozenSums(
  whose: Whose,
  { townshipId, years, metrics }: Asked,
): Promise<{ years: number[]; sums: YearSum[] }> {
  const held: number[] = [];
  const sums: YearSum[] = [];
  for (const head of await heads(whose, years)) {
    const snapshot = await snapshotIn(whose, head);
    if (!metrics.every((metric) => holds(snapshot, metric))) continue;
    held.push(head.year);
    const { townships } = snapshot;
    for (const { id, cells } of townships.filter((one) => townshipId === null || one.id === townshipId))
      for (const { parts } of cells.filter(({ metric }) => metrics.includes(metric)))
        sums.push(...parts.map((part) => ({ ...part, year: head.year, townshipId: id })));
  }
  return { years: held, sums };
}

type Which = { townshipId: string; fromYear: number; toYear: number };
type FrozenRowOfRecord = {
  year: number;
  metric: MetricCode;
  part: Cell["parts"][number]["part"];
  numerator: number;
  denominator: number;
  reason: string;
  amount: number | null;
};

/** What a record was to the frozen years among some, and which these are. */
export async function frozenRowsOf(
  whose: CountyScope,
  { townshipId, fromYear, toYear }: Which,
  record: { type: string; id: string },
): Promise<{ years: number[]; rows: FrozenRowOfRecord[] }> {
  const { tx, countyId } = whose;
  const asked = Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index);
  const years = (await heads(whose, asked)).map(({ year }) => year);
  if (years.length === 0) return { years, rows: [] };
  const at = (row: Prisma.Sql) =>
    Prisma.sql`${row}.county_id = ${countyId}::uuid AND ${row}.township_id = ${townshipId}::uuid`;
  const rows = await tx.$queryRaw<FrozenRowOfRecord[]>`
    SELECT e.year, e.metric, row ->> 0 AS part, (row ->> 7)::float8 AS numerator, (row ->> 8)::int AS denominator,
      row ->> 9 AS reason, (row ->> 10)::float8 AS amount
    FROM frozen_record r JOIN frozen_evidence e ON ${at(Prisma.sql`e`)} AND e.year = r.year, jsonb_array_elements(e.rows) row
    WHERE ${at(Prisma.sql`r`)} AND r.record_id = ${record.id}::uuid AND r.year = ANY (${years}::int[])
      AND row ->> 1 = ${record.type} AND row ->> 2 = ${record.id}`;
  return { years, rows };
}

type FrozenRowAmong = Omit<FrozenRowOfRecord, "year"> & { townshipId: string; recordId: string };

/** What some records were to a year, by some metrics; null where it is not frozen. */
export async function frozenRowsAmong(
  whose: CountyScope,
  year: number,
  ids: readonly string[],
  metrics: readonly MetricCode[],
): Promise<FrozenRowAmong[] | null> {
  const { tx, countyId } = whose;
  if ((await heads(whose, [year])).length === 0) return null;
  return tx.$queryRaw<FrozenRowAmong[]>`
    SELECT e.township_id AS "townshipId", row ->> 2 AS "recordId", e.metric, row ->> 0 AS part, (row ->> 7)::float8 AS numerator,
      (row ->> 8)::int AS denominator, row ->> 9 AS reason, (row ->> 10)::float8 AS amount
    FROM frozen_evidence e, jsonb_array_elements(e.rows) row
    WHERE e.county_id = ${countyId}::uuid AND e.year = ${year} AND e.metric = ANY (${metrics}::text[])
      AND row ->> 2 = ANY (${ids}::text[])`;
}
