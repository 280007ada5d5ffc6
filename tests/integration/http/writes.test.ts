import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nextNumber } from "@/server/db/numbers";
import { newRecord } from "@/server/db/record";
import { type TownshipScope, withTownshipScope } from "@/server/db/scope";
import { command } from "@/server/trpc/command";
import { router, t } from "@/server/trpc/init";
import { townshipChange } from "@/server/trpc/inputs";
import { townshipCommand } from "@/server/trpc/procedures";
import { signedInAs, type SignedIn } from "../../support/signed-in";
import { createCounty, newKey, sessionAs, type TestCounty, type TestTownship } from "../../support/tenants";
import { behind, idOf, send } from "./web";

let county: TestCounty;
let home: TestTownship;
let clerk: SignedIn;

beforeAll(async () => {
  county = await createCounty(["甲镇"]);
  const [first] = county.townships;
  if (!first) throw new Error("a township was asked for");
  home = first;
  clerk = await signedInAs("townshipStaff", county, home);
});

const unit = (name: string) => ({ township: home.code, idempotencyKey: newKey(), name, kind: "government" });
const unitsNamed = (name: string) =>
  behind<{ id: string; entered_at: Date }>(
    "SELECT id, entered_at FROM handling_unit WHERE county_id = $1 AND name = $2",
    [county.id, name],
  );
const audits = (recordId: string) =>
  behind<{ action: string; actor_id: string }>(
    "SELECT action, actor_id FROM audit_event WHERE county_id = $1 AND record_id = $2",
    [county.id, recordId],
  );

const actor = { accountId: randomUUID(), name: "测试", role: "townshipStaff", ip: null, requestId: null };
const inScope = <Result>(work: (scope: TownshipScope) => Promise<Result>): Promise<Result> =>
  withTownshipScope(
    { as: "township", countyId: county.id, townshipId: home.id },
    { actor, now: new Date(), readOnly: false },
    work,
  );

const unitRow = (scope: TownshipScope, name: string) => ({
  ...newRecord(scope, { occurredOn: "2026-03-01" }),
  name,
  pinyin: "x",
  initials: "x",
});

describe("[S65] one submission, however often it is sent", () => {
  test("twenty times at once with one key: one row, one answer", async () => {
    const input = unit("二十次");
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => send("units.create", input, clerk.cookie)),
    );
    const ids = new Set(answers.map((answer) => idOf(answer)));
    expect(ids.size).toBe(1);
    expect(await unitsNamed("二十次")).toHaveLength(1);
    expect(await audits([...ids][0] ?? "")).toHaveLength(1);
  });

  test("the same key for something else is 422 and changes nothing", async () => {
    const input = unit("原来的");
    idOf(await send("units.create", input, clerk.cookie));
    expect((await send("units.create", { ...input, name: "换过的" }, clerk.cookie)).status).toBe(422);
    expect(await unitsNamed("换过的")).toEqual([]);
  });

  test("a key belongs to its account: another's does not give one's own answer away", async () => {
    const input = unit("同一把钥匙");
    const mine = idOf(await send("units.create", input, clerk.cookie));
    const colleague = await signedInAs("townshipStaff", county, home);
    const theirs = await send("units.create", { ...input, name: "同事的" }, colleague.cookie);
    expect(idOf(theirs)).not.toBe(mine);
  });
});

describe("[S68] numbers of a register", () => {
  test("a hundred taken at once, ten of them given back: unique, and without a gap", async () => {
    const taken = await Promise.allSettled(
      Array.from({ length: 100 }, (_, index) =>
        inScope(async (scope) => {
          const number = await nextNumber(scope, "test", 2026);
          if (index % 10 === 7) throw new Error("this record was not saved");
          return number;
        }),
      ),
    );
    const numbers = taken.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 90 }, (_, index) => index + 1));
  });
});

describe("[S74] every change leaves its audit row, in the same transaction", () => {
  const probe = router({
    silent: townshipCommand("suggestions:write")
      .input(townshipChange({}))
      .mutation(
        command(async (scope: TownshipScope) => {
          await scope.tx.handlingUnit.create({ data: unitRow(scope, "没有留痕") });
          return { done: true };
        }),
      ),
  });

  test("a command that writes none is refused and undone", async () => {
    const caller = t.createCallerFactory(probe)({
      session: sessionAs("townshipStaff", county, home),
      ip: null,
      requestId: "r",
      now: new Date(),
    });
    await expect(caller.silent({ township: home.code, idempotencyKey: newKey() })).rejects.toThrow();
    expect(await unitsNamed("没有留痕")).toEqual([]);
  });

  test("a change names who made it", async () => {
    const id = idOf(await send("units.create", unit("留痕的"), clerk.cookie));
    expect(await audits(id)).toEqual([
      { action: expect.stringContaining("unit") as string, actor_id: clerk.accountId },
    ]);
  });

  test("a refused one leaves none, but is written down among the denials", async () => {
    const viewer = await signedInAs("townshipViewer", county, home);
    const count = () =>
      behind<{ count: number }>("SELECT count(*)::int AS count FROM audit_event WHERE county_id = $1", [
        county.id,
      ]);
    const before = await count();
    expect((await send("units.create", unit("不许"), viewer.cookie)).status).toBe(403);
    expect(await count()).toEqual(before);
    const denials = await behind<{ detail: unknown }>(
      "SELECT detail FROM access_log WHERE account_id = $1 AND kind = 'denied'",
      [viewer.accountId],
    );
    expect(denials).toEqual([{ detail: { path: "units.create", code: "FORBIDDEN" } }]);
  });
});

