import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { GET as readyz } from "@/app/api/readyz/route";
import { signIn } from "@/server/auth/sign-in";
import { ask, behind, send } from "../http/web";
import { type Gate, gateTo } from "../../support/gate";
import { signedInAs } from "../../support/signed-in";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

let gate: Gate;
let county: TestCounty;
let home: TestTownship;
let cookie: string;
let officer: string;
const uncaught: unknown[] = [];
const note = (error: unknown) => void uncaught.push(error);

beforeAll(async () => {
  gate = await gateTo(inject("appUrl"));
  process.env["DATABASE_URL"] = gate.url;
  process.on("uncaughtException", note);
  process.on("unhandledRejection", note);
  county = await createCounty(["高亭镇"]);
  [home] = county.townships as [TestTownship];
  ({ cookie } = await signedInAs("townshipStaff", county, home));
  ({ cookie: officer } = await signedInAs("countyStaff", county));
});
beforeEach(async () => {
  // Connections are open and warm before anything happens to them.
  await Promise.all([list(), list(), list()]);
});
afterEach(() => {
  expect(uncaught).toEqual([]);
});
afterAll(async () => {
  process.off("uncaughtException", note);
  process.off("unhandledRejection", note);
  await gate.close();
});

const list = () => ask("units.list", { township: home.code }, cookie);
const figures = () => ask("today.figures", { township: home.code }, cookie);
const unit = (name: string) => ({ township: home.code, idempotencyKey: newKey(), name, kind: "other" });
const create = (name: string) => send("units.create", unit(name), cookie);

async function timed<Value>(work: Promise<Value>): Promise<{ value: Value; ms: number }> {
  const begun = performance.now();
  return { value: await work, ms: performance.now() - begun };
}

const isOutage = {
  status: 503,
  text: expect.stringMatching(/没有(保存|办成)|现在使用的人多，请稍后再试/) as string,
};

describe("a database that is frozen", () => {
  afterEach(() => gate.thaw());

  test("is told within seconds as 503 with what to do, by reads and writes alike, and works again once it runs [S89]", async () => {
    gate.freeze();
    const { value: ready, ms: readyMs } = await timed(readyz());
    expect(ready.status).toBe(503);
    expect(readyMs).toBeLessThan(3_000);
    const asked = await Promise.all([list, figures, () => create("冻结中")].map((call) => timed(call())));
    for (const { value, ms } of asked) {
      expect(value).toMatchObject(isOutage);
      expect(ms).toBeLessThan(16_000);
    }
    gate.thaw();
    expect((await list()).status).toBe(200);
    expect((await create("解冻后")).status).toBe(200);
    expect((await readyz()).status).toBe(200);
  }, 90_000);

  test("in the middle of a transaction is told as 503, and the connection is given to nobody else [S89]", async () => {
    const admin = new Client({ connectionString: inject("adminUrl") });
    await admin.connect();
    await admin.query("BEGIN");
    await admin.query("SELECT FROM audit_head WHERE county_id = $1 FOR UPDATE", [county.id]);
    const waiting = create("事务中间");
    await new Promise((resolve) => setTimeout(resolve, 300));
    gate.freeze();
    await admin.query("ROLLBACK");
    await admin.end();
    expect(await waiting).toMatchObject(isOutage);
    gate.thaw();
    expect((await list()).status).toBe(200);
  }, 90_000);

  test("leaves a sign-in waiting for seconds, not for ever, and says that the server is at fault [S89]", async () => {
    gate.freeze();
    const attempt = { username: "somebody", password: "x", ip: null, userAgent: null };
    const { value, ms } = await timed(signIn(attempt).catch((error: unknown) => error));
    expect(value).toBeInstanceOf(Error);
    expect(ms).toBeLessThan(16_000);
  }, 60_000);
});

describe("connections that break", () => {
  /** That a connection is gone may be learned only by whoever is given it next. */
  const answersAgain = () => expect.poll(async () => (await list()).status, { timeout: 10_000 }).toBe(200);

  test("while they are in use are told as 503, and end nothing but their own request [S89]", async () => {
    for (let round = 0; round < 5; round += 1) {
      const calls = [list(), figures(), create(`断线${round}`), list(), figures()];
      await new Promise((resolve) => setTimeout(resolve, round * 2));
      gate.cut();
      for (const answer of await Promise.all(calls)) {
        if (answer.status !== 200) expect(answer).toMatchObject(isOutage);
      }
    }
    await answersAgain();
  }, 60_000);

  test("because the administrator ended them are told as 503 likewise [S89]", async () => {
    // Other files' tests are on this database at the same time: their connections are not ours to end.
    const end = () =>
      behind(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE client_port = ANY ($1)`, [
        gate.clientPorts(),
      ]);
    for (let round = 0; round < 3; round += 1) {
      const calls = [list(), create(`终止${round}`), figures(), list()];
      // What was ended the round before must have been replaced before it can be ended again.
      await expect.poll(end).not.toEqual([]);
      for (const answer of await Promise.all(calls)) {
        if (answer.status !== 200) expect(answer).toMatchObject(isOutage);
      }
    }
    await answersAgain();
  }, 60_000);
});

describe("a database that is gone", () => {
  test("sixty-four readers and a writer are told so at once, and no reader that anything was not saved [S89]", async () => {
    const compare = () => ask("oversight.comparison", { year: 2026 }, officer);
    await gate.close();
    const readers = Array.from({ length: 64 }, (_, index) =>
      timed([list, figures, compare][index % 3]?.() ?? list()),
    );
    for (const { value, ms } of await Promise.all(readers)) {
      expect(value.status).toBe(503);
      expect(value.text).toMatch(/请稍后再试/);
      expect(value.text).not.toMatch(/保存/);
      expect(ms).toBeLessThan(10_000);
    }
    expect(await create("库不在")).toMatchObject(isOutage);
    // Who asks is known already, and the database goes away under the work itself.
    const caller = callerAs("townshipStaff", county, home);
    const said = (work: Promise<unknown>) => work.then(String, (error: unknown) => (error as Error).message);
    expect(await said(caller.units.list({ township: home.code }))).toMatch(/没有办成/);
    expect(await said(caller.today.figures({ township: home.code }))).toMatch(/没有办成/);
    expect(await said(caller.units.create({ ...unit("库不在"), kind: "other" }))).toMatch(/没有保存/);
  }, 60_000);
});
