import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { behind } from "../http/web";
import {
  callerOf,
  createCounty,
  newKey,
  sessionAs,
  type TestCounty,
  type TestTownship,
} from "../../support/tenants";

let county: TestCounty;
let home: TestTownship;

/** One person of the office and one of the county, at an hour of a day in Shanghai. */
const at = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`);
const me = randomUUID();
const mate = randomUUID();
const office = (day: string, time = "10:00", accountId = me) =>
  callerOf({ ...sessionAs("townshipStaff", county, home), accountId }, at(day, time));
const staff = (day: string, time = "10:00") =>
  callerOf({ ...sessionAs("countyStaff", county), accountId: me }, at(day, time));
const heard = (day: string, time = "10:00", accountId = me) =>
  office(day, time, accountId).notifications.township({ township: home.code });
/** Of the notice: the quarter's presidium meeting is due as well. */
const ofNotice = async (day: string, time = "10:00", accountId = me) =>
  (await heard(day, time, accountId)).rows.filter((row) => row.title === title);
const told = async (day: string, time = "10:00") =>
  (await ofNotice(day, time)).map((row) => [row.threshold, row.title]);

const title = "关于报名单的通知";
async function send(day: string, time = "10:00", called = title) {
  const { notices } = staff(day, time);
  const said = {
    title: called,
    body: "请报名单",
    importance: "normal" as const,
    asked: "报名单",
    dueOn: "2026-06-25",
  };
  const { id } = await notices.draft({ ...said, idempotencyKey: newKey() });
  await notices.send({ idempotencyKey: newKey(), id, version: 1 });
  return id;
}

beforeAll(async () => {
  county = await createCounty(["高亭镇"]);
  [home] = county.townships as [TestTownship];
});

describe("somebody is told of everything due, and of nothing twice [R99]", () => {
  it("what came in the evening waits for the morning; the office hears of it then", async () => {
    await send("2026-06-08", "21:00");
    expect(await told("2026-06-08", "21:30")).toEqual([]);
    expect(await told("2026-06-09", "07:59")).toEqual([]);
    expect(await told("2026-06-09", "08:00")).toEqual([["news", title]]);
  });

  it("ten days before, on the day and after it, each threshold once however often it is asked for", async () => {
    expect(await told("2026-06-15")).toEqual([["ahead", title]]);
    const keys = async (day: string) => (await ofNotice(day)).map(({ key }) => key).sort();
    expect(await keys("2026-06-15")).toEqual(await keys("2026-06-16"));
    expect(await told("2026-06-25")).toEqual([["today", title]]);
    expect(await told("2026-06-26")).toEqual([["overdue", title]]);
    expect(await keys("2026-06-26")).toEqual(await keys("2026-07-17"));
  });

  it("what was seen is not new any more, what was put away is gone, and each for oneself", async () => {
    const other = await send("2026-06-09", "10:00", "关于座谈会的通知");
    const before = await heard("2026-06-15");
    expect(before.unread).toBe(2);
    const [first, second] = before.rows.map(({ keys }) => keys) as [string[], string[]];
    const { notifications } = office("2026-06-15");
    await notifications.mark({ keys: first, dismiss: false });
    await notifications.mark({ keys: first, dismiss: false });
    expect(await heard("2026-06-15")).toMatchObject({ unread: 1 });
    await notifications.mark({ keys: second, dismiss: true });
    // Seen later, it does not come back.
    await notifications.mark({ keys: second, dismiss: false });
    const after = await heard("2026-06-15");
    expect(after.rows.map(({ keys, opened }) => [keys, opened])).toEqual([[first, true]]);
    expect((await heard("2026-06-15", "10:00", mate)).unread).toBe(2);
    // Its next threshold is told, though what came before was put away.
    expect((await heard("2026-06-25")).rows.filter(({ threshold }) => threshold === "today")).toHaveLength(2);
    const { notices } = staff("2026-06-15", "11:00");
    await notices.recall({ idempotencyKey: newKey(), id: other, version: 2, reason: "并入另一件" });
  });

  it("a matter with the longest title is put away like any other, and nobody keeps marks without end", async () => {
    const person = randomUUID();
    const { notifications } = office("2026-06-15", "10:00", person);
    const long = `suggestionReply:${"长".repeat(200)}:2026-06-25:ahead`;
    await notifications.mark({ keys: [long], dismiss: true });
    for (let turn = 0; turn < 9; turn += 1)
      await notifications.mark({ keys: Array.from({ length: 500 }, (_, nth) => `invented:${turn}:${nth}`) });
    const [kept] = await behind<{ n: number }>(
      "SELECT count(*)::int AS n FROM notification_mark WHERE account_id = $1",
      [person],
    );
    expect(kept?.n).toBe(4000);
  });

  it("the digest is one a day, and none on a day off", async () => {
    const digest = async (day: string) => (await heard(day, "10:00", mate)).digest;
    expect(await digest("2026-06-24")).toMatchObject({ on: "2026-06-24", overdue: 0, today: 0, week: 2 });
    expect(await digest("2026-06-26")).toMatchObject({ key: "digest:2026-06-26", overdue: 1 });
    // Sunday still shows Friday's, and nothing new.
    expect(await digest("2026-06-28")).toMatchObject({ key: "digest:2026-06-26" });
    expect((await heard("2026-06-28", "10:00", mate)).isQuiet).toBe(true);
  });

  it("somebody sets quiet hours of one's own", async () => {
    await office("2026-06-09").notifications.setQuiet({ quietFrom: 0, quietUntil: 0, quietDaysOff: false });
    expect(await heard("2026-06-28", "03:00")).toMatchObject({
      isQuiet: false,
      quiet: { quietDaysOff: false },
    });
    expect(await heard("2026-06-28", "03:00", mate)).toMatchObject({ isQuiet: true });
  });

  it("what is done disappears by itself", async () => {
    const { notices } = office("2026-06-27");
    const { rows } = await notices.own({ township: home.code, year: 2026 });
    const row = rows.find((one) => one.title === title);
    const seen = (version: number) => ({
      ...{ township: home.code, idempotencyKey: newKey(), id: row?.id ?? "", version },
    });
    await notices.open(seen(1));
    await notices.sign(seen(2));
    await notices.done({ ...seen(3), doneOn: "2026-06-27", doneText: "已报" });
    expect(await told("2026-06-29")).toEqual([]);
  });
});

describe("the county is told of what waits for it [R99]", () => {
  it("a request from its sending on, then by its days", async () => {
    const asked = { kind: "funding" as const, title: "活动经费", content: "请协调" };
    await office("2026-07-01").requests.send({ ...asked, township: home.code, idempotencyKey: newKey() });
    const rows = (await staff("2026-07-02").notifications.county({})).rows;
    const of = rows.filter((row) => row.title.endsWith(asked.title));
    expect(of.map(({ threshold, what, note }) => [threshold, what, note])).toEqual([
      ["ahead", "乡镇请示待收件", expect.stringContaining("乡镇送来请示")],
    ]);
    // Whose it is stands before what it is about, whichever way it is told.
    for (const { title: said } of of) expect(said).toBe(`高亭镇：${asked.title}`);
    expect(of[0]?.href).toMatch(new RegExp(`^/c/${county.code}/requests/`));
  });
});
