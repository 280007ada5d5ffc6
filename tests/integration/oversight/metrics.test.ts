import { beforeAll, describe, expect, it } from "vitest";
import { type EvidenceRow, listEvidence, sumEvidence, type YearSum } from "@/domains/figures/data/evidence";
import { cellOf } from "@/domains/figures/rules/cells";
import {
  type ComparedCode,
  comparedCodes,
  type MetricCode,
  metricCodes,
  metricOf,
} from "@/domains/figures/rules/metrics";
import { createCounty, type TestCounty, type TestTownship } from "../../support/tenants";
import { practiceYear } from "../../support/practices";
import { jointIn, jointYear } from "./joint-facts";
import { planIn } from "./plan-facts";
import { decisionsOfYear } from "./decision-records";
import { fillDeputyWork } from "./deputy-work";
import { fillSuggestions } from "./suggestion-year";
import { mergeTownship, readAsCounty, recordIn, today } from "./records";

let county: TestCounty;
let full: TestTownship;
let sparse: TestTownship;
let empty: TestTownship;
let merged: TestTownship;
let slow: TestTownship;
let sums: YearSum[];

const period = (year = 2026) => ({
  countyId: county.id,
  townshipId: null,
  fromYear: year,
  toYear: year,
  today,
});

const cell = (metric: MetricCode, township: TestTownship, rows = sums) =>
  cellOf(
    metric,
    rows.filter((row) => row.townshipId === township.id),
  );

const rowsOf = (metric: MetricCode, township: TestTownship, counted: boolean): Promise<EvidenceRow[]> =>
  readAsCounty(county, async (tx) => {
    const own = { ...period(), townshipId: township.id };
    return (await listEvidence(tx, own, metric, counted, { page: 1, pageSize: 1_000 })).rows;
  });

const reasonsOf = async (metric: MetricCode, township: TestTownship, counted: boolean) =>
  (await rowsOf(metric, township, counted)).map((row) => row.reason).sort();

/** Everything the figures should count, and beside it one of each thing they must not. */
async function fill(of: TestCounty, township: TestTownship): Promise<void> {
  const [seen, gone] = await recordIn(of, township, async (add) => {
    const term = await add.term();
    const [one, two, three] = [await add.deputy("甲"), await add.deputy("乙"), await add.deputy("丙")];
    const former = await add.deputy("丁", "2025-12-31");
    const lines: [string, string][] = [
      [one, "present"],
      [two, "leave"],
      [three, "absent"],
      [former, "present"],
    ];
    await add.session(term, 8, "2026-01-13", { entered: "2026-01-23", lines });
    await add.session(term, 9, "2026-07-10", { entered: "2026-07-21", totals: [48, 50] });
    await add.session(term, 10, "2026-08-01", { voided: true, totals: [1, 50] });
    await add.session(term, 11, "2026-12-20");
    await add.session(term, 7, "2025-07-10", { totals: [50, 50] });

    const [chair, vice, gone] = [
      await add.member("主席"),
      await add.member("副主席"),
      await add.member("离任", "2026-01-01"),
    ];
    await add.meeting("2026-02-10", {
      lines: [
        [chair, "present"],
        [vice, "leave"],
        [gone, "present"],
      ],
    });
    await add.meeting("2026-03-20");
    await add.meeting("2026-05-08", { kind: "consultation" });
    await add.meeting("2026-05-09", { voided: true });
    await add.meeting("2026-08-01", { kind: "special", totals: [7, 9] });

    await add.training("2026-04-20", [one]);
    await add.training("2026-09-10", [one, two, former]);
    await add.training("2026-09-11", [three], { voided: true });
    await add.training("2025-09-11", [three, former]);
    await add.projects();
    await add.appraisals();

    await decisionsOfYear(add);
    await fillDeputyWork(add, { one, two, three, former });
    const visit = await add.activity("2026-03-10", { report: "已报告" });
    await add.activity("2026-04-10", { report: "已报告", signers: [one, two] });
    await add.activity("2026-04-11", { report: "已报告", signers: [one] });
    await add.activity("2026-04-12", { entered: "2026-06-01" });
    await add.activity("2026-04-13", { kind: "lawInspection", report: "已报告" });
    await add.activity("2026-04-14", { state: "cancelled" });
    const struckOut = await add.activity("2026-04-15", { report: "已报告", voided: true });
    await add.finding(visit, 1, { due: "2026-05-01", state: "closed", verified: "2026-04-28" });
    await add.finding(visit, 2, { due: "2026-06-01", state: "rectified" });
    await add.finding(visit, 3, { due: "2026-12-15" });
    await add.finding(visit, 4, {});
    await add.finding(visit, 5, { due: "2026-05-01", voided: true });
    await add.finding(visit, 6, { due: "2025-12-31", found: "2025-10-01" });
    await add.finding(visit, 7, { due: today, state: "found" });

    await fillSuggestions(add, { one, two });
    return [visit, struckOut] as const;
  });
  await planIn(of, township, 2026, [
    { month: 3, record: ["activity", seen] },
    { month: 2, record: ["activity", gone] },
    { month: 4, cancelled: "改由县里统一开展" },
    { month: 12, changed: "项目推迟开工" },
    { month: 6, done: "2026-06-20" },
    { month: 11 },
    { month: 5, voided: true },
  ]);
}

