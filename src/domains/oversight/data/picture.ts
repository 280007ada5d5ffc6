import "server-only";
import { standingsOf } from "@/domains/figures/data/standings";
import { imbalanceRows } from "@/domains/imbalances";
import { type MonthSoFar, receivedAndClosed } from "@/domains/suggestions/data/months";
import { type SuggestionStage, suggestionStageNames } from "@/domains/suggestions/rules/funnel";
import { suggestionStages } from "@/domains/suggestions/data/funnel";
import { townshipsOf } from "@/domains/tenancy/data";
import { Prisma } from "@/server/db/generated/client";
import { identifier } from "@/server/db/identifier";
import type { CountyScope } from "@/server/db/scope";
import type { HomeInput } from "../schema";
import {
  findingOf,
  type ImbalanceCode,
  imbalanceCodes,
  leaningOf,
  type Leaning,
  lineSaid,
  type Sides,
} from "../rules/imbalances";
import { placesOf } from "../rules/map";
import { comparisonFrom } from "./comparison";
import { asOfNow } from "./lately";
import { mapOf } from "./map";

export type Month = MonthSoFar;
export const stages = Object.keys(suggestionStageNames) as SuggestionStage[];

type Counted = { key: string; townshipId: string; more: number; less: number };
type Staged = Record<SuggestionStage, number>;

/** How many records of a year lie on each side of each imbalance, by township. */
function sidesOf(scope: CountyScope, year: number): Promise<Counted[]> {
  const whose = { countyId: scope.countyId, townshipId: null, now: scope.now };
  const branches = imbalanceCodes.flatMap((code) =>
    imbalanceRows[code].map(
      (rows) =>
        Prisma.sql`SELECT ${code}::text AS key, r.township_id, r.side::text AS side FROM (${rows(whose, year)}) r`,
    ),
  );
  return scope.tx.$queryRaw<Counted[]>`
    SELECT key, township_id AS "townshipId", (count(*) FILTER (WHERE side = 'more'))::int AS more, (count(*) FILTER (WHERE side = 'less'))::int AS less
    FROM (${Prisma.join(branches, " UNION ALL ")}) r GROUP BY key, township_id`;
}

function stagesOf(scope: CountyScope, year: number): Promise<({ townshipId: string } & Staged)[]> {
  const counted = stages.map(
    (stage) => Prisma.sql`(count(*) FILTER (WHERE ${stage} = ANY (s.stages)))::int AS ${identifier(stage)}`,
  );
  return scope.tx.$queryRaw<({ townshipId: string } & Staged)[]>`
    SELECT s.township_id AS "townshipId", ${Prisma.join(counted)}
    FROM (${suggestionStages({ countyId: scope.countyId, townshipId: null }, year)}) s GROUP BY s.township_id`;
}

const nobody: Sides = { more: 0, less: 0 };
const nothing: Staged = { raised: 0, assigned: 0, replied: 0, satisfied: 0, solved: 0 };
const total = (all: readonly Sides[]): Sides => ({
  more: all.reduce((sum, { more }) => sum + more, 0),
  less: all.reduce((sum, { less }) => sum + less, 0),
});

export type Imbalance = {
  code: ImbalanceCode;
  /** its figures in a sentence, and from which share on it is pointed out */
  finding: string;
  line: string;
  sum: Sides & { leaning: Leaning };
  townships: ({ code: string } & Sides & { leaning: Leaning })[];
};

async function reckoned(scope: CountyScope, year: number) {
  const known = await townshipsOf(scope.tx, scope.countyId, year);
  const sides = await sidesOf(scope, year);
  const staged = await stagesOf(scope, year);
  const imbalances = imbalanceCodes.map((code): Imbalance => {
    const own = known.map((township) => {
      const { more, less } =
        sides.find((one) => one.key === code && one.townshipId === township.id) ?? nobody;
      return { code: township.code, more, less, leaning: leaningOf(code, { more, less }) };
    });
    const sum = total(own);
    return {
      ...{ code, finding: findingOf(code, sum, own), line: lineSaid(code) },
      ...{ sum: { ...sum, leaning: leaningOf(code, sum) }, townships: own },
    };
  });
  const funnel = known.map(({ id, code }) => {
    const { townshipId: _, ...counts } = staged.find(({ townshipId }) => townshipId === id) ?? {
      townshipId: id,
      ...nothing,
    };
    return { code, ...counts };
  });
  return { imbalances, funnel, months: await receivedAndClosed(scope, year) };
}

/** What of a year's picture is no figure of the comparison: how work is built, how far suggestions came, its months. */
export const builtOf = (scope: CountyScope, year: number) =>
  asOfNow(scope, `picture ${year}`, () => reckoned(scope, year));

/** The year's picture: every township's figures and points, where its tile lies, and how its work is built. */
export async function home(scope: CountyScope, { year }: HomeInput) {
  const comparison = comparisonFrom(await standingsOf(scope, year), null);
  const { places, version } = await mapOf(scope);
  const codes = comparison.townships.map(({ code }) => code);
  return {
    ...comparison,
    ...(await builtOf(scope, year)),
    map: { places: placesOf(codes, places), version, own: places.length > 0 },
  };
}

export type Picture = Awaited<ReturnType<typeof home>>;
