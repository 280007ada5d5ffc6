import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { pool } from "@/server/db/client";
import { inTurnOf, type Lane } from "@/server/db/turns";
import { ask, type Answered, send } from "../http/web";
import { signedInAs } from "../../support/signed-in";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

let county: TestCounty;
let home: TestTownship;
let officer: string;
let clerk: string;
const releases: (() => void)[] = [];

beforeAll(async () => {
  county = await createCounty(["高亭镇", "东沙镇"]);
  [home] = county.townships as [TestTownship, TestTownship];
  ({ cookie: officer } = await signedInAs("countyStaff", county));
  ({ cookie: clerk } = await signedInAs("townshipStaff", county, home));
});
afterEach(() => {
  for (const release of releases.splice(0)) release();
});

const comparison = () => ask("oversight.comparison", { year: 2026 }, officer);
const list = () => ask("units.list", { township: home.code }, clerk);
const figures = () => ask("today.figures", { township: home.code }, clerk);
const create = (name: string) =>
  send("units.create", { township: home.code, idempotencyKey: newKey(), name, kind: "other" }, clerk);

async function timed(work: Promise<Answered>): Promise<Answered & { ms: number }> {
  const begun = performance.now();
  return { ...(await work), ms: performance.now() - begun };
}
const crowd = <Value>(size: number, call: () => Value): Value[] => Array.from({ length: size }, call);

function isPolite({ status, text, ms }: Answered & { ms: number }): void {
  expect(ms).toBeLessThan(10_000);
  if (status === 200) return;
  expect(status).toBe(503);
  expect(text).toContain("现在使用的人多，请稍后再试。");
}

/** All places of a lane are taken until the test lets go. */
function takeEveryTurn(lane: Lane = "reads", places = 4): void {
  for (let place = 0; place < places; place += 1)
    void inTurnOf(lane)(() => new Promise<void>((resolve) => releases.push(resolve)));
}

/** All connections are in somebody's hands until the test lets go. */
async function takeEveryConnection(): Promise<void> {
  const taken = await Promise.all(crowd(10, () => pool().connect()));
  for (const connection of taken) releases.push(() => connection.release());
}

describe("sixty-four people who compare the county at once", () => {
  test("get the same right answer each, or are told that many are here, and lists are answered meanwhile", async () => {
    const right = (await comparison()).text;
    const compared = crowd(64, () => timed(comparison()));
    const listed = await Promise.all(crowd(8, () => timed(list())));
    for (const { status, ms } of listed) {
      expect(status).toBe(200);
      expect(ms).toBeLessThan(3_000);
    }
    const answers = await Promise.all(compared);
    answers.forEach(isPolite);
    const texts = new Set(answers.filter(({ status }) => status === 200).map(({ text }) => text));
    expect([...texts]).toEqual([right]);
  });

  test("are turned away in time when the turns before theirs do not end; lists, figures and changes wait for none of it", async () => {
    await Promise.all(crowd(4, list));
    takeEveryTurn();
    const compared = crowd(64, () => timed(comparison()));
    const light = await Promise.all([
      ...crowd(8, () => timed(list())),
      timed(figures()),
      timed(create("人多时")),
    ]);
    for (const { status, ms } of light) {
      expect(status).toBe(200);
      expect(ms).toBeLessThan(3_000);
    }
    const answers = await Promise.all(compared);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
    answers.forEach(isPolite);
    for (const release of releases.splice(0)) release();
    expect((await comparison()).status).toBe(200);
  });
});

test("a file whose sender has hung up while it waited is not brought in when its turn comes", async () => {
  takeEveryTurn("imports", 2);
  const impatient = new AbortController();
  const rows = [{ line: 2, cells: { 单位名称: "挂断前的单位" } }];
  const input = { township: home.code, idempotencyKey: newKey(), rows };
  const sent = timed(send("funds.importRows", input, clerk, {}, impatient.signal));
  await sleep(500);
  impatient.abort();
  const { status, text, ms } = await sent;
  expect(ms).toBeLessThan(2_000);
  expect({ status, text }).toMatchObject({
    status: 503,
    text: expect.stringContaining("没有保存") as string,
  });
});

describe("with every connection of the pool in use", () => {
  test("reads are told that many are here, changes that they are not saved, all in time", async () => {
    await takeEveryConnection();
    const [changed, ...read] = await Promise.all([
      timed(create("没有连接")),
      ...crowd(16, () => timed(list())),
      ...crowd(16, () => timed(figures())),
      ...crowd(32, () => timed(comparison())),
    ]);
    for (const answer of read) {
      expect(answer.status).toBe(503);
      isPolite(answer);
    }
    expect(changed.status).toBe(503);
    expect(changed.text).toMatch(/人多/);
    for (const release of releases.splice(0)) release();
    expect((await list()).status).toBe(200);
  });

  test("also when it is only the work itself that finds none: who asks is known already", async () => {
    const caller = callerAs("townshipStaff", county, home);
    await takeEveryConnection();
    const failure = (work: Promise<unknown>) =>
      work.then(String, (error: unknown) => (error as Error).message);
    const input = { township: home.code };
    const unit = { ...input, idempotencyKey: newKey(), name: "没有连接", kind: "other" as const };
    const works = [caller.units.list(input), caller.today.figures(input), caller.units.create(unit)];
    expect(await Promise.all(works.map(failure))).toEqual([
      "现在使用的人多，请稍后再试。",
      "现在使用的人多，请稍后再试。",
      "现在使用的人多，没有保存。请稍后再试。",
    ]);
  });
});