beforeAll(async () => {
  county = await createCounty(["甲镇", "乙镇", "丙镇", "丁乡", "戊镇"]);
  const other = await createCounty(["外镇"]);
  [full, sparse, empty, merged, slow] = county.townships as [
    TestTownship,
    TestTownship,
    TestTownship,
    TestTownship,
    TestTownship,
  ];
  await fill(county, full);
  for (const township of other.townships) await fill(other, township);
  await recordIn(county, sparse, async (add) => {
    await add.session(await add.term(), 1, "2026-01-13");
    await add.activity("2026-03-10");
    await add.suggestion(1, { state: "submitted", received: "2026-11-20" });
  });
  await recordIn(county, slow, async (add) => {
    await add.suggestion(1, {
      state: "consulted",
      assigned: "2026-01-20",
      assignedEntered: "2026-01-31",
      confirmed: [1],
      ratings: [{ rating: "unsatisfied", by: await add.deputy("甲") }],
      redo: [["2026-06-10", "2026-06-20"]],
      redoEntered: "2026-06-30",
    });
  });
  await recordIn(county, merged, async (add) => {
    await add.meeting("2026-02-10", { totals: [5, 9] });
  });
  await mergeTownship(county, merged, full, "2026-05-10");
  await jointIn(county, full, jointYear).then(() => practiceYear(county, full, [sparse, empty]));
  sums = await readAsCounty(county, (tx) => sumEvidence(tx, period(), metricCodes));
});

describe("figures counted by hand", () => {
  const expected: Record<ComparedCode, [numerator: number, denominator: number, leftOut: number]> = {
    A1: [1, 1, 3],
    // The first of the year had its quorum, the second not; of notice, papers, length and agenda nobody entered a thing.
    A2: [1, 2, 9],
    A3: [2, 4, 3],
    A4: [1 + 48 + 1 + 7, 3 + 50 + 2 + 9, 5],
    B1: [2, 3, 2],
    B2: [1, 2, 0],
    B3: [2, 4, 4],
    B4: [1, 4, 3],
    B5: [2, 3, 1],
    B6: [2, 2, 2],
    C1: [6, 8, 4],
    C2: [3, 5, 7],
    C3: [4, 6, 6],
    C4: [2, 6, 6],
    C5: [1 + 0.6 + 1, 4, 8],
    C6: [1, 2, 10],
    D1: [1, 2, 1],
    // 甲, 乙 and 丙 are asked; nobody has done all of "12345".
    D2: [0, 3, 0],
    D3: [2, 12, 2],
    D4: [2, 4, 2],
    // 甲 and 乙 of 甲, 乙 and 丙, whose five years of 1826 days have run for 1778 of them by today.
    D5: [expect.closeTo(2 * (1826 / 1778), 9) as number, 3, 2],
    D6: [2, 3, 1],
    G1: [3, 5, 2],
    F1: [1, 4, 4],
    F2: [1, 3, 2],
    F3: [1, 1, 2],
    E1: [1, 1, 1],
    E2: [2, 3, 1],
    E3: [6 + 0.6 * 2, 9, 1],
    G2: [0, 0, 0],
  };
  for (const metric of comparedCodes.filter((code) => code !== "G2")) {
    it(`[R89] ${metric} ${metricOf(metric).name}: what counts, what is due and what is left out`, () => {
      const { state, numerator, denominator, leftOut } = cell(metric, full);
      expect([state, numerator, denominator, leftOut]).toEqual(["value", ...expected[metric]]);
    });
  }

  it("[R9] G2: every dated step is judged by its own entry, not only the registration", async () => {
    const rows = await rowsOf("G2", slow, true);
    expect(
      rows.map(({ step, occurredOn, numerator, amount }) => [step, occurredOn, numerator, amount]),
    ).toEqual([
      ["assigned", "2026-01-20", 0, 11],
      ["replied", "2026-06-10", 0, 20],
      ["registered", "2026-01-13", 1, 0],
      ["consulted", "2026-03-01", 1, 0],
      ["confirmed", "2026-03-02", 1, 0],
      ["rated", "2026-04-20", 1, 0],
    ]);
    expect(cell("G2", slow)).toMatchObject({ numerator: 4, denominator: 6 });
  });

  it("[R9] of what other metrics judge, too, the row tells when that very step was entered", async () => {
    const [assigning] = await rowsOf("C1", slow, true);
    expect(assigning).toMatchObject({ enteredOn: "2026-01-31", enteredAfter: 11, step: null });
    const [redone] = await rowsOf("C6", slow, true);
    expect(redone).toMatchObject({ enteredOn: "2026-06-30", enteredAfter: 20 });
  });

  it("[R9] G2: a record entered on the tenth day is in time, one day later is not", async () => {
    const rows = await rowsOf("G2", full, true);
    const late = rows
      .filter((row) => row.numerator === 0)
      .map((row) => [row.recordType, row.occurredOn, row.amount]);
    expect(late).toEqual([
      ["suggestion", "2026-01-13", 47],
      ["activity", "2026-04-12", 50],
      ["session", "2026-07-10", 11],
    ]);
  });
});
describe("a value is the sum of its evidence", () => {
  for (const metric of metricCodes) {
    it(`[R89] ${metric}: the listed rows add up to the cell, and every counted row is listed`, async () => {
      const own = cell(metric, full);
      const counted = await rowsOf(metric, full, true);
      const leftOut = await rowsOf(metric, full, false);
      // Of B5 the figure is the coverage; the turnout that its points are multiplied by is listed beside it.
      const { shows } = metricOf(metric);
      const sum = (pick: (row: EvidenceRow) => number) =>
        counted
          .filter(({ part }) => shows === undefined || part === shows)
          .reduce((total, row) => total + pick(row), 0);
      expect(sum((row) => row.numerator)).toBeCloseTo(own.numerator, 9);
      expect(sum((row) => row.denominator)).toBe(own.denominator);
      expect([counted.length, leftOut.length]).toEqual([own.counted, own.leftOut]);
      // A row of these speaks of several, or of a part: of those expected, of milestones, of ballots, of a mandate's time.
      if (!["A4", "B5", "E2", "E3"].includes(metric)) expect(counted.length).toBe(own.denominator);
      expect(
        // A quarter, a month, a post nobody holds and a rule nobody adopted are no records.
        counted.every((row) => row.recordId === null || row.title !== null),
      ).toBe(true);
    });
  }

  it("[R89] rows left out say why, voided records among them", async () => {
    expect(await reasonsOf("A1", full, false)).toEqual(["noQuorum", "notYetHeld", "voided"]);
    expect(await reasonsOf("A3", full, false)).toEqual(["noQuorum", "notPresidium", "voided"]);
    expect(await reasonsOf("B3", full, false)).toEqual([
      "cancelled",
      "lawInspection",
      "lawInspection",
      "voided",
    ]);
    expect(await reasonsOf("B4", full, false)).toEqual(["notYetDue", "notYetDue", "voided"]);
    expect(await reasonsOf("B4", full, true)).toEqual(["closed", "notClosed", "notClosed", "notNotified"]);
    expect(await reasonsOf("C4", full, false)).toContain("notYetDue");
    expect(await reasonsOf("C1", full, false)).toEqual(["draft", "merged", "returned", "voided"]);
    expect(await reasonsOf("C5", full, false)).toContain("notRated");
  });

  it("[R23] a quarter without a presidium meeting is a row of its own", async () => {
    const rows = await rowsOf("A3", full, true);
    expect(rows.map((row) => [row.amount, row.reason, row.numerator])).toEqual([
      [2, "quarterMissed", 0],
      [4, "quarterOpen", 0],
      [1, "quarterMet", 1],
      [3, "quarterMet", 1],
    ]);
  });
});

