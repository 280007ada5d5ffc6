import "server-only";
import { v7 as uuid } from "uuid";
import { kinds } from "@/domains/registry";
import { countyNamed, lawChoiceOf, townshipsIn, townshipsOf } from "@/domains/tenancy/data";
import { type LawChoice, rulePeriods } from "@/domains/tenancy/rules/law";
import { lawRuleKeys } from "@/domains/tenancy/rules/law-rule";
import { dayOf, utcOf } from "@/lib/dates";
import { jsonDigest } from "@/lib/json-digest";
import { pick } from "@/lib/pick";
import { Prisma } from "@/server/db/generated/client";
import { identifier } from "@/server/db/identifier";
import type { CountyScope } from "@/server/db/scope";
import { lastInTownship, lastOfCounty } from "@/server/evidence/last-change";
import { countedBy, type MetricCode } from "../rules/metrics";
import {
  bundleFormat,
  type FrozenEvidence,
  type FrozenRow,
  type FrozenTerms,
  type FrozenTownship,
  type LawValue,
  type Manifest,
  resultOf,
  sumsOf,
} from "../rules/snapshot";
import { fewApart } from "./remembered";
import { judgedIn } from "./evidence";
import { rowsToFreeze } from "./frozen-rows";
import type { TownshipStanding, YearTerms } from "./snapshot";
import { schemeOf } from "./schemes";
import { standingsBy, termsOf } from "./standings";

/** From here to the end of the transaction nobody changes anything in the county; whoever was changing has finished. */
const holdChanges = async ({ tx }: CountyScope): Promise<void> => {
  await tx.$executeRaw`SELECT app.hold_changes()`;
};

const valuesOf = (choice: LawChoice, year: number): LawValue[] =>
  lawRuleKeys.flatMap((key) =>
    rulePeriods(choice, key, `${year}-01-01`, `${year}-12-31`).map(({ from, to, rule }) => ({
      ...{ key, from, to, value: rule.value, unit: rule.unit, citation: rule.citation },
    })),
  );

const townshipOf = ({ township, ...standing }: TownshipStanding): FrozenTownship => {
  const { id: _, ...named } = township;
  return { ...named, ...resultOf(standing) };
};

type Part = FrozenEvidence & { townshipId: string; rows: readonly FrozenRow[] };

function partsOf(
  standings: readonly TownshipStanding[],
  rowsOf: (metric: MetricCode, township: string) => FrozenRow[],
) {
  return standings.flatMap(({ township, cells }) =>
    cells.map((cell): Part => {
      const rows = rowsOf(cell.metric, township.id);
      const { metric } = cell;
      return { township: township.code, townshipId: township.id, metric, cell, rows, hash: jsonDigest(rows) };
    }),
  );
}

export type Freezing = { year: number; note: string | null };

/** A township's rows by metric, and the audit numbers they stand at. */
type Counted = { states: Map<string, string>; rows: Map<string, Map<MetricCode, FrozenRow[]>> };

const y = Prisma.sql`y`;

/** The audit numbers on which each township's figures rest: its own last one, and the county's. */
async function statesOf({ tx, countyId }: CountyScope): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; state: string }[]>`
    SELECT y.township_id AS id, concat(township.seq, ' ', county.seq) AS state FROM ${lastOfCounty(countyId)} county
    CROSS JOIN (SELECT ${countyId}::uuid AS county_id, id AS township_id FROM ${townshipsIn({ countyId, townshipId: null })} t) y
    CROSS JOIN LATERAL ${lastInTownship(y)} township`;
  return new Map(rows.map(({ id, state }) => [id, state]));
}

