import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { newRecord } from "@/server/db/record";
import { withTownshipScope } from "@/server/db/scope";
import { seatDeputies } from "../../support/seated";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

const now = new Date("2026-06-20T04:00:00Z");
let county: TestCounty;
let home: TestTownship;
let other: TestTownship;
let deputies: string[];
let unit: string;
let foreignUnit: string;

async function makeUnit(township: TestTownship, name: string): Promise<string> {
  const actor = { accountId: randomUUID(), name: "测试", role: "townshipStaff", ip: null, requestId: null };
  return withTownshipScope(
    { as: "township", countyId: county.id, townshipId: township.id },
    { actor, now, readOnly: false },
    async (scope) => {
      const record = newRecord(scope, { occurredOn: "2026-01-01" });
      await scope.tx.handlingUnit.create({ data: { ...record, name, pinyin: "cjb", initials: "cjb" } });
      await scope.tx.deputy.updateMany({
        where: { countyId: county.id, townshipId: township.id, name: "单位代表" },
        data: { occupation: `${name}副主任` },
      });
      return record.id;
    },
  );
}

beforeAll(async () => {
  county = await createCounty(["甲镇", "乙镇"]);
  [home, other] = county.townships as [TestTownship, TestTownship];
  deputies = await seatDeputies(county, home, [
    { name: "代表甲" },
    { name: "代表乙" },
    { name: "单位代表" },
    { name: "离任代表", endsOn: "2025-12-31" },
  ]);
  unit = await makeUnit(home, "城镇建设办");
  foreignUnit = await makeUnit(other, "外镇单位");
});

const staff = () => callerAs("townshipStaff", county, home, now);
const of = (township: TestTownship) => ({ township: township.code, idempotencyKey: newKey() });
let visits = 0;
const visit = (more: object = {}) => ({
  ...of(home),
  kind: "inspectionVisit" as const,
  topic: `敬老院消防（第 ${(visits += 1)} 次）`,
  occurredOn: "2026-06-01",
  deputyIds: deputies.slice(0, 3),
  unitIds: [unit],
  ...more,
});
const report = (id: string, version: number, more: object = {}) => ({
  ...of(home),
  id,
  version,
  report: "看了三处,",
  reportedOn: "2026-06-05",
  ...more,
});

