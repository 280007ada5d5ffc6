import { beforeAll, describe, expect, test } from "vitest";
import { addDays, dayOf, yearOf } from "@/lib/dates";
import { roles } from "@/lib/roles";
import { may } from "@/server/auth/permissions";
import { listProcedures } from "@/server/trpc/registry";
import { createWorld, type World } from "../isolation/world";
import { call } from "../support/call";
import { noon } from "../support/suggestions";
import { callerAs, callerOf, newKey, sessionAs } from "../support/tenants";
import { inputFor } from "./inputs";
import { randomOf, seedOfThisRun } from "./random";

const seed = seedOfThisRun();
const steps = Number(process.env["FUZZ_CHANGES"] ?? 400);
const mostSeconds = 45;
const year = yearOf(dayOf(new Date()));
const firstDay = `${year + 1}-01-05`;

let world: World;
beforeAll(async () => {
  process.stdout.write(`FUZZ_SEED=${seed} FUZZ_CHANGES=${steps}\n`);
  world = await createWorld();
  const staff = callerAs("countyStaff", world.home.county, undefined, noon(firstDay));
  await staff.assessments.adoptDefaultScheme({ year, idempotencyKey: newKey() });
  await staff.assessments.freezeYear({ year, note: null, idempotencyKey: newKey() });
}, 240_000);

const changes = listProcedures().filter(
  ({ kind, permission }) =>
    kind === "mutation" && !permission.startsWith("accounts:") && !permission.startsWith("platform:"),
);

/** Which other years there are changes with every record. */
const lasting = <Answer extends { years: unknown }>(answer: Answer) => ({ ...answer, years: null });

/** All that is read of the frozen year. */
async function frozen(day: string): Promise<string> {
  const staff = callerAs("countyStaff", world.home.county, undefined, noon(day));
  const scores = lasting(await staff.assessments.scores({ year }));
  const comparison = lasting(await staff.oversight.comparison({ year, class: null }));
  const { bundle } = await staff.assessments.exportBundle({ year });
  return JSON.stringify([scores, comparison, bundle?.hash]);
}

describe("a frozen year", () => {
  test(`is the same after each of ${steps} changes, whoever makes them and for whatever reason [R85]`, async () => {
    const random = randomOf(seed);
    const before = await frozen(firstDay);
    const begun = performance.now();
    const made = new Set<string>();
    let day = firstDay;
    for (let step = 0; step < steps && performance.now() - begun < mostSeconds * 1_000; step += 1) {
      if (random.chance(0.05)) day = addDays(day, random.pick([1, 1, 7, 40]));
      const procedure = random.pick(changes);
      const role = random.pick(roles.filter((one) => may(one, procedure.permission)));
      const place = random.pick(world.places.filter((one) => one.county.id === world.home.county.id));
      const session = sessionAs(role, place.county, place.township);
      const caller = callerOf(session, noon(day), random.chance(0.8) ? "随机修改" : null);
      const answer = await call(caller, procedure.path, inputFor(procedure, place, random));
      if (!answer.ok) continue;
      made.add(procedure.path);
      expect(await frozen(day), `after ${procedure.path} on ${day}`).toBe(before);
    }
    process.stdout.write(`changes of ${made.size} procedures\n`);
    expect(made.size).toBeGreaterThan(changes.length / 20);
  }, 240_000);
});