/** Every township's rows; of those that were counted before only what changed since. The numbers are read first. */
async function countRows(scope: CountyScope, year: number, before: Counted | null): Promise<Counted> {
  const { tx, countyId, now } = scope;
  const states = await statesOf(scope);
  const choice = await lawChoiceOf(scope);
  const metrics = countedBy((await schemeOf(tx, countyId, year)).scheme);
  const stale = [...states.keys()].filter((id) => before?.states.get(id) !== states.get(id));
  const rows = new Map(before?.rows);
  for (const id of stale) rows.set(id, new Map());
  for (const townshipId of stale.length < fewApart ? stale : [null]) {
    const judged = judgedIn(choice, {
      countyId,
      townshipId,
      fromYear: year,
      toYear: year,
      today: dayOf(now),
    });
    for (const metric of metrics)
      for (const [id, own] of await rowsToFreeze(tx, judged, metric)) rows.get(id)?.set(metric, own);
  }
  return { states, rows };
}

/** Keeps what was counted, all but the head. The standings are reckoned from the very rows that are kept. */
async function keepCounted(scope: CountyScope, { year, note }: Freezing, { rows }: Counted) {
  const terms = await termsOf(scope, year);
  const metrics = countedBy(terms.scheme.scheme);
  const rowsOf = (metric: MetricCode, township: string) => rows.get(township)?.get(metric) ?? [];
  const summed = (await townshipsOf(scope.tx, scope.countyId, year)).map((township) => ({
    township,
    sums: metrics.flatMap((metric) => sumsOf(metric, rowsOf(metric, township.id))),
  }));
  const standings = standingsBy(terms, summed).townships;
  const parts = partsOf(standings, rowsOf);
  const manifest = await manifestFor(scope, { year, note }, terms, {
    values: valuesOf(await lawChoiceOf(scope), year),
    townships: standings.map(townshipOf),
    evidence: parts.map(({ township, metric, cell, hash }) => ({ township, metric, cell, hash })),
  });
  await keepParts(scope, year, parts);
  await keepStandings(scope, year, standings);
  await keepRecordIds(scope, year);
  return { manifest, rows: parts.reduce((sum, part) => sum + part.rows.length, 0) };
}

type Kept = Awaited<ReturnType<typeof keepCounted>>;

/** The head is written last: a year that has one is complete, and takes nothing more. */
async function keepHead({ tx, countyId, now, actor }: CountyScope, { manifest, rows }: Kept) {
  const [id, hash] = [uuid(), jsonDigest(manifest)];
  const { year, note, judgedOn, scheme, schemeSince, schemeEdition, schemeHash, law } = manifest;
  const terms = { scheme, schemeSince, schemeEdition, schemeHash, law } satisfies FrozenTerms;
  await tx.assessmentFreeze.create({
    data: {
      ...{ countyId, id, year, note, hash, frozenAt: now, judgedOn: utcOf(judgedOn) },
      ...{ frozenBy: actor.accountId, frozenByName: actor.name },
      terms: JSON.parse(JSON.stringify(terms)) as object,
    },
  });
  return { id, hash, townships: manifest.townships.length, rows };
}

const same = (one: Counted["states"], other: Counted["states"]): boolean =>
  one.size === other.size && [...one].every(([id, state]) => other.get(id) === state);

/** How often a year is counted while others go on working, before they have to wait. */
const patience = 3;

/**
 * Counts the year a last time and keeps all it was made of. To count and keep it takes long, and whoever saves waits for the
 * county's lock: so it is taken afterwards, and where somebody saved meanwhile, what they changed is counted again.
 */
