import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { mergeTownship, now, recordIn } from "./records";

let county: TestCounty;
let other: TestCounty;
let strong: TestTownship;
let weak: TestTownship;

const asCounty = () => callerAs("countyStaff", county, undefined, now);
const asTownship = (township: TestTownship) => callerAs("townshipStaff", county, township, now);

beforeAll(async () => {
  // classes go 1, 2, 3, 1, 2, 3, 1: the first, fourth and seventh are peers
  county = await createCounty(["高亭测", "衢山测", "长涂测", "东沙测", "岱西测", "岱东测", "秀山测"]);
  other = await createCounty(["外县镇"]);
  [strong, , , weak] = county.townships as [TestTownship, TestTownship, TestTownship, TestTownship];
  await recordIn(county, strong, async (add) => {
    const term = await add.term();
    await add.session(term, 1, "2026-01-13", { totals: [95, 100] });
    await add.session(term, 2, "2026-07-13", { totals: [95, 100] });
    for (const day of ["2026-02-10", "2026-05-10", "2026-08-10", "2026-11-10"])
      await add.meeting(day, { totals: [9, 9] });
  });
  await recordIn(county, weak, async (add) => {
    await add.session(await add.term(), 1, "2026-01-13", { totals: [70, 100] });
    await add.meeting("2026-02-10", { totals: [6, 9] });
    await add.suggestion(1, { assigned: "2026-01-20", state: "assigned", replyDue: "2026-04-20" });
  });
});

describe("comparison", () => {
  it("[R89] puts townships side by side by class, with the middle and the spread of each metric", async () => {
    const { townships, metrics } = await asCounty().oversight.comparison({ year: 2026 });
    expect(townships.map((row) => row.class)).toEqual([1, 1, 1, 2, 2, 3, 3]);
    const sessions = metrics.find((metric) => metric.code === "A1")?.spread;
    expect(sessions).toMatchObject({ n: 2, min: 1, median: 1.5, max: 2 });
  });

  it("[R5] shows one class alone when asked, and its middle is the class's", async () => {
    const { townships, metrics } = await asCounty().oversight.comparison({ year: 2026, class: 2 });
    expect(townships.map((row) => row.name)).toEqual(["衢山测", "岱西测"]);
    expect(metrics.every((metric) => metric.spread === null)).toBe(true);
  });

  it("[R85] ranks inside the class; a township that entered nothing has no place", async () => {
    const { townships } = await asCounty().oversight.league({ year: 2026, class: 1 });
    const places = Object.fromEntries(townships.map((row) => [row.name, [row.rank, row.rankOf]]));
    expect(places).toEqual({ 高亭测: [1, 3], 东沙测: [2, 3], 秀山测: [null, 3] });
  });

  it("[R1] leaves a merged township out of the years after the merger", async () => {
    const own = await createCounty(["并入镇", "被并乡"]);
    const [into, from] = own.townships as [TestTownship, TestTownship];
    await mergeTownship(own, from, into, "2025-06-30");
    const caller = callerAs("countyLeader", own, undefined, now);
    const names = async (year: number) =>
      (await caller.oversight.comparison({ year })).townships.map((row) => row.name).sort();
    expect(await names(2025)).toEqual(["并入镇", "被并乡"]);
    expect(await names(2026)).toEqual(["并入镇"]);
  });

  it("[R89] exports numbers as numbers, 未录 and 无 in words", async () => {
    const { columns, rows } = await asCounty().oversight.exportRows({ year: 2026, class: 1 });
    expect(columns.map((column) => column.header)).toEqual([
      "指标",
      "高亭测（一类）",
      "东沙测（一类）",
      "秀山测（一类）",
      "中位",
    ]);
    expect(rows.find((row) => row[0] === "A3 主席团例会（季）")).toEqual([
      "A3 主席团例会（季）",
      4,
      1,
      "未录",
      2.5,
    ]);
  });
});