describe("[S77][S62] when the audit row cannot be written", () => {
  let broken: TestCounty;
  const name = `fail_${randomUUID().slice(0, 8)}`;

  beforeAll(async () => {
    broken = await createCounty(["丙镇"]);
    await behind(
      `CREATE FUNCTION public.${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'disk /var/lib/secret of host db-7: SELECT * FROM account'; END $$`,
    );
    await behind(
      `CREATE TRIGGER ${name} BEFORE INSERT ON audit_event FOR EACH ROW WHEN (NEW.county_id = '${broken.id}') EXECUTE FUNCTION public.${name}()`,
    );
  });
  afterAll(async () => {
    await behind(`DROP TRIGGER ${name} ON audit_event`);
    await behind(`DROP FUNCTION public.${name}()`);
  });

  test("the business row is not written either, and the answer holds a number and nothing of the inside", async () => {
    const [township] = broken.townships;
    const { cookie } = await signedInAs("townshipStaff", broken, township);
    const input = { ...unit("留不下痕"), township: township?.code };
    const { status, text } = await send("units.create", input, cookie);
    expect(status).toBe(500);
    expect(await behind("SELECT id FROM handling_unit WHERE county_id = $1", [broken.id])).toEqual([]);
    const data = (JSON.parse(text) as { error: { json: { message: string; data: { requestId: string } } } })
      .error.json;
    expect(data.message).toContain(data.data.requestId);
    expect(data.data.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(text).not.toMatch(
      /SELECT|INSERT|account|secret|db-7|prisma|postgres|plpgsql|at .*\.(ts|js)|node_modules|stack/i,
    );
  });
});

describe("[S69] only the server's clock counts", () => {
  test("a time of entry sent along is refused, and one in the headers is ignored", async () => {
    for (const forged of [{ enteredAt: "2020-01-01T00:00:00Z" }, { submittedAt: "2020-01-01" }, { now: 0 }]) {
      expect((await send("units.create", { ...unit("改时间"), ...forged }, clerk.cookie)).status).toBe(400);
    }
    const before = Date.now();
    idOf(
      await send("units.create", unit("看时间"), clerk.cookie, {
        date: "Wed, 01 Jan 2020 00:00:00 GMT",
        "x-now": "2020-01-01",
      }),
    );
    const [row] = await unitsNamed("看时间");
    expect(row?.entered_at.getTime()).toBeGreaterThanOrEqual(before - 5);
    expect(row?.entered_at.getTime()).toBeLessThanOrEqual(Date.now() + 5);
  });
});

describe("[S18] a statement that comes too late", () => {
  test("one that runs longer than its limit is stopped and its transaction undone", async () => {
    const slow = inScope(async (scope) => {
      await scope.tx.handlingUnit.create({ data: unitRow(scope, "太慢的") });
      await scope.tx.$executeRaw`SET LOCAL statement_timeout = '100ms'`;
      await scope.tx.$queryRaw`SELECT 1 AS one FROM pg_sleep(2)`;
    });
    await expect(slow).rejects.toThrow();
    expect(await unitsNamed("太慢的")).toEqual([]);
  });

  test("a scope kept beyond its transaction reads and writes nothing [S16]", async () => {
    const kept = await inScope((scope) => Promise.resolve(scope));
    await expect(kept.tx.$queryRaw`SELECT id FROM handling_unit`).rejects.toThrow();
    await expect(kept.tx.handlingUnit.create({ data: unitRow(kept, "留着的") })).rejects.toThrow();
    expect(await unitsNamed("留着的")).toEqual([]);
  });

  test("[S89] a transaction left idle is ended by the database, and the next one works", async () => {
    const idle = inScope(async (scope) => {
      await scope.tx.handlingUnit.create({ data: unitRow(scope, "闲着的") });
      await scope.tx.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = '100ms'`;
      await new Promise((resolve) => setTimeout(resolve, 600));
      await scope.tx.handlingUnit.create({ data: unitRow(scope, "再来的") });
    });
    await expect(idle).rejects.toThrow();
    expect([...(await unitsNamed("闲着的")), ...(await unitsNamed("再来的"))]).toEqual([]);
    expect(await inScope((scope) => scope.tx.handlingUnit.count())).toBeGreaterThan(0);
  });
});
