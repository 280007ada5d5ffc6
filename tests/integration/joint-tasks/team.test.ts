import { beforeAll, describe, expect, it } from "vitest";
import { noon } from "../../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { callsOf, issued, partIn } from "./joint";

let county: TestCounty;
let home: TestTownship;
let calls: ReturnType<typeof callsOf>;
const ids = new Map<string, string>();
const day = "2026-06-08";

const api = () => callerAs("townshipStaff", county, home, noon(day));
const sent = <Rest extends object>(rest: Rest) => ({
  ...{ township: home.code, idempotencyKey: newKey() },
  ...rest,
});
const idOf = (name: string) => ids.get(name) ?? "";

beforeAll(async () => {
  county = await createCounty(["高亭镇"]);
  [home] = county.townships as [TestTownship];
  calls = callsOf(county);
  const people = [
    ["周海生", null],
    ["王小满", null],
    ["李立冬", "市场监管所副所长"],
    ["陈白露", null],
    ["赵谷雨", null],
  ] as const;
  for (const [name, occupation] of people) {
    const { id } = await api().deputies.create(
      sent({
        ...{ name, occupation },
        mandates: [{ level: "township", termName: "第十九届", constituency: null, startsOn: "2022-01-10" }],
      }) as never,
    );
    ids.set(name, id);
  }
  const { mandates } = await api().deputies.byId({ township: home.code, id: idOf("赵谷雨") });
  await api().deputies.endMandate(
    sent({ id: mandates[0]?.id ?? "", version: 1, endsOn: "2026-05-31", endReason: "resigned" as const }),
  );
  await api().deputies.addLeave(
    sent({ deputyId: idOf("陈白露"), startsOn: "2026-06-01", endsOn: "2026-06-20", reason: null }),
  );
  await api().supervision.create(
    sent({
      ...{ topic: "春耕视察", kind: "inspectionVisit", occurredOn: "2026-03-20" },
      deputyIds: [idOf("周海生")],
    }) as never,
  );
});

describe("whom a township asks along [R87]", () => {
  it("is whoever went least often; who is away, out of office or of the inspected unit is left, with the reason", async () => {
    const taskId = await issued(calls, "2026-05-20", [home]);
    const { part } = await partIn(calls, home, day, taskId);
    const team = () =>
      calls.of(home, day).jointTasks.team({ township: home.code, id: part.id, from: day, need: 1 });
    const told = await team();
    expect(told.chosen).toEqual([{ id: idOf("王小满"), name: "王小满", took: 0 }]);
    expect(told.reserve).toEqual([{ id: idOf("周海生"), name: "周海生", took: 1 }]);
    expect(told.left.map(({ sentence }) => sentence).toSorted()).toEqual(
      [
        "陈白露请假（2026-06-01 至 2026-06-20）。",
        "李立冬是受检单位的人，应当回避。",
        "赵谷雨这几天不在任期内。",
      ].toSorted(),
    );
    expect(await team()).toEqual(told);
  });

  it("is nobody on leave, even if the township enters them by hand, until the leave is struck out", async () => {
    const taskId = await issued(calls, "2026-05-20", [home], { title: "请假的不能去" });
    const { part } = await partIn(calls, home, day, taskId);
    const { jointTasks, change } = calls.of(home, day);
    await jointTasks.accept(change({ id: part.id, version: 2 }));
    const carry = () =>
      jointTasks.carryOut(change({ id: part.id, version: 3, occurredOn: day, deputyIds: [idOf("陈白露")] }));
    await expect(carry()).rejects.toThrow("登记了请假");
    const planned = {
      topic: "渔港安全",
      kind: "inspectionVisit",
      occurredOn: day,
      deputyIds: [idOf("周海生")],
    };
    const own = await api().supervision.create(change(planned) as never);
    const edit = (version: number, more: object) =>
      api().supervision.edit(change({ id: own.id, version, ...planned, ...more }) as never);
    await expect(edit(1, { deputyIds: [idOf("周海生"), idOf("陈白露")] })).rejects.toThrow("登记了请假");
    await edit(1, { topic: "渔港和渔船安全" });
    const { leaves } = await api().deputies.byId({ township: home.code, id: idOf("陈白露") });
    await api().deputies.strikeLeave(sent({ id: leaves[0]?.id ?? "", version: 1, reason: "提前回来" }));
    await carry();
  });
});

describe("a deputy's days away [R87]", () => {
  it("are entered once, in order, for a year at most", async () => {
    const deputyId = idOf("周海生");
    const add = (startsOn: string, endsOn: string) =>
      api().deputies.addLeave(sent({ deputyId, startsOn, endsOn, reason: "外出学习" }));
    await add("2026-09-01", "2026-09-10");
    await expect(add("2026-09-10", "2026-09-12")).rejects.toThrow("已登记请假");
    await expect(add("2026-10-02", "2026-10-01")).rejects.toThrow("早于第一天");
    await expect(add("2026-10-02", "2027-10-03")).rejects.toThrow("最多登记一年");
    const { leaves } = await api().deputies.byId({ township: home.code, id: deputyId });
    expect(leaves).toMatchObject([{ startsOn: "2026-09-01", endsOn: "2026-09-10", reason: "外出学习" }]);
    await expect(
      api().deputies.strikeLeave(sent({ id: leaves[0]?.id ?? "", version: 2, reason: "误录" })),
    ).rejects.toMatchObject({ code: "CONFLICT" });
  });
});