describe("evidence of a cell", () => {
  it("[R89] gives the rows, the sentence of the points and five years", async () => {
    const cell = await asCounty().oversight.evidence({ township: weak.code, metric: "A3", year: 2026 });
    expect(cell.rows.reduce((sum, row) => sum + row.numerator, 0)).toBe(cell.cell.numerator);
    expect(cell.score?.sentence).toContain("4 季中 1 季");
    expect(cell.trend.map((point) => [point.year, point.state])).toEqual([
      [2022, "notEntered"],
      [2023, "notEntered"],
      [2024, "notEntered"],
      [2025, "notEntered"],
      [2026, "value"],
    ]);
  });

  it("[R89] the county's own trend adds its townships up", async () => {
    const { points } = await asCounty().oversight.trend({ metric: "A1", year: 2026 });
    expect(points.at(-1)).toEqual({ year: 2026, state: "value", value: 3 });
  });

  it("[S1] another county's township and an unknown one are not found alike", async () => {
    const foreign = other.townships[0]?.code ?? "";
    for (const township of [foreign, "999999999"]) {
      const asked = asCounty().oversight.evidence({ township, metric: "A1", year: 2026 });
      await expect(asked).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("[S1] a township sees the same evidence of its own, and cannot name another", async () => {
    const own = await asTownship(weak).oversight.ownEvidence({
      township: weak.code,
      metric: "A4",
      year: 2026,
    });
    const seen = await asCounty().oversight.evidence({ township: weak.code, metric: "A4", year: 2026 });
    expect(own).toEqual(seen);
    const foreign = asTownship(weak).oversight.ownEvidence({
      township: strong.code,
      metric: "A4",
      year: 2026,
    });
    await expect(foreign).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("own position", () => {
  it("[R85] tells a township its rank, the class's middle and what would bring most", async () => {
    const own = await asTownship(weak).oversight.ownPosition({ township: weak.code, year: 2026 });
    expect([own.rank, own.rankOf, own.unranked]).toEqual([2, 3, 1]);
    expect(own.gains[0]?.sentence).toMatch(/\+/);
    const { townships } = await asCounty().oversight.comparison({ year: 2026 });
    expect(own.points).toBe(townships.find((row) => row.code === weak.code)?.points);
  });

  it("[S1] holds nothing of another township: no name, no code, no points, and no median of fewer than five", async () => {
    const { townships } = await asCounty().oversight.comparison({ year: 2026 });
    const leader = townships.find((row) => row.code === strong.code);
    const position = await asTownship(weak).oversight.ownPosition({ township: weak.code, year: 2026 });
    const score = await asTownship(weak).assessments.ownScore({ township: weak.code, year: 2026 });
    for (const answer of [position, score]) {
      const text = JSON.stringify(answer);
      for (const peer of county.townships.filter((one) => one.id !== weak.id)) {
        for (const secret of [peer.name, peer.code, peer.id]) expect(text).not.toContain(secret);
      }
      expect(text).not.toContain(`:${leader?.points ?? "?"},`);
    }
    expect(position.figures.every((figure) => figure.classMedian === null)).toBe(true);
  });

  it("[S1] another township's position does not exist; the county reads it", async () => {
    const foreign = asTownship(weak).oversight.ownPosition({ township: strong.code, year: 2026 });
    await expect(foreign).rejects.toMatchObject({ code: "NOT_FOUND" });
    const read = await asCounty().oversight.ownPosition({ township: strong.code, year: 2026 });
    expect(read.rank).toBe(1);
  });
});

describe("scores", () => {
  it("[R85] the total says what it covers, and the default scheme is marked until it is adopted", async () => {
    const before = await asCounty().assessments.scores({ year: 2026 });
    const sheet = before.townships.find((row) => row.township.code === strong.code);
    expect(before.schemeAdopted).toBe(false);
    expect(sheet?.total.whole).toBe(100);
    expect(sheet?.scores.find((score) => score.code === "A1")).toMatchObject({ state: "scored", points: 5 });
    expect(sheet?.scores.find((score) => score.code === "C3")?.state).toBe("notEntered");
    expect(sheet?.scores.find((score) => score.code === "F3")?.state).toBe("notEntered");
    const caller = asCounty();
    const adopt = { year: 2026, idempotencyKey: newKey() };
    const adopted = await caller.assessments.adoptDefaultScheme(adopt);
    expect(await caller.assessments.adoptDefaultScheme(adopt)).toEqual(adopted);
    const after = await asCounty().assessments.scores({ year: 2026 });
    expect(after).toEqual({
      ...before,
      schemeAdopted: true,
      schemeSince: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string,
    });
    const again = asCounty().assessments.adoptDefaultScheme({ year: 2026, idempotencyKey: randomUUID() });
    await expect(again).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("[R85] a township's own score is the county's score of it", async () => {
    const { own } = await asTownship(weak).assessments.ownScore({ township: weak.code, year: 2026 });
    const { townships } = await asCounty().assessments.scores({ year: 2026 });
    expect(own).toEqual(townships.find((row) => row.township.code === weak.code));
  });

  it("[S1] a township's people cannot ask for the county's figures", async () => {
    const caller = asTownship(weak);
    await expect(caller.assessments.scores({ year: 2026 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(caller.oversight.comparison({ year: 2026 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(caller.oversight.home({ year: 2026 })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("county home", () => {
  it("[R89] names what needs a decision today, and where", async () => {
    const { cards } = await asCounty().oversight.today({});
    const { months } = await asCounty().oversight.home({ year: 2026 });
    const byKind = Object.fromEntries(cards.map((one) => [one.key, one]));
    expect(byKind["suggestionsOverdue"]).toMatchObject({
      count: 1,
      townships: [{ code: weak.code, count: 1 }],
    });
    expect(byKind["presidiumMissing"]?.count).toBe(6);
    expect(byKind["nothingEntered"]?.count).toBe(5);
    expect(byKind["findingsOverdue"]?.count).toBe(0);
    expect(months.map((one) => one.received)).toEqual(Array(11).fill(1));
  });
});
