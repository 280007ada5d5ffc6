import { beforeAll, describe, expect, it } from "vitest";
import { noon } from "../../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { callsOf, issued, partIn } from "../joint-tasks/joint";

let county: TestCounty;
let home: TestTownship;
let other: TestTownship;

const staff = (day: string) => callerAs("countyStaff", county, undefined, noon(day));
const office = (town: TestTownship, day: string) => callerAs("townshipStaff", county, town, noon(day));
const call = { way: "call" as const, countyPerson: "代表工委", subject: "代表小组经费" };
const enter = (town: TestTownship, occurredOn: string, more: object = {}) =>
  staff("2026-06-20").liaison.enter({
    ...{ ...call, occurredOn, townshipId: town.id, idempotencyKey: newKey(), ...more },
  });
const enterOwn = (town: TestTownship, occurredOn: string, more: object = {}) =>
  office(town, "2026-06-20").liaison.enterOwn({
    ...{ ...call, occurredOn, township: town.code, idempotencyKey: newKey(), ...more },
  });
const silence = async (day: string) => {
  const { townships, silent } = await staff(day).liaison.silence({});
  return { silent, of: new Map(townships.map((one) => [one.name, one])) };
};

beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇"]);
  [home, other] = county.townships as [TestTownship, TestTownship];
});

describe("both sides write down that they were in touch, each contact once [R95]", () => {
  it("what the other side has written is found again; another one of the day is asked about", async () => {
    await enter(home, "2026-06-10");
    await expect(enterOwn(home, "2026-06-10")).rejects.toThrow("县人大已经登记了 2026-06-10 的这次电话");
    const another = { subject: "接待日安排" };
    await expect(enterOwn(home, "2026-06-10", another)).rejects.toThrow("不是同一次");
    await enterOwn(home, "2026-06-10", { ...another, sure: true });
    await enter(other, "2026-06-10");
    const { rows } = await office(home, "2026-06-20").liaison.ownLog({ township: home.code, year: 2026 });
    expect(rows.map(({ side, subject }) => [side, subject])).toEqual([
      ["township", "接待日安排"],
      ["county", "代表小组经费"],
    ]);
  });

  it("whoever wrote it strikes it out; then it counts no more", async () => {
    const { id } = await enterOwn(home, "2026-06-12", { subject: "误登" });
    const reason = { idempotencyKey: newKey(), id, version: 1, reason: "误登" };
    await expect(staff("2026-06-20").liaison.strike(reason)).rejects.toThrow("请对方作废");
    await office(home, "2026-06-20").liaison.strikeOwn({ ...reason, township: home.code });
    expect((await silence("2026-06-20")).of.get("高亭镇")?.last?.day).toBe("2026-06-10");
  });
});

describe("a township nobody has heard of for long is told to the county [R95]", () => {
  it("by the number of days the county sets, with what counted last", async () => {
    expect((await silence("2026-08-09")).silent).toBe(0);
    expect(await silence("2026-08-10")).toMatchObject({ silent: 2 });
    const asked = await staff("2026-08-10").notifications.county({});
    expect(asked.rows.filter(({ what }) => what === "乡镇很久没有联系").map(({ title }) => title)).toEqual(
      expect.arrayContaining(["高亭镇", "衢山镇"]),
    );
    await staff("2026-08-10").liaison.setSilence({ idempotencyKey: newKey(), version: null, days: 90 });
    expect((await silence("2026-08-10")).silent).toBe(0);
  });

  it("a request, a notice that was signed for and a joint visit are contact, too", async () => {
    const asked = { kind: "other" as const, title: "换届准备", content: "请指导" };
    await office(home, "2026-08-03").requests.send({
      ...asked,
      township: home.code,
      idempotencyKey: newKey(),
    });
    expect((await silence("2026-08-10")).of.get("高亭镇")?.last).toEqual({
      source: "request",
      day: "2026-08-03",
    });
    const text = { title: "通知", body: "请知悉", importance: "normal" as const };
    const { notices } = staff("2026-08-04");
    const { id } = await notices.draft({ ...text, townships: [home.id], idempotencyKey: newKey() });
    await notices.send({ idempotencyKey: newKey(), id, version: 1 });
    const own = office(home, "2026-08-05").notices;
    const [row] = (await own.own({ township: home.code, year: 2026 })).rows;
    const seen = { township: home.code, id: row?.id ?? "" };
    await own.open({ ...seen, idempotencyKey: newKey(), version: 1 });
    // To have looked at it is no answer yet.
    expect((await silence("2026-08-10")).of.get("高亭镇")?.last?.source).toBe("request");
    await own.sign({ ...seen, idempotencyKey: newKey(), version: 2 });
    expect((await silence("2026-08-10")).of.get("高亭镇")?.last).toEqual({
      source: "notice",
      day: "2026-08-05",
    });
  });

  it("a visit counts once it was carried out", async () => {
    const calls = callsOf(county);
    const { id } = (await partIn(calls, other, "2026-05-20", await issued(calls, "2026-05-20", [other])))
      .part;
    const { jointTasks, change } = calls.of(other, "2026-06-20");
    await jointTasks.accept(change({ id, version: 2 }));
    expect((await silence("2026-06-20")).of.get("衢山镇")?.last).toEqual({
      source: "entry",
      day: "2026-06-10",
    });
    await jointTasks.carryOut(change({ id, version: 3, occurredOn: "2026-06-15" }));
    expect((await silence("2026-06-20")).of.get("衢山镇")?.last).toEqual({
      source: "visit",
      day: "2026-06-15",
    });
  });

  it("coming to what the county called together is contact, a visit among townships is none", async () => {
    const came = async (kind: "symposium" | "visit", heldOn: string) => {
      const { symposia } = staff("2026-06-20");
      const said = { kind, title: `${heldOn} 的活动`, heldOn, agenda: "交流", place: null, topic: null };
      const invitees = [
        { townshipId: other.id, part: "host" as const, speaksOn: null },
        { townshipId: home.id, part: "attend" as const, speaksOn: null },
      ];
      const { id } = await symposia.draft({ ...said, answerBy: null, invitees, idempotencyKey: newKey() });
      await symposia.invite({ idempotencyKey: newKey(), id, version: 1 });
      const held = { id, version: 2, minutes: "交流了做法。", roll: "衢山镇" };
      await staff("2026-06-30").symposia.record({ ...held, idempotencyKey: newKey() });
    };
    const last = async () => (await silence("2026-06-30")).of.get("衢山镇")?.last;
    const before = await last();
    await came("visit", "2026-06-26");
    expect(await last()).toEqual(before);
    await came("symposium", "2026-06-25");
    expect(await last()).toEqual({ source: "meeting", day: "2026-06-25" });
  });
});