describe("none, zero and not entered are three things", () => {
  it("[R89] nothing entered in the year: 未录 everywhere, never 0", () => {
    for (const metric of metricCodes)
      expect(cell(metric, empty).state, metric).toBe(metricOf(metric).byCounty ? "none" : "notEntered");
  });

  it("[R89] a session held but no presidium meeting entered: A3 is 未录, for sessions are another kind of record", () => {
    expect(cell("A1", sparse)).toMatchObject({ state: "value", value: 1 });
    expect(cell("A3", sparse).state).toBe("notEntered");
  });

  it("[R89] a session held whose attendance nobody entered: A4 is 未录, not 0 %", () => {
    expect(cell("A4", sparse).state).toBe("notEntered");
  });

  it("[R89] visits without result count 0; no finding was due: 无", () => {
    expect([cell("B3", sparse).state, cell("B3", sparse).value]).toEqual(["value", 0]);
    expect(cell("B4", sparse).state).toBe("none");
  });

  it("[R89] suggestions that are not yet due: 无, and the solved rate leaves them out as well", () => {
    for (const metric of ["C1", "C4", "C6"] as const) expect(cell(metric, sparse).state).toBe("none");
    expect(cell("C4", sparse).leftOut).toBe(1);
  });
});

describe("whose records", () => {
  it("[R1] a merged township keeps its own records and owes no quarter after the merger", () => {
    const { numerator, denominator } = cell("A3", merged);
    expect([numerator, denominator]).toEqual([1, 2]);
    expect(cell("A1", full).numerator).toBe(1);
  });

  it("[S1] another county's records are in no sum", () => {
    const own = new Set(county.townships.map((township) => township.id));
    expect(sums.filter((row) => !own.has(row.townshipId))).toEqual([]);
  });

  it("[R89] another year's records are in another year's figures", async () => {
    const before = await readAsCounty(county, (tx) => sumEvidence(tx, period(2025), metricCodes));
    expect(cell("A1", full, before).numerator).toBe(1);
    expect(cell("C4", full, before).denominator).toBe(1);
    expect(cell("B4", full, before).denominator).toBe(1);
  });
});
