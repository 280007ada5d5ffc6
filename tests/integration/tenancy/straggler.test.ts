import { beforeAll, describe, expect, test } from "vitest";
import { pool } from "@/server/db/client";
import { type TownshipScope, withTownshipScope } from "@/server/db/scope";
import { behind } from "../http/web";
import { createCounty, type TestCounty, type TestTownship } from "../../support/tenants";

const actor = { accountId: "", name: "测试", role: "townshipStaff", ip: null, requestId: null };

let one: TestCounty;
let other: TestCounty;
beforeAll(async () => {
  one = await createCounty(["高亭镇"]);
  other = await createCounty(["东沙镇"]);
});

const within = <Result>({ id, townships }: TestCounty, work: (scope: TownshipScope) => Promise<Result>) => {
  const [township] = townships as [TestTownship];
  const tenant = { as: "township" as const, countyId: id, townshipId: township.id };
  return withTownshipScope(tenant, { actor, readOnly: true }, work);
};

type Ask = (scope: TownshipScope) => Promise<unknown>;
const statement: Ask = ({ tx }) => tx.$queryRaw`SELECT id FROM township`;
const often: Ask = ({ tx }) => tx.$often`SELECT id FROM township`;
const model: Ask = ({ tx }) => tx.township.findMany({ select: { id: true } });
const nested: Ask = ({ tx }) =>
  tx.township.findMany({ select: { id: true, deputies: { select: { id: true } } } });
const nothing: Ask = () => Promise.resolve();

const endings: Record<string, () => Promise<void>> = {
  "came to its end": () => Promise.resolve(),
  failed: () => Promise.reject(new Error("one of several failed")),
};

/** What a scope's leavings are told while its connection is in another county's scope. */
async function toldAfter(first: Ask, end: () => Promise<void>, straggler: Ask): Promise<string> {
  // All connections but one are taken, so that the next scope has the same.
  const taken = await Promise.all(Array.from({ length: 9 }, () => pool().connect()));
  try {
    const left: TownshipScope[] = [];
    const ended = within(one, async (scope) => {
      left.push(scope);
      await first(scope);
      await end();
    });
    await ended.catch(() => undefined);
    return await within(other, async (scope) => {
      const [gone] = left;
      const told = gone === undefined ? "nobody left" : straggler(gone);
      return Promise.resolve(told).then(
        (rows) => `was given ${JSON.stringify(rows)}`,
        async (error: unknown) =>
          `${String(error)}; ${JSON.stringify(await scope.tx.$queryRaw`SELECT 1 AS alive`)}`,
      );
    });
  } finally {
    for (const connection of taken) connection.release();
  }
}

describe.each(Object.entries(endings))("what still runs when its scope %s", (_, end) => {
  test.each([
    ["a statement", nothing, statement],
    ["a statement asked all day", nothing, often],
    ["a first model", nothing, model],
    ["another model", model, model],
  ])("asks nothing of whoever has the connection next: %s", async (_name, first, straggler) => {
    expect(await toldAfter(first, end, straggler)).toMatch(/ended|already closed.*alive/s);
  });
});

test("a model that is still being read when its scope fails reads on in no other scope", async () => {
  const taken = await Promise.all(Array.from({ length: 9 }, () => pool().connect()));
  try {
    let reading: Promise<unknown> = Promise.resolve();
    const failed = within(one, (scope) => {
      reading = nested(scope).then(JSON.stringify, String);
      return Promise.reject(new Error("one of several failed"));
    });
    await failed.catch(() => undefined);
    const [township] = other.townships as [TestTownship];
    const seen = await within(other, async (scope) => [await reading, await statement(scope)]);
    expect(seen[0]).not.toContain(township.id);
    expect(seen[1]).toEqual([{ id: township.id }]);
  } finally {
    for (const connection of taken) connection.release();
  }
});

test("a statement planned before its table was changed fails once, not for as long as its connection lasts", async () => {
  const taken = await Promise.all(Array.from({ length: 9 }, () => pool().connect()));
  await behind("CREATE TABLE changed_beneath (one int); GRANT SELECT ON changed_beneath TO scope_township");
  try {
    const asked = () => within(one, ({ tx }) => tx.$often`SELECT one FROM changed_beneath`);
    expect(await asked()).toEqual([]);
    await behind("ALTER TABLE changed_beneath ALTER one TYPE text");
    await expect(asked()).rejects.toThrow("cached plan");
    expect(await asked()).toEqual([]);
  } finally {
    await behind("DROP TABLE changed_beneath");
    for (const connection of taken) connection.release();
  }
});
