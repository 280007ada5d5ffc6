import { beforeAll, describe, expect, it } from "vitest";
import { noon } from "../../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

let county: TestCounty;
let home: TestTownship;
let next: TestTownship;

beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇"]);
  [home, next] = county.townships as [TestTownship, TestTownship];
});

const key = () => ({ idempotencyKey: newKey() });
const staff = (day = "2026-06-01") => callerAs("countyStaff", county, undefined, noon(day));
const of = (town: TestTownship, day = "2026-06-10") => callerAs("townshipStaff", county, town, noon(day));

const training = { title: "代表培训情况统计表", ask: "上半年参加培训的代表人次" };
const requestOf = (more: object = {}) => ({
  ...{ ...key(), title: "村集体经济情况", kind: "report" as const, ask: "各村收入", basis: null },
  ...{ committee: "finance" as const, dueOn: "2026-06-20", townships: [home.id, next.id], despite: null },
  ...more,
});
const sent = async (more: object = {}) => (await staff().dataRequests.send(requestOf(more))).id;
const askOf = async (town: TestTownship, id: string, day?: string) => {
  const { rows } = await staff(day).dataRequests.request({ id });
  const row = rows.find(({ code }) => code === town.code);
  if (row === undefined) throw new Error("the township is not asked");
  return row;
};

