import { beforeAll, describe, expect, test } from "vitest";
import { callerAs, createCounty, newKey, type TestCounty } from "../../support/tenants";
import { withAuthScope } from "@/server/db/scope";
import { sessionOfToken } from "@/server/auth/session";
import { signIn } from "@/server/auth/sign-in";

let county: TestCounty;

beforeAll(async () => {
  county = await createCounty(["甲镇", "乙镇", "丙乡"]);
});

const staff = () => callerAs("countyStaff", county);

const facts = {
  kind: "town" as const,
  class: null,
  population: 60_000,
  areaKm2: null,
  outputWan: null,
  sourceNote: null,
};

describe("the county's townships", () => {
  test("the county registers a township once; its code begins with the county's [R1]", async () => {
    const input = {
      idempotencyKey: newKey(),
      code: `${county.code}900`,
      name: "新镇",
      shortName: "新镇",
      ...facts,
    };
    await staff().tenancy.addTownship(input);
    const again = { ...input, idempotencyKey: newKey() };
    await expect(staff().tenancy.addTownship(again)).rejects.toMatchObject({
      code: "CONFLICT",
      cause: { details: { fields: { code: `代码 ${input.code} 已经登记过，请核对。` } } },
    });
    await expect(
      staff().tenancy.addTownship({ ...again, idempotencyKey: newKey(), code: "000000901" }),
    ).rejects.toThrow("应以本县代码");
    expect((await staff().tenancy.townships({})).map(({ name }) => name)).toContain("新镇");
  });

  test("a township without a chosen class gets it from the standard in force on saving, the default before any was set [R5]", async () => {
    const own = await createCounty([]);
    const office = callerAs("countyStaff", own);
    const add = (suffix: string, population: number) =>
      office.tenancy.addTownship({
        idempotencyKey: newKey(),
        code: `${own.code}${suffix}`,
        name: `镇${suffix}`,
        shortName: `镇${suffix}`,
        ...facts,
        population,
      });
    expect(await add("901", 60_000)).toMatchObject({ class: 1 });
    const none = { population: null, outputWan: null, areaKm2: null };
    await office.tenancy.setClassRule({
      idempotencyKey: newKey(),
      first: { ...none, population: 100_000 },
      second: { ...none, population: 50_000 },
      needed: 1,
    });
    expect(await add("902", 60_000)).toMatchObject({ class: 2 });
    expect((await office.tenancy.settings({})).classes.since).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect((await office.tenancy.townships({})).map((row) => row.class)).toEqual([2, 2]);
  });

  test("the class rule places townships by their figures and leaves those without figures alone [R5]", async () => {
    const rows = await staff().tenancy.townships({});
    const [first, second] = rows;
    if (!first || !second) throw new Error("two townships needed");
    await staff().tenancy.editTownship({
      idempotencyKey: newKey(),
      id: first.id,
      version: first.version,
      name: first.name,
      shortName: first.shortName,
      ...facts,
      class: 3,
    });
    const none = { population: null, outputWan: null, areaKm2: null };
    await staff().tenancy.setClassRule({
      idempotencyKey: newKey(),
      first: { ...none, population: 50_000 },
      second: { ...none, population: 10_000 },
      needed: 1,
    });
    const after = await staff().tenancy.townships({});
    expect(after.find((row) => row.id === first.id)?.class).toBe(1);
    expect(after.find((row) => row.id === second.id)?.class).toBe(second.class);
  });

  test("two people saving the same township: the second is told, and nothing of the first is lost [S66]", async () => {
    const [row] = await staff().tenancy.townships({});
    if (!row) throw new Error("a township needed");
    const save = (name: string) =>
      staff().tenancy.editTownship({
        idempotencyKey: newKey(),
        id: row.id,
        version: row.version,
        name,
        shortName: name,
        ...facts,
      });
    const results = await Promise.allSettled([save("先"), save("后")]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("a merged township's people lose their scope with the next request, its history stays readable [R1][S19]", async () => {
    const [, , gone] = county.townships;
    const [into] = county.townships;
    if (!gone || !into) throw new Error("three townships needed");
    const made = await callerAs("countyAccountAdmin", county).accounts.create({
      idempotencyKey: newKey(),
      username: `merged-${county.code}`,
      displayName: "测试员",
      role: "townshipStaff",
      townshipId: gone.id,
    });
    const signed = await signIn({
      username: made.username,
      password: made.password ?? "",
      ip: "10.9.9.9",
      userAgent: null,
    });
    if (typeof signed === "string") throw new Error(signed);
    expect(await sessionOfToken(signed.token, true)).not.toBeNull();
    const row = (await staff().tenancy.townships({})).find(({ id }) => id === gone.id);
    await staff().tenancy.mergeTownship({
      idempotencyKey: newKey(),
      id: gone.id,
      version: row?.version ?? 0,
      intoId: into.id,
      mergedOn: "2026-03-01",
    });
    expect(await sessionOfToken(signed.token, true)).toBeNull();
    expect(await staff().tenancy.township({ township: gone.code })).toMatchObject({ status: "merged" });
  });

  test("a county's own period stands beside the law's, with its reason [R1]", async () => {
    const before = (await staff().tenancy.settings({})).rules.find(
      ({ key }) => key === "suggestion.assignDays",
    );
    await staff().law.override({
      idempotencyKey: newKey(),
      ruleKey: "suggestion.assignDays",
      value: 10,
      reason: "本县交办从快",
      validFrom: "2026-01-01",
    });
    const after = (await staff().tenancy.settings({})).rules.find(
      ({ key }) => key === "suggestion.assignDays",
    );
    expect(after).toMatchObject({
      value: 10,
      overridden: { lawValue: before?.value, reason: "本县交办从快" },
    });
  });
});

describe("the audit", () => {
  test("every change is in the county's chain, and the chain holds [S74][S75]", async () => {
    const broken = await withAuthScope(async ({ tx }) => {
      await tx.$executeRaw`RESET ROLE`;
      await tx.$executeRaw`SELECT app.begin_scope('scope_audit', ${county.id}::uuid, NULL, true)`;
      return {
        links: await tx.$queryRaw<unknown[]>`SELECT * FROM app.broken_audit_link()`,
        rows: await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM audit_event`,
      };
    });
    expect(broken.links).toEqual([]);
    expect(broken.rows[0]?.n).toBeGreaterThan(3);
  });
});
