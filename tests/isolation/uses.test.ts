import { beforeAll, describe, expect, it } from "vitest";
import { kinds } from "@/domains/registry";
import { uses } from "@/domains/uses";
import type { Prisma } from "@/server/db/generated/client";
import { type TownshipScope, withTownshipScope } from "@/server/db/scope";
import type { Face } from "@/lib/records/kind";
import { together } from "@/server/records/uses";
import { createCounty, type TestCounty, type TestTownship } from "../support/tenants";

/** What each kind gives to the collectors is read in the county's scope too: there only the statement itself tells townships apart. */
let county: TestCounty;
let home: TestTownship;

const someId = "019a0000-0000-7000-8000-000000000001";
const now = new Date("2026-05-20T04:00:00Z");
const actor = { accountId: someId, name: "测试", role: "countyStaff", ip: null, requestId: null };

const inHome = <Result>(work: (scope: TownshipScope) => Promise<Result>): Promise<Result> =>
  withTownshipScope(
    { as: "county", countyId: county.id, code: home.code },
    { actor, now, readOnly: true },
    work,
  );

/** Every branch of a kind's uses, by the use's name. */
async function branchesOf(
  scope: TownshipScope,
  of: (typeof uses)[number],
): Promise<Record<string, Prisma.Sql>> {
  const { due, titles, search, calendar, participation, news } = of;
  return {
    ...(due ? { due: await due(scope) } : {}),
    ...(titles ? { titles: titles(scope, [someId]) } : {}),
    ...(search ? { search: search(scope, "路", 10) } : {}),
    ...(calendar ? { calendar: calendar(scope, "2026-05-01", "2026-05-31") } : {}),
    ...(participation ? { participation: participation(scope, someId) } : {}),
    ...(news ? { news: news(scope) } : {}),
  };
}

beforeAll(async () => {
  county = await createCounty(["甲镇", "乙镇"]);
  [home] = county.townships as [TestTownship];
});

describe("the registry of uses", () => {
  it("names kinds of the registry of records, each once and in its order", () => {
    const order = (kinds as readonly Face[]).map(({ type }) => type);
    const named = uses.map(({ type }) => type);
    expect(named.filter((type) => !order.includes(type))).toEqual([]);
    expect(named).toEqual(order.filter((type) => named.includes(type)));
  });

  it("says in record.ts what its uses speak of: words for what is due, roles for who took part", () => {
    const faces = new Map((kinds as readonly Face[]).map((face) => [face.type, face]));
    const silent = uses.flatMap(({ type, due, participation }) => [
      ...(due && faces.get(type)?.due === undefined ? [`add "due" to ${type} in its record.ts`] : []),
      ...(participation && faces.get(type)?.duty === undefined
        ? [`add "duty" to ${type} in its record.ts`]
        : []),
    ]);
    expect(silent).toEqual([]);
  });

  /** One row of the county's own that asks something of each of its townships. */
  const keptByCounty = new Set(["assessmentCycle"]);
  /** What was said in a cycle stays: nobody strikes it out. */
  const neverStruck = new Set(["selfNote", "assessmentAppeal"]);

  /** The predicate by which a branch names its tenant, of an alias that says it whole. */
  function predicateOf(type: string): RegExp {
    if (keptByCounty.has(type)) return /\b(\w+)\.county_id = \?::uuid/;
    const living = neverStruck.has(type) ? "" : String.raw` AND \1\.voided_at IS NULL`;
    return new RegExp(String.raw`\b(\w+)\.county_id = \?::uuid AND \1\.township_id = \?::uuid${living}`);
  }

  const ofTownships = uses.filter((one) =>
    ["due", "titles", "search", "calendar", "participation", "news"].some((use) => use in one),
  );

  it.each(ofTownships.map((one) => [one.type, one] as const))(
    "every branch of %s holds the tenant's predicate, and joins by it [S6]",
    async (_, one) => {
      await inHome(async (scope) => {
        for (const [use, branch] of Object.entries(await branchesOf(scope, one))) {
          const { sql, values } = branch;
          expect(sql, use).toMatch(predicateOf(one.type));
          expect(values, use).toContain(home.id);
          const joined = [...sql.matchAll(/(?:FROM|JOIN) [a-z]+(?:_[a-z]+)* ([a-z])\b/g)].map(
            ([, alias]) => alias ?? "",
          );
          const loose = joined.filter(
            (alias) => !new RegExp(`\\b${alias}\\.county_id =|= ${alias}\\.county_id`).test(sql),
          );
          expect(loose, `${use}: join by county_id and township_id`).toEqual([]);
        }
      });
    },
  );

  it("every branch gives the columns its collector asks for", async () => {
    await inHome(async (scope) => {
      for (const one of uses) {
        for (const [use, branch] of Object.entries(await branchesOf(scope, one))) {
          const all = together(use as Parameters<typeof together>[0], [branch]);
          const rows = await scope.tx.$queryRaw<{ type: string }[]>`SELECT type FROM ${all} branch`;
          expect(
            rows.filter(({ type }) => type !== one.type),
            `${one.type} ${use}`,
          ).toEqual([]);
        }
      }
    });
  });
});
