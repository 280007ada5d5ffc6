import "server-only";
import { v7 as uuid } from "uuid";
import { kinds } from "@/domains/registry";
import { countyNamed, lawChoiceOf, townshipsOf } from "@/domains/tenancy/data";
import { type LawChoice, rulePeriods } from "@/domains/tenancy/rules/law";
import { lawRuleKeys } from "@/domains/tenancy/rules/law-rule";
import { utcOf } from "@/lib/dates";
import { jsonDigest } from "@/lib/json-digest";
import { Prisma } from "@/server/db/generated/client";
import { identifier } from "@/server/db/identifier";
import type { CountyScope } from "@/server/db/scope";
import { type MetricCode, metricCodes } from "../rules/metrics";
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
import { judgedIn } from "./evidence";
import { rowsToFreeze } from "./frozen-rows";
import type { TownshipStanding, YearTerms } from "./snapshot";
import { standingsBy, termsOf } from "./standings";

/** From here to the end of the transaction nobody changes anything in the county; whoever was changing has finished. */
export const holdChanges = async ({ tx }: CountyScope): Promise<void> => {
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

/**
 * Counts the year a last time and keeps all it was made of. The standings are reckoned from the very rows that are kept,
 * so that they can be reckoned again.
 */
export async function keepSnapshot(scope: CountyScope, { year, note }: Freezing) {
  const { tx, countyId, now } = scope;
  const choice = await lawChoiceOf(scope);
  const terms = await termsOf(scope, year);
  const townships = await townshipsOf(tx, countyId, year);
  const period = { countyId, townshipId: null, fromYear: year, toYear: year, today: terms.today };
  const evidence = new Map<MetricCode, Map<string, FrozenRow[]>>();
  for (const metric of metricCodes)
    evidence.set(metric, await rowsToFreeze(tx, judgedIn(choice, period), metric));
  const rowsOf = (metric: MetricCode, township: string) => evidence.get(metric)?.get(township) ?? [];
  const summed = townships.map((township) => ({
    township,
    sums: metricCodes.flatMap((metric) => sumsOf(metric, rowsOf(metric, township.id))),
  }));
  const standings = standingsBy(terms, summed).townships;
  const parts = partsOf(standings, rowsOf);
  const id = uuid();
  const manifest = await manifestFor(scope, { year, note }, terms, {
    values: valuesOf(choice, year),
    townships: standings.map(townshipOf),
    evidence: parts.map(({ township, metric, cell, hash }) => ({ township, metric, cell, hash })),
  });
  await keepParts(scope, year, parts);
  await keepStandings(scope, year, standings);
  await keepRecordIds(scope, year);
  const hash = jsonDigest(manifest);
  const { scheme, schemeSince, schemeEdition, schemeHash, law } = manifest;
  // The head is written last: a year that has one is complete, and takes nothing more.
  await tx.assessmentFreeze.create({
    data: {
      ...{ countyId, id, year, note, hash, frozenAt: now, judgedOn: utcOf(terms.today) },
      ...{ frozenBy: scope.actor.accountId, frozenByName: scope.actor.name },
      terms: JSON.parse(
        JSON.stringify({ scheme, schemeSince, schemeEdition, schemeHash, law } satisfies FrozenTerms),
      ) as object,
    },
  });
  return {
    id,
    hash,
    townships: standings.length,
    rows: parts.reduce((sum, { rows }) => sum + rows.length, 0),
  };
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
    law: { sessionsAsked: terms.sessionsAsked, values, metrics: terms.law },
    ...counted,
  };
}

/** A statement a metric: one for all would take longer than a statement may. */
async function keepParts({ tx, countyId }: CountyScope, year: number, parts: readonly Part[]): Promise<void> {
  for (const metric of metricCodes) {
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
