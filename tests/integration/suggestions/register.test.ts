import { beforeAll, describe, expect, it } from "vitest";
import type { AppError } from "@/lib/errors";
import { createCounty, newKey } from "../../support/tenants";
import { assign, check, type Desk, openDesk } from "../../support/suggestions";

let desk: Desk;

beforeAll(async () => {
  const county = await createCounty(["长涂镇"]);
  const [township] = county.townships;
  if (township === undefined) throw new Error("no township");
  desk = await openDesk(county, township);
  const drain = await desk.enter("2026-02-01", "关于排水的建议");
  await desk.enter("2026-02-02", "关于路灯的建议");
  await desk.enter("2025-12-30", "关于公交的建议");
  await check(desk, drain.id, "2026-02-03");
  await assign(desk, drain.id, "2026-02-10");
});

const list = (input: object, day = "2026-03-01") => desk.on(day).suggestions.list({ ...desk.at, ...input });
const titles = async (input: object, day?: string) => (await list(input, day)).rows.map((row) => row.title);

describe("the register", () => {
  it("numbers suggestions by year without gaps [R68][S68]", async () => {
    const { rows } = await list({ sort: "number", direction: "asc" });
    expect(rows.map(({ year, number }) => `${year}-${number}`)).toEqual(["2025-1", "2026-1", "2026-2"]);
  });

  it("filters by state, category, unit, year, overdue and words, and counts what it found [R68]", async () => {
    expect(await titles({ state: "assigned" })).toEqual(["关于排水的建议"]);
    expect(await titles({ unitId: desk.lead })).toEqual(["关于排水的建议"]);
    expect(await titles({ year: 2025 })).toEqual(["关于公交的建议"]);
    expect(await titles({ category: "health" })).toEqual([]);
    expect(await titles({ q: "路灯" })).toEqual(["关于路灯的建议"]);
    expect(await titles({ q: "2026-2" })).toEqual(["关于路灯的建议"]);
    expect(await titles({ q: "daibiaoa" })).toHaveLength(3);
    expect(await titles({ q: "100%" })).toEqual([]);
    expect(await titles({ overdue: true }, "2026-05-11")).toHaveLength(3);
    expect(await titles({ overdue: true, state: "assigned" }, "2026-05-10")).toEqual([]);
    const page = await list({ pageSize: 2, page: 2 });
    expect(page.total).toBe(3);
    expect(page.rows).toHaveLength(1);
  });

  it("shows who leads, who handles it and by when [R68]", async () => {
    const { rows } = await list({ state: "assigned" });
    expect(rows[0]).toMatchObject({
      leadDeputy: "代表甲",
      cosigners: 1,
      leadUnit: "镇城建办",
      dueOn: "2026-05-10",
      overdue: false,
    });
    const sheet = await desk.on("2026-03-01").suggestions.exportRows({ ...desk.at, year: 2026 });
    expect(sheet.rows).toHaveLength(2);
    expect(sheet.rows[0]).toHaveLength(sheet.columns.length);
  });

  it("offers the deputies in office by pinyin [R3]", async () => {
    const { deputies } = await desk.on("2026-03-01").suggestions.people(desk.at);
    expect(deputies).toHaveLength(6);
    expect(deputies[0]).toMatchObject({ name: "代表甲", pinyin: "dai biao a" });
  });

  it("leaves voided ones out, keeps them readable with the reason, and keeps the number [R68]", async () => {
    const { id, number } = await desk.enter("2026-02-20", "误录的建议");
    const { version } = await desk.on("2026-02-20").suggestions.byId({ ...desk.at, id });
    await desk
      .on("2026-02-20")
      .suggestions.void({ ...desk.at, idempotencyKey: newKey(), id, version, reason: "重复录入" });
    expect(await titles({ q: "误录" })).toEqual([]);
    const kept = await desk.on("2026-02-21").suggestions.byId({ ...desk.at, id });
    expect(kept).toMatchObject({ voidReason: "重复录入", number, nextActions: [] });
    expect(kept.timeline[0]?.summary).toContain("重复录入");
  });
});

describe("import from a workbook", () => {
  const row = (line: number, change: Record<string, string> = {}) => ({
    line,
    cells: {
      title: `导入的第${line}件`,
      content: "内容",
      category: "城建",
      leadDeputy: "代表甲",
      cosigners: "代表乙、代表丙",
      receivedOn: "2026年1月13日",
      origin: "人代会期间",
      kind: "建议",
      ...change,
    },
  });
  const bring = (rows: ReturnType<typeof row>[], day = "2026-03-01") =>
    desk.on(day).suggestions.importRows({ ...desk.at, idempotencyKey: newKey(), rows });

  it("names every bad cell with its row, and writes nothing at all [R68]", async () => {
    const before = (await list({})).total;
    const bad = await bring([
      row(2),
      row(3, { category: "天文", receivedOn: "2026-13-40" }),
      row(4, { leadDeputy: "无此人", title: "" }),
      row(5, { kind: "议案" }),
      row(6, { receivedOn: "2026-03-02" }),
      row(7, { title: "导入的第2件" }),
    ]).catch((error: unknown) => (error as { cause: AppError }).cause);
    const { message, details } = bad as AppError;
    expect(message).toContain("一行也没有导入");
    const { problems } = details as { problems: { line: number; column: string }[] };
    expect(problems.map(({ line, column }) => `${line}${column}`)).toEqual([
      "3类别",
      "3提出日期",
      "4标题",
      "4领衔代表",
      "5附议代表",
      "6提出日期",
      "7标题",
    ]);
    expect((await list({})).total).toBe(before);
  });

  it("takes a good file whole, in order, and refuses the same file twice [R68]", async () => {
    expect(await bring([row(2), row(3, { cosigners: "", origin: "", kind: "" })])).toEqual({
      created: 2,
      years: [{ year: 2026, count: 2 }],
    });
    const { rows } = await list({ q: "导入的第", sort: "number", direction: "asc" });
    expect(rows.map(({ state, receivedOn, cosigners }) => ({ state, receivedOn, cosigners }))).toEqual([
      { state: "submitted", receivedOn: "2026-01-13", cosigners: 2 },
      { state: "submitted", receivedOn: "2026-01-13", cosigners: 0 },
    ]);
    expect((rows[1]?.number ?? 0) - (rows[0]?.number ?? 0)).toBe(1);
    await expect(bring([row(2)])).rejects.toThrow("已登记过");
  });
});