export async function keepSnapshot(scope: CountyScope, freezing: Freezing) {
  const { tx } = scope;
  let counted: Counted | null = null;
  for (let times = 0; times < patience; times += 1) {
    counted = await countRows(scope, freezing.year, counted);
    await tx.$executeRaw`SAVEPOINT counted`;
    const kept = await keepCounted(scope, freezing, counted);
    await holdChanges(scope);
    if (same(counted.states, await statesOf(scope))) return keepHead(scope, kept);
    // This lets go of the lock too.
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT counted`;
  }
  await holdChanges(scope);
  return keepHead(scope, await keepCounted(scope, freezing, await countRows(scope, freezing.year, counted)));
}

async function manifestFor(
  scope: CountyScope,
  { year, note }: Freezing,
  terms: YearTerms,
  { values, ...counted }: Pick<Manifest, "townships" | "evidence"> & { values: LawValue[] },
): Promise<Manifest> {
  const county = await countyNamed(scope);
  return {
    format: bundleFormat,
    ...{ county, year, note, judgedOn: terms.today, frozenAt: scope.now.toISOString() },
    ...{ scheme: terms.scheme.scheme, schemeSince: terms.scheme.since },
    ...{ schemeEdition: terms.scheme.edition, schemeHash: terms.scheme.hash },
    law: {
      sessionsAsked: terms.sessionsAsked,
      values,
      metrics: pick(terms.law, ...countedBy(terms.scheme.scheme)),
    },
    ...counted,
  };
}

/** A statement a metric: one for all would take longer than a statement may. */
async function keepParts({ tx, countyId }: CountyScope, year: number, parts: readonly Part[]): Promise<void> {
  for (const metric of new Set(parts.map((part) => part.metric))) {
    const those = parts.filter((part) => part.metric === metric);
    await tx.$executeRaw`
      INSERT INTO frozen_evidence (county_id, township_id, year, metric, cell, rows, hash)
      SELECT ${countyId}::uuid, v."townshipId", ${year}, ${metric}, v.cell, v.rows, v.hash
      FROM jsonb_to_recordset(${JSON.stringify(those)}::jsonb) AS v ("townshipId" uuid, cell jsonb, rows jsonb, hash text)`;
  }
}

async function keepStandings(
  { tx, countyId }: CountyScope,
  year: number,
  standings: readonly TownshipStanding[],
) {
  const rows = standings.map((one, place) => ({ id: one.township.id, place, standing: townshipOf(one) }));
  await tx.$executeRaw`
    INSERT INTO frozen_standing (county_id, township_id, year, place, standing)
    SELECT ${countyId}::uuid, v.id, ${year}, v.place, v.standing
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS v (id uuid, place int, standing jsonb)`;
}

/** By which columns a record of some kind lies in a year. */
const dayColumns = ["occurred_on", "handed_on"] as const;

/** Every record that lies in the year by its own day, and every one that some figure of the year reads. */
async function keepRecordIds({ tx, countyId }: CountyScope, year: number): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO frozen_record (county_id, township_id, record_id, year)
    SELECT DISTINCT county_id, township_id, (row ->> 2)::uuid, year FROM frozen_evidence, jsonb_array_elements(rows) row
    WHERE county_id = ${countyId}::uuid AND year = ${year} AND row ->> 2 IS NOT NULL`;
  const tables = kinds.map(({ table }) => table);
  const columns = await tx.$queryRaw<{ name: string; columns: string[] }[]>`
    SELECT table_name AS name, array_agg(column_name::text) AS columns FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name = ANY (${tables}::text[]) GROUP BY table_name`;
  for (const { name, columns: has } of columns.filter((one) => one.columns.includes("township_id"))) {
    const days = dayColumns
      .filter((column) => has.includes(column))
      .map((column) => {
        const day = identifier(column);
        return Prisma.sql`${day} >= make_date(${year}, 1, 1) AND ${day} < make_date(${year + 1}, 1, 1)`;
      });
    const lies = [...days, ...(has.includes("year") ? [Prisma.sql`year = ${year}`] : [])];
    if (lies.length === 0) continue;
    await tx.$executeRaw`
      INSERT INTO frozen_record (county_id, township_id, record_id, year)
      SELECT county_id, township_id, id, ${year} FROM ${identifier(name)}
      WHERE county_id = ${countyId}::uuid AND (${Prisma.join(lies, " OR ")}) ON CONFLICT DO NOTHING`;
  }
}
