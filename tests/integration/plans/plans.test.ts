import { beforeAll, describe, expect, it } from "vitest";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

/** The day of these tests. */
const today = new Date("2026-06-10T10:00:00+08:00");

let county: TestCounty;
let home: TestTownship;
let other: TestTownship;

const staff = (of = home, now = today) => callerAs("townshipStaff", county, of, now);
const above = () => callerAs("countyStaff", county, undefined, today);
const change = <Rest extends object>(rest: Rest, of = home) => ({
  township: of.code,
  idempotencyKey: newKey(),
  ...rest,
});
const at = () => ({ township: home.code });

const plan = (topic: string, month: number, more: object = {}, of = home) =>
  staff(of).plans.create(change({ topic, kind: "visit" as const, year: 2026, month, ...more }, of));
const itemOf = (id: string) => staff().plans.byId({ ...at(), id });
const seen = async (id: string) => change({ id, version: (await itemOf(id)).version });
const visit = (topic: string, occurredOn: string) =>
  staff().supervision.create(change({ topic, kind: "inspectionVisit" as const, occurredOn }));

beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇"]);
  [home, other] = county.townships as [TestTownship, TestTownship];
});

describe("an item and the record that fulfils it", () => {
  it("is linked in one step from the item, and open again when the record is struck out [R6]", async () => {
    const { id } = await plan("视察污水管网", 3);
    expect((await itemOf(id)).state).toBe("overdue");
    const record = await visit("视察污水管网建设", "2026-04-02");
    await visit("视察明年", "2026-12-02");
    const offered = await staff().plans.candidates({ ...at(), id });
    expect(offered).toMatchObject({
      linked: null,
      candidates: [{ type: "activity", id: record.id, day: "2026-04-02", title: "视察「视察污水管网建设」" }],
    });
    await staff().plans.link({ ...(await seen(id)), recordType: "activity", recordId: record.id });
    expect(await itemOf(id)).toMatchObject({ state: "done", finishedOn: "2026-04-02" });
    expect((await staff().plans.candidates({ ...at(), id })).linked?.id).toBe(record.id);
    const cancel = { ...(await seen(id)), reason: "由县里统一开展" };
    await expect(staff().plans.cancel(cancel)).rejects.toThrow("请先「撤回」");
    await staff().supervision.void(change({ id: record.id, version: 1, reason: "录错" }));
    expect(await itemOf(id)).toMatchObject({ state: "overdue", finishedOn: null });
    await staff().plans.cancel({ ...(await seen(id)), reason: "由县里统一开展" });
    expect(await itemOf(id)).toMatchObject({ state: "cancelled", cancelReason: "由县里统一开展" });
  });

  it("is linked in one step from the record, which fulfils no second one [R6]", async () => {
    const near = await plan("视察校园安全", 5);
    const far = await plan("视察敬老院", 1);
    await plan("开展食品安全执法检查", 5, { kind: "lawInspection" });
    const record = await visit("看学校", "2026-05-20");
    const on = { ...at(), recordType: "activity", id: record.id };
    const open = await staff().plans.ofRecord(on);
    expect(open.map(({ id, linked }) => [id, linked])).toEqual([
      [near.id, false],
      [far.id, false],
    ]);
    await staff().plans.link({ ...(await seen(near.id)), recordType: "activity", recordId: record.id });
    expect((await staff().plans.ofRecord(on)).map(({ id, linked }) => [id, linked])).toEqual([
      [near.id, true],
    ]);
    const twice = { ...(await seen(far.id)), recordType: "activity", recordId: record.id };
    await expect(staff().plans.link(twice)).rejects.toThrow("一条记录只完成一项计划");
    const { timeline } = await itemOf(near.id);
    expect(timeline.at(-1)?.lateBy).toBeNull();
    expect(timeline[0]?.summary).toBe("完成5月计划「视察校园安全」：视察「看学校」");
  });

  it("of no kind of record is told by its day, and a foreign record does not exist [R6][S1]", async () => {
    const { id } = await plan("慰问困难代表", 1, { kind: "other" });
    await expect(
      staff().plans.finish({ ...(await seen(id)), doneOn: "2026-07-01", note: "已慰问" }),
    ).rejects.toThrow("还没到");
    await staff().plans.finish({ ...(await seen(id)), doneOn: "2026-01-20", note: "已慰问 12 人" });
    expect(await itemOf(id)).toMatchObject({ state: "done", doneNote: "已慰问 12 人" });
    const strange = await staff(other).supervision.create(
      change({ topic: "外镇", kind: "inspectionVisit" as const, occurredOn: "2026-05-01" }, other),
    );
    const mine = await plan("视察渔港", 2);
    const foreign = { ...(await seen(mine.id)), recordType: "activity", recordId: strange.id };
    await expect(staff().plans.link(foreign)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the year's plan", () => {
  it("is copied from the last, approved with its number, and from then on changed only with a reason [R6][R7]", async () => {
    const of = { township: other.code };
    const last = { year: 2025, kind: "training" as const };
    await plan("代表培训", 4, last, other);
    await plan("召开人代会", 1, { ...last, kind: "session" }, other);
    const { copied } = await staff(other).plans.copyYear(change({ year: 2026 }, other));
    expect(copied).toBe(2);
    await expect(staff(other).plans.copyYear(change({ year: 2026 }, other))).rejects.toThrow("都已经复制过");
    const approval = { documentNumber: "衢党〔2026〕5号", occurredOn: "2026-02-20" };
    await expect(staff(other).annualPlans.create(change({ year: 2024, ...approval }, other))).rejects.toThrow(
      "还没有计划事项",
    );
    const later = new Date("2026-06-11T10:00:00+08:00");
    await staff(other).annualPlans.create(change({ year: 2026, ...approval }, other));
    const { id } = await callerAs("townshipStaff", county, other, later).plans.create(
      change({ topic: "视察渔港", kind: "visit" as const, year: 2026, month: 9 }, other),
    );
    const { rows } = await staff(other).plans.list({ ...of, year: 2026 });
    expect(rows.map(({ topic, added }) => [topic, added])).toEqual([
      ["召开人代会", false],
      ["代表培训", false],
      ["视察渔港", true],
    ]);
    const [, approved] = rows as [(typeof rows)[number], (typeof rows)[number]];
    const facts = { topic: "代表培训", kind: "training" as const, year: 2026 };
    const edit = { id: approved.id, version: 1, ...facts, month: 8 };
    await expect(staff(other).plans.edit(change(edit, other))).rejects.toThrow("请用「调整」");
    await staff(other).plans.edit(change({ ...edit, month: 4, owner: "人大办" }, other));
    await expect(
      staff(other).plans.void(change({ id: approved.id, version: 2, reason: "不办" }, other)),
    ).rejects.toThrow("请用「取消」");
    const adjust = { id: approved.id, version: 2, topic: "代表培训", month: 8, reason: "换届推迟" };
    await staff(other).plans.adjust(change(adjust, other));
    expect((await staff(other).plans.byId({ ...of, id: approved.id })).state).toBe("changed");
    await staff(other).plans.void(change({ id, version: 1, reason: "录重" }, other));
    expect(await staff(other).plans.year({ ...of, year: 2026 })).toMatchObject({
      items: 2,
      approval: { documentNumber: "衢党〔2026〕5号", approvedOn: "2026-02-20", issuedOn: null },
    });
    const { kinds } = await staff(other).standing.ofTownship({ ...of, year: 2026 });
    expect(kinds.find(({ type }) => type === "planItem")?.gap).toBe("1 项逾期，没有完成也没有说明");
  });

  it("an overdue item escapes neither by being called off nor by being said to be done [R6]", async () => {
    const early = callerAs("townshipStaff", county, home, new Date("2026-01-10T10:00:00+08:00"));
    const facts = { topic: "视察码头", kind: "visit" as const, year: 2026, month: 2 };
    const { id } = await early.plans.create(change(facts));
    const at = (version: number) => change({ id, version });
    await staff().plans.cancel({ ...at(1), reason: "不办了" });
    await expect(staff().plans.void({ ...at(2), reason: "录重" })).rejects.toThrow("取消的仍计入计划");
    await expect(staff().plans.edit({ ...at(2), ...facts, year: 2027 })).rejects.toThrow("请先「撤回」");
    await staff().plans.reopen({ ...at(2), reason: "撤回" });
    await expect(staff().plans.void({ ...at(3), reason: "录重" })).rejects.toThrow("请用「取消」");
  });

  it("is due in its month, on the calendar, found and printed, and overdue opens exactly what is late [R6]", async () => {
    await plan("视察水库安全", 6, { owner: "李副主席" });
    const { rows } = await staff().today.due({ ...at(), all: true });
    const due = rows.filter(({ kind }) => kind === "planItem");
    expect(due.find(({ title }) => title.includes("水库"))).toMatchObject({
      title: "6月计划「视察水库安全」",
      dueOn: "2026-06-30",
      note: "视察调研，李副主席",
    });
    const late = await staff().plans.list({ ...at(), where: { state: "overdue" } });
    expect(late.total).toBe(due.filter(({ dueOn }) => (dueOn ?? "") < "2026-06-10").length);
    const { entries } = await staff().calendar.month({ ...at(), month: "2026-06" });
    expect(
      entries.some(
        ({ title, from, due: what }) => title.includes("水库") && from === "2026-06-01" && what === null,
      ),
    ).toBe(true);
    const found = await staff().search.township({ ...at(), q: "水库安全" });
    expect(JSON.stringify(found)).toContain("视察水库安全");
    const book = await staff().books.book({ ...at(), book: "plans", year: 2026 });
    expect(JSON.stringify(book)).toContain("视察水库安全");
  });
});

describe("the county's guidance", () => {
  it("is seen when published, and every cell of its coverage opens exactly its items [R8]", async () => {
    const draft = { title: "2026年乡镇人大工作指导意见", documentNumber: "岱人大〔2026〕3号", year: 2026 };
    const key = { idempotencyKey: newKey() };
    const { id } = await above().plans.saveGuidance({
      ...key,
      ...draft,
      points: "1. 规范主席团会议\n2. 深化视察",
    });
    expect((await staff().plans.year({ ...at(), year: 2026 })).guidance).toBeNull();
    await above().plans.publishGuidance({
      idempotencyKey: newKey(),
      id,
      version: 1,
      publishedOn: "2026-02-01",
    });
    await expect(plan("视察码头", 10, { guidance: 3 })).rejects.toThrow("没有第 3 条");
    await plan("视察码头", 10, { guidance: 2 });
    const done = await plan("视察路灯", 5, { guidance: 2 });
    const record = await visit("视察路灯", "2026-05-25");
    await staff().plans.link({ ...(await seen(done.id)), recordType: "activity", recordId: record.id });
    const { guidance, townships } = await above().plans.coverage({ year: 2026 });
    expect(guidance?.points).toEqual(["规范主席团会议", "深化视察"]);
    expect(townships.find(({ code }) => code === home.code)?.cells).toEqual([
      { number: 2, items: 2, done: 1 },
    ]);
    const opened = await above().plans.list({ ...at(), year: 2026, where: { guidance: "2" } });
    expect(opened.rows.map(({ topic }) => topic)).toEqual(["视察路灯", "视察码头"]);
    const year = await staff().plans.year({ ...at(), year: 2026 });
    expect(year.guidance?.points.map(({ items }) => items)).toEqual([0, 2]);
    expect([year.named.includes(1), year.named.includes(2)]).toEqual([false, true]);
    const fewer = { idempotencyKey: newKey(), id, version: 2, ...draft, points: "规范主席团会议" };
    await expect(above().plans.saveGuidance(fewer)).rejects.toThrow("不能减少");
    const abroad = await createCounty(["外镇"], "chongqing");
    expect((await callerAs("countyStaff", abroad).plans.coverage({ year: 2026 })).guidance).toBeNull();
  });
});
