import { createHash } from "node:crypto";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { withClient } from "../../../scripts/lib/roles";
import { noon } from "../../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { callsOf, issued, partIn, taskOf } from "./joint";

let county: TestCounty;
let home: TestTownship;
let next: TestTownship;
let calls: ReturnType<typeof callsOf>;

beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇"]);
  [home, next] = county.townships as [TestTownship, TestTownship];
  calls = callsOf(county);
});

const sha = (text: string) => createHash("sha256").update(text).digest("hex");
const units = ["粮站", "水厂", "市场", "养老院", "学校"];
const source = "福彩双色球第 2026060 期";
const key = () => ({ idempotencyKey: newKey() });
const lists = () => [
  { townshipId: home.id, units },
  { townshipId: next.id, units: ["粮站", "冷库"] },
];
const announced = (id: string, more: object = {}) => ({
  ...{ ...key(), id, seen: 0, source, opensOn: "2026-05-28", per: 2, reason: null, pools: lists() },
  ...more,
});

describe("the draw of inspected units [R87]", () => {
  it("is announced before its number, drawn once, and can be worked out by hand from what is printed", async () => {
    const id = await issued(calls, "2026-05-20", [home, next], { title: "双随机检查" });
    const early = calls.staff("2026-05-26");
    await early.announceDraw(announced(id));
    await expect(early.draw({ ...key(), id, number: 1, text: "08 12" })).rejects.toThrow("才产生");
    const staff = calls.staff("2026-05-28");
    await expect(staff.draw({ ...key(), id, number: 1, text: "见公告" })).rejects.toThrow("没有数字");
    const { seed } = await staff.draw({ ...key(), id, number: 1, text: "０8 12　+17 " });
    const all = [...units.map((unit) => `${home.code} ${unit}`), `${next.code} 粮站`, `${next.code} 冷库`];
    expect(seed).toBe(sha(`${id}|${all.toSorted().join("|")}|081217`));
    const mine = units.toSorted((one, other) =>
      sha(`${seed}|${home.code}|${one}`) < sha(`${seed}|${home.code}|${other}`) ? -1 : 1,
    );
    const { part } = await partIn(calls, home, "2026-05-28", id);
    expect(part.units).toEqual(mine.slice(0, 2));
    expect((await partIn(calls, next, "2026-05-28", id)).part.units.toSorted()).toEqual(["冷库", "粮站"]);
    const told = await staff.draws({ id });
    expect(told.draws).toMatchObject([
      { number: 1, text: "081217", seed, repeats: true, drawnOn: "2026-05-28" },
    ]);
    expect(told.draws[0]?.drawn?.[0]?.lots.map(({ unit, drawn }) => [unit, drawn])).toEqual(
      mine.map((unit, at) => [unit, at < 2]),
    );
    await expect(staff.draw({ ...key(), id, number: 1, text: "09" })).rejects.toThrow("不能再抽");
  });

  it("begins with the units a township has registered, so that nobody types what is known; those a task names come first", async () => {
    const office = callerAs("townshipStaff", county, home, noon("2026-03-02"));
    for (const name of ["水务站", "应急站"])
      await office.units.create({ ...key(), township: home.code, name, kind: "government" } as never);
    const parts = [
      { townshipId: home.id, from: "2026-06-08", until: "2026-06-08", units: [] },
      { townshipId: next.id, from: "2026-06-08", until: "2026-06-08", units: ["冷库"] },
    ];
    const id = await issued(calls, "2026-05-20", [], { title: "预列名单", parts });
    const { townships } = await calls.staff("2026-05-26").draws({ id });
    const listed = new Map(townships.map((one) => [one.code, one.listed]));
    expect([...(listed.get(home.code) ?? [])].toSorted()).toEqual(["应急站", "水务站"]);
    expect(listed.get(next.code)).toEqual(["冷库"]);
  });

  it("is drawn again only with a reason, and both draws stay to be read", async () => {
    const id = await issued(calls, "2026-05-20", [home], { title: "重抽" });
    const first = { pools: [{ townshipId: home.id, units }] };
    await calls.staff("2026-05-26").announceDraw(announced(id, first));
    await calls.staff("2026-05-28").draw({ ...key(), id, number: 1, text: "08" });
    const staff = calls.staff("2026-05-29");
    const again = { ...first, seen: 1, opensOn: "2026-05-31" };
    await expect(staff.announceDraw(announced(id, again))).rejects.toThrow("写明理由");
    await expect(staff.announceDraw(announced(id, { ...again, seen: 0 }))).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await staff.announceDraw(announced(id, { ...again, reason: "水厂已经停业" }));
    await calls.staff("2026-05-31").draw({ ...key(), id, number: 2, text: "11" });
    const { draws } = await staff.draws({ id });
    expect(draws.map(({ number, reason, text }) => [number, reason, text])).toEqual([
      [2, "水厂已经停业", "11"],
      [1, null, "08"],
    ]);
    await withClient(inject("adminUrl"), async (client) => {
      await expect(
        client.query("UPDATE joint_draw SET text = '12' WHERE task_id = $1", [id]),
      ).rejects.toMatchObject({ code: "42501" });
    });
  });

  it("refuses a number that is known, lists that leave no choice, a township that begun, and one that takes no part", async () => {
    const { id } = await calls.staff("2026-05-20").draft(taskOf([home, next], { title: "草稿抽取" }));
    const staff = calls.staff("2026-05-28");
    const announce = (more: object) => staff.announceDraw(announced(id, more));
    await expect(announce({})).rejects.toThrow("今天以后");
    const ahead = { opensOn: "2026-05-30" };
    await expect(announce({ ...ahead, per: 5 })).rejects.toThrow("不用抽取");
    await expect(announce({ ...ahead, pools: [{ townshipId: newKey(), units }] })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await announce(ahead);
    const going = await issued(calls, "2026-05-20", [home], { title: "已开展" });
    const { jointTasks, change } = calls.of(home, "2026-06-08");
    const { part } = await partIn(calls, home, "2026-06-08", going);
    await jointTasks.accept(change({ id: part.id, version: 2 }));
    await jointTasks.carryOut(change({ id: part.id, version: 3, occurredOn: "2026-06-08" }));
    await expect(
      calls
        .staff("2026-06-08")
        .announceDraw(announced(going, { opensOn: "2026-06-10", pools: [{ townshipId: home.id, units }] })),
    ).rejects.toThrow(`${home.name}已经开展`);
  });
});
