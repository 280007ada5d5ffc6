import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, inject, test } from "vitest";
import type { SessionOnRequest } from "@/server/auth/session";
import { createCaller } from "@/server/trpc/root";
import { withClient } from "../../scripts/lib/roles";
import { type BenchCounty, clock, size } from "../bench/dataset";
import { sessionAs, type TestTownship } from "../support/tenants";
import { measuredCounty } from "./county";

let county: BenchCounty;

beforeAll(async () => {
  county = await withClient(inject("adminUrl"), (admin) => measuredCounty(admin));
}, 240_000);

const callerOf = (session: SessionOnRequest) =>
  createCaller({ session, ip: null, requestId: randomUUID(), now: clock });
const staff = () => callerOf(sessionAs("countyStaff", county));
const clerkOf = (township: TestTownship) => callerOf(sessionAs("townshipStaff", county, township));

async function timed<Value>(work: Promise<Value>): Promise<{ value: Value; ms: number }> {
  const begun = performance.now();
  return { value: await work, ms: performance.now() - begun };
}

const last = size.years.at(-1) ?? 2026;
const comparison = (year = last) => timed(staff().oversight.comparison({ year }));

describe("a county of thirty townships after five years, on this server with its own defaults", () => {
  test("is compared in half a second, whatever the server compiles by default [R72]", async () => {
    await comparison();
    const times: number[] = [];
    for (const year of size.years.slice(1)) times.push((await comparison(year)).ms);
    // The bar of the benchmark is 300 ms on a quiet machine; here others work beside.
    expect(Math.min(...times)).toBeLessThan(600);
  });

  test("is compared by eight people at once, and none is turned away [R72]", async () => {
    const asked = await Promise.all(
      size.years
        .concat(size.years)
        .slice(0, 8)
        .map((year) => comparison(year)),
    );
    expect(asked).toHaveLength(8);
    expect(Math.max(...asked.map(({ ms }) => ms))).toBeLessThan(6_000);
  });

  test("is asked for by sixty-four at once: each is answered, or told within ten seconds to come again, and lists stay quick [R72]", async () => {
    const answers = Array.from({ length: 64 }, () =>
      timed(
        comparison().then(
          () => "right",
          (error: unknown) => (error as Error).message,
        ),
      ),
    );
    const lists: number[] = [];
    for (const township of county.townships.slice(0, 12)) {
      const { suggestions } = clerkOf(township);
      lists.push((await timed(suggestions.list({ township: township.code }))).ms);
    }
    for (const { value, ms } of await Promise.all(answers)) {
      expect(["right", "现在使用的人多，请稍后再试。"]).toContain(value);
      expect(ms).toBeLessThan(10_000);
    }
    // The middle one: a machine that others use too may hold up any single one.
    expect(lists.sort((one, other) => one - other)[6]).toBeLessThan(1_000);
  });

  test("reads lists and writes records for sixteen clerks at once without an error", async () => {
    const clerk = async (index: number) => {
      const township = county.townships[index];
      if (township === undefined) throw new Error("no such township");
      const caller = clerkOf(township);
      for (let round = 0; round < 5; round += 1) {
        const list = await caller.suggestions.list({ township: township.code, page: round + 1 });
        expect(list.total).toBeGreaterThan(0);
        await caller.today.figures({ township: township.code });
        await caller.units.create({
          township: township.code,
          idempotencyKey: randomUUID(),
          name: `负载单位${round}`,
          kind: "other",
        });
      }
    };
    await Promise.all(Array.from({ length: 16 }, (_, index) => clerk(index)));
  });
});
