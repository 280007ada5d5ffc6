import { beforeAll, describe, expect, test } from "vitest";
import { withClient } from "../../scripts/lib/roles";
import { sumEvidence, type YearSum } from "@/domains/figures/data/evidence";
import { countedIn } from "@/domains/figures/data/schemes";
import { rememberedSums } from "@/domains/figures/data/remembered";
import { addDays, dayOf, yearOf } from "@/lib/dates";
import { roles } from "@/lib/roles";
import { may } from "@/server/auth/permissions";
import { withCountyScope } from "@/server/db/scope";
import { listProcedures } from "@/server/trpc/registry";
import { createWorld, type World } from "../isolation/world";
import { callerAs } from "../support/tenants";
import { noon } from "../support/suggestions";
import { call } from "../support/call";
import { inputFor } from "./inputs";
import { randomOf, seedOfThisRun } from "./random";
import { inject } from "vitest";

const seed = seedOfThisRun();
const steps = Number(process.env["FUZZ_CHANGES"] ?? 800);
const mostSeconds = 60;

let world: World;
beforeAll(async () => {
  process.stdout.write(`FUZZ_SEED=${seed} FUZZ_CHANGES=${steps}\n`);
  world = await createWorld();
}, 240_000);

const changes = listProcedures().filter(
  ({ kind, permission }) =>
    kind === "mutation" && !permission.startsWith("accounts:") && !permission.startsWith("platform:"),
);

const actor = { accountId: "", name: "测试", role: "countyStaff", ip: null, requestId: null };
const inOrder = (sums: readonly YearSum[]): string[] =>
  sums.map((sum) => JSON.stringify(sum, Object.keys(sum).sort())).sort();

/** What is remembered and what the evidence gives, at one moment of the database. */
async function both(countyId: string, now: Date): Promise<{ remembered: string[]; counted: string[] }> {
  const year = yearOf(dayOf(now));
  const years = [year - 1, year];
  return withCountyScope(countyId, { actor, now, readOnly: true }, async (scope) => {
    const remembered = await rememberedSums(scope, years);
    const period = { countyId, townshipId: null, today: dayOf(now) };
    const counted = [];
    for (const one of years)
      counted.push(
        ...(await sumEvidence(scope.tx, { ...period, fromYear: one, toYear: one }, await countedIn(scope))),
      );
    return { remembered: inOrder(remembered), counted: inOrder(counted) };
  });
}

const rows = async (countyId: string): Promise<number> =>
  withClient(inject("adminUrl"), async (admin) => {
    const sql = "SELECT count(*)::int AS count FROM figure_sums WHERE county_id = $1";
    return (await admin.query<{ count: number }>(sql, [countyId])).rows[0]?.count ?? 0;
  });

describe("sums that are remembered", () => {
  test(`are what the evidence gives after each of ${steps} changes, voids, imports and midnights [R72]`, async () => {
    const random = randomOf(seed);
    const begun = performance.now();
    const made = new Map<string, number>();
    let day = dayOf(new Date());
    const { county } = world.home;
    for (let step = 0; step < steps && performance.now() - begun < mostSeconds * 1_000; step += 1) {
      if (random.chance(0.05)) day = addDays(day, random.pick([1, 1, 7, 40]));
      const procedure = random.pick(changes);
      const role = random.pick(roles.filter((one) => may(one, procedure.permission)));
      const place = random.pick(world.places.filter((one) => one.county.id === county.id));
      const caller = callerAs(role, county, place.township, noon(day));
      const answer = await call(caller, procedure.path, inputFor(procedure, place, random));
      if (!answer.ok) continue;
      made.set(procedure.path, (made.get(procedure.path) ?? 0) + 1);
      const { remembered, counted } = await both(county.id, noon(day));
      expect(remembered, `after ${procedure.path} on ${day}`).toEqual(counted);
    }
    process.stdout.write(
      `${[...made.values()].reduce((sum, one) => sum + one, 0)} changes of ${made.size} procedures\n`,
    );
    expect(made.size).toBeGreaterThan(changes.length / 10);
    expect(await rows(county.id)).toBeGreaterThan(0);
  }, 240_000);
});