describe("activities [R30]", () => {
  it("a law inspection names its law, and only deputies in office take part", async () => {
    await expect(staff().supervision.create(visit({ kind: "lawInspection" }))).rejects.toThrow(
      "写明检查的法律法规",
    );
    await expect(staff().supervision.create(visit({ deputyIds: [deputies[3]] }))).rejects.toThrow(
      "离任代表在 2026-06-01 不是在任代表",
    );
  });

  it("is closed with its record and not without: the report, its day, and what was found or that nothing was [R10]", async () => {
    const { id } = await staff().supervision.create(visit());
    for (const missing of [{ report: "" }, { report: "  " }, { reportedOn: "" }])
      await expect(staff().supervision.complete(report(id, 1, missing))).rejects.toThrow();
    expect(await staff().supervision.byId({ township: home.code, id })).toMatchObject({ state: "planned" });
  });

  it("nothing found is the word of at least two deputies who were there", async () => {
    const { id } = await staff().supervision.create(visit({ deputyIds: deputies.slice(0, 2) }));
    await expect(staff().supervision.complete(report(id, 1))).rejects.toThrow("请登记发现的问题");
    const none = { noFindings: true };
    await expect(
      staff().supervision.complete(report(id, 1, { ...none, signerIds: [deputies[0]] })),
    ).rejects.toThrow("至少 2 名代表签认");
    await expect(
      staff().supervision.complete(report(id, 1, { ...none, signerIds: [deputies[0], deputies[2]] })),
    ).rejects.toThrow("必须参加了本次活动");
    await staff().supervision.complete(report(id, 1, { ...none, signerIds: deputies.slice(0, 2) }));
    const read = await staff().supervision.byId({ township: home.code, id });
    expect(read).toMatchObject({ state: "done", noFindings: true });
    expect(read.participants.filter((line) => line.signed)).toHaveLength(2);
    expect(read.timeline[0]?.summary).toContain("2 名代表签认未发现问题");
    const finding = { ...of(home), activityId: id, description: "灭火器过期", occurredOn: "2026-06-01" };
    await expect(staff().supervision.addFinding(finding)).rejects.toThrow("先撤回办结");
  });

  it("a finished one is not edited into what could not have been finished", async () => {
    const me = staff().supervision;
    const { id } = await me.create(visit());
    const found = { activityId: id, description: "灭火器过期", occurredOn: "2026-06-02" };
    await me.addFinding({ ...of(home), ...found });
    await me.complete(report(id, 1));
    const { facts } = await me.byId({ township: home.code, id });
    const edit = (more: object) => me.edit({ ...of(home), ...facts, id, version: 2, ...more });
    await expect(edit({ occurredOn: "2026-06-06" })).rejects.toThrow("不能晚于报告日期（2026-06-05）");
    await expect(edit({ occurredOn: "2026-12-01" })).rejects.toThrow("不能晚于报告日期");
    await expect(edit({ endedOn: "2026-07-01" })).rejects.toThrow("不能晚于报告日期");
    await expect(edit({ occurredOn: "2026-06-03" })).rejects.toThrow("不能晚于发现问题的日期（2026-06-02）");
    await expect(edit({ occurredOn: "2025-06-01" })).rejects.toThrow("不能改到另一年");
    await expect(edit({ deputyIds: [] })).rejects.toThrow("至少保留一名");
    await edit({ occurredOn: "2026-05-31", deputyIds: deputies.slice(0, 1) });
  });

  it("another township's unit or record does not exist [S1][S9]", async () => {
    await expect(staff().supervision.create(visit({ unitIds: [foreignUnit] }))).rejects.toThrow("没有找到");
    const { id } = await staff().supervision.create(visit());
    const stranger = callerAs("townshipStaff", county, other, now);
    await expect(stranger.supervision.byId({ township: other.code, id })).rejects.toThrow("没有找到");
    await expect(stranger.supervision.list({ township: home.code })).rejects.toThrow("没有找到");
    await expect(callerAs("countyStaff", county).supervision.create(visit())).rejects.toThrow("没有办理");
  });
});

