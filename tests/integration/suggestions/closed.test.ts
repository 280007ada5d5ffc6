import { beforeAll, describe, expect, it } from "vitest";
import { createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { type Desk, openDesk } from "../../support/suggestions";

const day = "2026-11-20";
let county: TestCounty;
let township: TestTownship;
let desk: Desk;
let id: string;

const cells = {
  title: "关于修复石门村机耕路的建议",
  content: "机耕路雨后塌陷，建议修复。",
  category: "交通",
  leadDeputy: "代表甲",
  receivedOn: "2025年3月5日",
  ledgerNumber: "1号",
  leadUnits: "镇农业农村办",
  assignedOn: "2025年3月10日",
  repliedOn: "2025年5月20日",
  outcome: "A（已解决）",
  rating: "满意",
};
const bring = (change: Record<string, string> = {}) =>
  desk.on(day).suggestions.importRows({
    ...desk.at,
    idempotencyKey: newKey(),
    rows: [{ line: 2, cells: { ...cells, ...change } }],
  });
const byForm = (change: object = {}) =>
  desk.on(day).suggestions.createClosed({
    ...desk.at,
    idempotencyKey: newKey(),
    kind: "suggestion",
    title: "关于路灯的建议",
    content: "内容",
    category: "construction",
    origin: "intersession",
    leadDeputyId: desk.mover,
    occurredOn: "2024-04-01",
    outcome: "D",
    ...change,
  });

beforeAll(async () => {
  county = await createCounty(["长涂镇"]);
  [township] = county.townships as [TestTownship];
  desk = await openDesk(county, township);
  const answer = await bring();
  expect(answer).toMatchObject({ created: 1 });
  expect(answer.notes?.join()).toContain("镇农业农村办");
  const { rows } = await desk.on(day).suggestions.list({ ...desk.at, year: 2025 });
  id = rows[0]?.id ?? "";
});

const evidence = (metric: "C1" | "C2" | "C3" | "C4" | "C5" | "C6" | "G2", year = 2025) =>
  desk.on(day).oversight.ownEvidence({ ...desk.at, metric, year });

describe("a matter of an earlier year brought in closed", () => {
  it("stands in its own year as closed, marked as brought in, with unit, reply, result and rating [R68]", async () => {
    const { rows } = await desk.on(day).suggestions.list({ ...desk.at, year: 2025 });
    expect(rows[0]).toMatchObject({
      state: "closed",
      enteredClosed: true,
      enteredOn: day,
      leadUnit: "镇农业农村办",
      dueOn: null,
      overdue: false,
    });
    const record = await desk.on(day).suggestions.byId({ ...desk.at, id });
    expect(record).toMatchObject({
      outcome: "A",
      closedOn: null,
      assignedOn: "2025-03-10",
      replies: [{ repliedOn: "2025-05-20", dueOn: "2025-06-10" }],
      ratings: [{ rating: "satisfied", ratedOn: null, deputy: null, method: null }],
      nextActions: [],
      sourceNote: "导入文件第2行，原编号 1号",
    });
  });

  it("tells of every step on which day it happened and on which it was entered [R9]", async () => {
    const { timeline } = await desk.on(day).suggestions.byId({ ...desk.at, id });
    expect(
      timeline.map(({ summary, happenedOn, entered, lateBy }) => [
        summary,
        happenedOn,
        entered.slice(0, 10),
        lateBy,
      ]),
    ).toEqual([
      ["答复", "2025-05-20", day, 549],
      ["交办", "2025-03-10", day, 620],
      ["提出（由表格导入）", "2025-03-05", day, 625],
    ]);
  });

  it("starts no clock: neither today's list nor the county's overdue counts know it [R68]", async () => {
    const { rows } = await desk.on(day).today.due(desk.at);
    expect(rows.filter((row) => row.kind.startsWith("suggestion"))).toEqual([]);
    const { cards } = await desk.on(day, "countyStaff").oversight.today({});
    expect(cards.find((one) => one.key === "suggestionsOverdue")?.count).toBe(0);
    const { rows: overdue } = await desk.on(day).suggestions.list({ ...desk.at, overdue: true });
    expect(overdue).toEqual([]);
  });

  it("counts in its own year by the days given, and what no paper tells is left out with the reason [R89]", async () => {
    const counted = async (metric: Parameters<typeof evidence>[0]) => {
      const { rows, leftOut } = await evidence(metric);
      return [...rows, ...leftOut].map(({ numerator, denominator, reason }) =>
        [numerator, denominator, reason].join(),
      );
    };
    expect(await counted("C1")).toEqual(["1,1,inTime"]);
    expect(await counted("C2")).toEqual(["0,0,notRecorded"]);
    expect(await counted("C3")).toEqual(["1,1,inTime"]);
    expect(await counted("C4")).toEqual(["1,1,solved"]);
    expect(await counted("C5")).toEqual(["1,1,satisfied"]);
    expect(await counted("C6")).toEqual(["0,0,noRedo"]);
  });

  it("is judged by G2 as entered late, step by step, and every row says so [R9]", async () => {
    const { rows } = await evidence("G2");
    expect(rows.map(({ step, reason, amount }) => [step, reason, amount])).toEqual([
      ["registered", "enteredLate", 625],
      ["assigned", "enteredLate", 620],
      ["replied", "enteredLate", 549],
    ]);
    const { rows: solved } = await evidence("C4");
    expect(solved[0]).toMatchObject({ enteredClosed: true, enteredOn: day });
  });

  it("comes in by form too, with as little as its result; a step unknown is not invented [R68]", async () => {
    const { id: made, year, number } = await byForm();
    expect([year, number]).toEqual([2024, 1]);
    const record = await desk.on(day).suggestions.byId({ ...desk.at, id: made });
    expect(record).toMatchObject({ state: "closed", units: [], replies: [], ratings: [], assignedOn: null });
    const { leftOut } = await evidence("C1", 2024);
    expect(leftOut.map(({ reason }) => reason)).toEqual(["notRecorded"]);
  });

  it("is refused when this year's, when its days cross, or when it still runs [R72]", async () => {
    await expect(byForm({ occurredOn: "2026-02-01" })).rejects.toThrow("不能补录为已办结");
    await expect(byForm({ closedOn: "2024-03-01" })).rejects.toThrow("早于提出日期");
    await expect(byForm({ outcome: "C" })).rejects.toThrow("要有办结日期");
    await expect(bring({ title: "另一件", outcome: "" })).rejects.toThrow("没有填办理结果");
    const { total } = await desk.on(day).suggestions.list({ ...desk.at, year: 2025 });
    expect(total).toBe(1);
  });
});