describe("the county asks townships to report [R87]", () => {
  it("is told what the system holds with the very figures, and asks all the same only with a reason", async () => {
    await of(home).trainings.create({
      ...{
        ...key(),
        township: home.code,
        topic: "代表法学习班",
        occurredOn: "2026-04-10",
        kind: "course",
      },
    } as never);
    const { items } = await staff().dataRequests.held({ ...training, townships: [home.id, next.id] });
    expect(items.map(({ key: at }) => at)).toEqual(["metric:D6", "record:training"]);
    const counted = items.find(({ key: at }) => at === "record:training")?.rows ?? [];
    expect(counted.map(({ name, text }) => `${name} ${text}`)).toEqual(["高亭镇 1 次", "衢山镇 0 次"]);
    expect(counted[0]?.href).toBe(`/t/${home.code}/trainings`);
    await expect(staff().dataRequests.send(requestOf({ ...training, kind: "form" }))).rejects.toThrow(
      "系统已有",
    );
    const id = await sent({ ...training, kind: "form", despite: "省里要核对纸质签到" });
    const { request } = await staff().dataRequests.request({ id });
    expect(request).toMatchObject({
      despite: "省里要核对纸质签到",
      held: items.map(({ key: at, label }) => ({ key: at, label })),
    });
    const { rows } = await of(home).today.due({ township: home.code, all: true });
    expect(rows.filter(({ kind }) => kind === "dataAsk")).toMatchObject([
      { title: training.title, dueOn: "2026-06-20" },
    ]);
  });

  it("takes an answer in words or by its place, gives it back once, and tells who is late", async () => {
    const id = await sent();
    const first = await askOf(home, id);
    await of(home).dataRequests.answer({
      ...{ ...key(), township: home.code, id: first.id, version: 1, answer: "共 12 个村", heldKey: null },
    });
    const answered = await askOf(home, id);
    expect(answered).toMatchObject({ state: "answered", answer: "共 12 个村", late: null });
    await staff("2026-06-11").dataRequests.giveBack({ ...key(), id: first.id, version: 2, why: "缺支出" });
    const { state, returnWhy } = await of(home).dataRequests.ask({ township: home.code, id: first.id });
    expect([state, returnWhy]).toEqual(["returned", "缺支出"]);
    await of(home, "2026-06-23").dataRequests.answer({
      ...{ ...key(), township: home.code, id: first.id, version: 3, answer: null, heldKey: "record:fund" },
    });
    const later = await staff("2026-06-25").dataRequests.request({ id });
    expect(later.rows).toMatchObject([
      { name: "高亭镇", state: "answered", late: 3, place: { label: "人大经费台账" } },
      { name: "衢山镇", state: "waiting", late: 5 },
    ]);
    expect(later.progress).toEqual({ asked: 2, answered: 1, late: 1 });
    expect(later.timeline.map(({ summary }) => summary).join("\n")).toMatch(
      /高亭镇：退回.*\n向高亭镇、衢山镇要/,
    );
    const { timeline } = await of(home).dataRequests.ask({ township: home.code, id: first.id });
    expect(timeline.map(({ action }) => action.split(".")[1]).toSorted()).toEqual([
      "answer",
      "answer",
      "giveBack",
      "send",
    ]);
  });

  it("is taken back with a reason that every township reads; what was answered stays", async () => {
    const id = await sent({ title: "集体资产" });
    const ask = await askOf(home, id);
    await of(home).dataRequests.answer({
      ...{ ...key(), township: home.code, id: ask.id, version: 1, answer: "见附件", heldKey: null },
    });
    await staff().dataRequests.recall({ ...key(), id, version: 1, reason: "省里不要了" });
    const { rows } = await staff().dataRequests.request({ id });
    expect(rows.map(({ state }) => state)).toEqual(["answered", "recalled"]);
    const other = rows[1]?.id ?? "";
    const late = of(next).dataRequests.answer({
      ...{ ...key(), township: next.code, id: other, version: 1, answer: "补报", heldKey: null },
    });
    await expect(late).rejects.toThrow("已撤回");
    const { rows: due } = await of(next).today.due({ township: next.code, all: true });
    expect(due.filter(({ title }) => title === "集体资产")).toEqual([]);
  });

  it("lets one township off, and no township reads what only others are asked", async () => {
    const id = await sent({ title: "海岛航线", townships: [next.id] });
    expect(
      (await of(home).dataRequests.own({ township: home.code, year: 2026 })).rows.map(
        ({ request }) => request.title,
      ),
    ).not.toContain("海岛航线");
    const ask = await askOf(next, id);
    await expect(of(home).dataRequests.ask({ township: home.code, id: ask.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await staff().dataRequests.exempt({ ...key(), id: ask.id, version: 1, why: "已停航" });
    expect((await staff().dataRequests.request({ id })).rows).toEqual([]);
    await expect(staff().dataRequests.send(requestOf({ townships: [newKey()] }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("what is asked in December and due in January [R87]", () => {
  it("counts in the year it was asked, is found in both, and the township reads its own ledger of it", async () => {
    const asked = callerAs("countyStaff", county, undefined, noon("2026-12-20")).dataRequests;
    const own = (year: number) =>
      of(next, "2026-12-21").dataRequests.ownBurden({ township: next.code, year });
    const reports = async (year: number) =>
      (await asked.burden({ year })).byTownship.find(({ township }) => township === next.id)?.total.reports ??
      0;
    const before = { county: await reports(2026), own: (await own(2026))?.total.reports ?? 0 };
    const nextYear = await reports(2027);
    const title = "全年渔业生产";
    await asked.send(requestOf({ title, dueOn: "2027-01-15", townships: [next.id] }));
    expect(await reports(2026)).toBe(before.county + 1);
    expect(await reports(2027)).toBe(nextYear);
    const told = await own(2026);
    expect(told?.total.reports).toBe(before.own + 1);
    expect(told?.months[11]?.reports).toBe(1);
    expect(told?.papers.sentence).toContain("还要报");
    for (const year of [2026, 2027]) {
      expect((await asked.year({ year })).rows.map((row) => row.title)).toContain(title);
      const { rows } = await of(next).dataRequests.own({ township: next.code, year });
      expect(rows.map(({ request }) => request.title)).toContain(title);
    }
    expect(
      (await of(home).dataRequests.ownBurden({ township: home.code, year: 2026 }))?.months[11],
    ).toMatchObject({
      reports: 0,
    });
  });
});

describe("forms and reports stand in the burden ledger [R87]", () => {
  it("each by what was asked for, until the year's cap asks for a reason", async () => {
    const burden = () => staff().dataRequests.burden({ year: 2026 });
    const of2 = (all: Awaited<ReturnType<typeof burden>>) => {
      const found = all.byTownship.find(({ township }) => township === next.id);
      if (found === undefined) throw new Error("the township has no ledger");
      return found;
    };
    const before = of2(await burden());
    await sent({ title: "船员名单", kind: "data", townships: [next.id], dueOn: "2026-09-10" });
    await sent({ title: "渔港安全", townships: [next.id], dueOn: "2026-09-12" });
    const after = of2(await burden());
    expect([after.total.forms, after.total.reports]).toEqual([
      before.total.forms + 1,
      before.total.reports + 1,
    ]);
    // Sent on the first of June, whenever it is due.
    expect(after.months[5]?.forms).toBe((before.months[5]?.forms ?? 0) + 1);
    await staff().jointTasks.setLimits({
      ...{ ...key(), version: null, townshipPerYear: 12, gapDays: 14, unitPerYear: 2, papersPerYear: 2 },
    });
    await expect(
      staff().dataRequests.send(requestOf({ title: "再要一份", townships: [next.id] })),
    ).rejects.toThrow("已到上限");
    const over = of2(await burden());
    expect(over.papers.sentence).toContain("比上限 2 份多");
    const sheet = await staff().dataRequests.exportBurden({ year: 2026 });
    expect(sheet.beside?.map(({ title }) => title)).toEqual([
      "按乡镇和月份",
      "按工委",
      "按工委和月份",
      "按受检单位",
      "口径说明",
    ]);
    expect(sheet.rows.map(([name]) => name)).toEqual(["高亭镇", "衢山镇"]);
  });
});