describe("findings [R31]", () => {
  it("go from found to closed only step by step, verified by a deputy who is not of the unit", async () => {
    const me = staff().supervision;
    const { id: activityId } = await me.create(visit());
    const { id, number } = await me.addFinding({
      ...of(home),
      activityId,
      description: "疏散通道堆物",
      occurredOn: "2026-06-01",
    });
    expect(number).toBe(1);
    const at = (version: number) => ({ ...of(home), id, version });
    const plan = { plan: "清空通道，装摄像头", plannedOn: "2026-06-06" };
    await expect(me.planFinding({ ...at(1), ...plan })).rejects.toThrow("请先把问题通知整改单位");
    const notice = { ...at(1), unitId: unit, notifiedOn: "2026-06-03" };
    await expect(me.notifyFinding({ ...notice, dueOn: "2030-06-15" })).rejects.toThrow(
      "整改期限最迟到 2027-06-03",
    );
    await me.notifyFinding({ ...notice, idempotencyKey: newKey(), dueOn: "2026-06-15" });
    expect((await me.findings({ township: home.code, overdue: true })).rows.map((row) => row.id)).toContain(
      id,
    );
    await me.planFinding({ ...at(2), ...plan });
    await expect(me.closeFinding({ ...at(3), closedOn: "2026-06-10" })).rejects.toThrow("请先登记整改情况");
    const result = { rectification: "已清空", rectifiedOn: "2026-06-10" };
    await expect(me.rectifyFinding({ ...at(3), ...result, rectifiedOn: "2026-06-05" })).rejects.toThrow(
      "不能早于整改方案",
    );
    await me.rectifyFinding({ ...at(3), ...result });
    const check = { verifiedOn: "2026-06-12", note: "现场看过" };
    await expect(me.verifyFinding({ ...at(4), ...check, deputyId: String(deputies[2]) })).rejects.toThrow(
      "不能核实本单位的工作",
    );
    await me.reopenFinding({ ...at(4), reason: "通道仍堆物" });
    expect(await me.finding({ township: home.code, id })).toMatchObject({
      state: "reopened",
      reopenedCount: 1,
      rectifiedOn: null,
    });
    await me.notifyFinding({ ...at(5), unitId: unit, notifiedOn: "2026-06-12", dueOn: "2026-06-30" });
    await me.planFinding({ ...at(6), plan: "再清一次", plannedOn: "2026-06-13" });
    await me.rectifyFinding({ ...at(7), ...result, rectifiedOn: "2026-06-16" });
    await me.verifyFinding({ ...at(8), ...check, verifiedOn: "2026-06-18", deputyId: String(deputies[0]) });
    await me.closeFinding({ ...at(9), closedOn: "2026-06-19" });
    const done = await me.finding({ township: home.code, id });
    expect(done).toMatchObject({ state: "closed", closedOn: "2026-06-19", verifierName: "代表甲" });
    expect(done.timeline).toHaveLength(10);
    await expect(me.editFinding({ ...at(10), description: "改" })).rejects.toThrow("已销号");
  });

  it("an overdue one stays overdue when it is sent back with a later day, and is not struck out", async () => {
    const me = staff().supervision;
    const june = (day: string) =>
      callerAs("townshipStaff", county, home, new Date(`2026-06-${day}T04:00:00Z`));
    const first = june("02").supervision;
    const { id: activityId } = await first.create(visit());
    const found = { activityId, description: "电线裸露", occurredOn: "2026-06-01" };
    const { id } = await first.addFinding({ ...of(home), ...found });
    const at = (version: number) => ({ ...of(home), id, version });
    const notice = { unitId: unit, notifiedOn: "2026-06-02" };
    await first.notifyFinding({ ...at(1), ...notice, dueOn: "2026-06-10" });
    await expect(me.voidFinding({ ...at(2), reason: "录重" })).rejects.toThrow(
      "这个问题的期限 2026-06-10 已过，不能作废；请继续登记整改",
    );
    await me.planFinding({ ...at(2), plan: "穿管", plannedOn: "2026-06-20" });
    await me.rectifyFinding({ ...at(3), rectification: "已穿管", rectifiedOn: "2026-06-20" });
    await me.reopenFinding({ ...at(4), reason: "没有穿完" });
    await me.notifyFinding({ ...at(5), ...notice, notifiedOn: "2026-06-20", dueOn: "2026-12-30" });
    const { rows } = await me.findings({ township: home.code, overdue: true });
    expect(rows.find((row) => row.id === id)).toMatchObject({ dueOn: "2026-12-30", actBy: "2026-06-10" });
    const read = await me.finding({ township: home.code, id });
    expect(read).toMatchObject({ dueOn: "2026-12-30", firstDueOn: "2026-06-10", actBy: "2026-06-10" });
    await expect(me.voidFinding({ ...at(6), reason: "录重" })).rejects.toThrow("不能作废");
  });

  it("one struck off in time that comes back begins anew by a day that is asked for, and its first day stays told", async () => {
    const me = staff().supervision;
    const { id: activityId } = await me.create(visit());
    const { id } = await me.addFinding({
      ...of(home),
      activityId,
      description: "灯不亮",
      occurredOn: "2026-06-01",
    });
    const at = (version: number) => ({ ...of(home), id, version });
    await me.notifyFinding({ ...at(1), unitId: unit, notifiedOn: "2026-06-02", dueOn: "2026-06-15" });
    await me.planFinding({ ...at(2), plan: "换灯", plannedOn: "2026-06-03" });
    await me.rectifyFinding({ ...at(3), rectification: "已换", rectifiedOn: "2026-06-05" });
    const seen = { deputyId: String(deputies[0]), note: "亮了", verifiedOn: "2026-06-06" };
    await me.verifyFinding({ ...at(4), ...seen });
    await me.closeFinding({ ...at(5), closedOn: "2026-06-07" });
    const again = { ...at(6), reason: "又坏了" };
    await expect(me.reopenFinding(again)).rejects.toThrow("请定新的整改期限");
    await expect(me.reopenFinding({ ...again, dueOn: "2026-01-01" })).rejects.toThrow("不能早于今天");
    await expect(me.reopenFinding({ ...again, dueOn: "2029-01-01" })).rejects.toThrow("整改期限最迟到");
    await me.reopenFinding({ ...again, dueOn: "2026-07-10" });
    const { rows } = await me.findings({ township: home.code, overdue: true });
    expect(rows.map((row) => row.id)).not.toContain(id);
    const kept = { firstDueOn: "2026-07-10", earlierDueOn: "2026-06-15", earlierClosedOn: "2026-06-07" };
    expect(await me.finding({ township: home.code, id })).toMatchObject({ ...kept, actBy: "2026-07-10" });
    // Put off once more by the new notice, it is judged by the day set on reopening.
    await me.notifyFinding({ ...at(7), unitId: unit, notifiedOn: "2026-06-20", dueOn: "2026-09-10" });
    expect(await me.finding({ township: home.code, id })).toMatchObject({ ...kept, actBy: "2026-07-10" });
  });

  it("are entered once: by one activity, and of one unit by activities of one topic within a fortnight", async () => {
    const me = staff().supervision;
    const [one, other] = [
      await me.create(visit({ topic: "查灯" })),
      await me.create(visit({ topic: "查灯", occurredOn: "2026-06-02" })),
    ];
    const found = { description: "路灯不亮，缺一盏", occurredOn: "2026-06-02", unitId: unit };
    const add = (activityId: string, more = {}) =>
      me.addFinding({ ...of(home), activityId, ...found, ...more });
    const { id } = await add(one.id);
    await expect(add(one.id, { description: "路灯不亮缺一盏。" })).rejects.toThrow(
      "这个问题已经登记（问题1，2026-06-02）",
    );
    await expect(add(other.id)).rejects.toThrow("这个问题已经登记");
    await expect(add(other.id, { unitId: null })).rejects.toThrow("这个问题已经登记");
    await expect(add(other.id, { perLine: true, description: "甲处漏水\n甲处漏水" })).rejects.toThrow(
      "这个问题已经登记",
    );
    await add(other.id, { occurredOn: "2026-06-20" });
    await me.voidFinding({ ...of(home), id, version: 1, reason: "录错" });
    await add(one.id, { occurredOn: "2026-06-01" });
  });

  it("are numbered within their activity, refuse a stale version [S66] and keep the activity from being voided", async () => {
    const me = staff().supervision;
    const { id: activityId } = await me.create(visit());
    const make = (text: string) =>
      me.addFinding({ ...of(home), activityId, description: text, occurredOn: "2026-06-02" });
    const numbers = [(await make("一")).number, (await make("二")).number];
    expect(numbers).toEqual([1, 2]);
    const id = (await make("三")).id;
    await me.editFinding({ ...of(home), id, version: 1, description: "三改" });
    await expect(me.editFinding({ ...of(home), id, version: 1, description: "旧" })).rejects.toThrow(
      "别人已经",
    );
    await expect(me.void({ ...of(home), id: activityId, version: 1, reason: "重复" })).rejects.toThrow(
      "还有 3 个问题",
    );
    expect((await me.exportFindings({ township: home.code, q: "三改" })).rows).toHaveLength(1);
  });
});
