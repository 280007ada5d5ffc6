import { beforeAll, describe, expect, it } from "vitest";
import { listEvidence } from "@/domains/figures/data/evidence";
import { suggestionStates } from "@/domains/suggestions/rules/states";
import { callerAs, createCounty, type TestCounty, type TestTownship } from "../../support/tenants";
import { now, readAsCounty, recordIn, today } from "./records";

let county: TestCounty;
let hiding: TestTownship;
let states: TestTownship;
let kept: TestTownship;

const asCounty = () => callerAs("countyStaff", county, undefined, now);
const staff = (township: TestTownship) => callerAs("townshipStaff", county, township, now);

beforeAll(async () => {
  county = await createCounty(["藏镇", "全镇", "守镇"]);
  [hiding, states, kept] = county.townships as [TestTownship, TestTownship, TestTownship];
  await recordIn(county, hiding, async (add) => {
    // Never begun, of this year and of earlier ones; not one of them has ever been assigned or notified.
    await add.suggestion(1, { state: "draft", received: "2026-05-01" });
    await add.suggestion(2, { state: "submitted", received: "2026-05-01" });
    await add.suggestion(3, { state: "checked", year: 2024, received: "2024-03-01" });
    await add.suggestion(4, { state: "tracking", outcome: "B", promiseDue: "2026-10-01" });
    await add.suggestion(5, { state: "tracking", outcome: "C", promiseDue: "2026-12-31" });
    await add.suggestion(6, { state: "draft", received: "2026-11-20" });
    await add.suggestion(7, { state: "returned", received: "2026-01-20" });
    const unit = await add.unit("城建办");
    const visit = await add.activity("2024-03-01", { report: "已报告" });
    await add.finding(visit, 1, { found: "2024-03-02" });
    const aside = { unit, on: "2024-03-05" };
    await add.finding(visit, 2, {
      found: "2024-03-02",
      notified: aside,
      due: "2040-01-01",
      state: "notified",
    });
    await add.finding(visit, 3, { found: "2026-11-10" });
    await add.finding(visit, 4, {
      found: "2026-11-10",
      notified: { unit, on: today },
      due: "2027-02-01",
      state: "planned",
    });
  });
  await recordIn(county, states, async (add) => {
    const target = await add.suggestion(90, { closed: "2026-05-01", outcome: "A" });
    for (const [index, state] of suggestionStates.entries()) {
      const merged = state === "merged" ? { mergedInto: target } : {};
      const closed = state === "closed" ? { closed: "2026-05-01", outcome: "A" } : {};
      const tracked = state === "tracking" ? { promiseDue: "2026-09-01", outcome: "B" } : {};
      const days = { replyDue: "2026-04-20", ratingDue: "2026-05-20", redoDue: "2026-06-20" };
      await add.suggestion(index + 1, { state, ...days, ...merged, ...closed, ...tracked });
    }
  });
  await recordIn(county, kept, async (add) => {
    await add.deputy("甲");
    const closed = { replied: "2026-03-01", closed: "2026-10-01" };
    await add.suggestion(1, { ...closed, outcome: "B", solved: "2026-10-01" });
    await add.suggestion(2, { ...closed, outcome: "C", solved: "2026-10-01" });
    await add.suggestion(3, { ...closed, outcome: "D" });
    await add.suggestion(4, { ...closed, outcome: "E" });
    await add.suggestion(5, {
      state: "tracking",
      replied: "2026-03-01",
      outcome: "B",
      promiseDue: "2026-12-01",
    });
    await add.suggestion(6, {
      state: "tracking",
      replied: "2026-03-01",
      outcome: "C",
      promiseDue: "2026-11-12",
    });
    await add.suggestion(7, { state: "replied", replied: "2026-11-01", ratingDue: "2026-11-30" });
    await add.suggestion(8, { state: "rated", replied: "2026-03-01", ratingDue: "2026-03-30" });
    await add.suggestion(9, { state: "accepted", assigned: "2026-10-01", replyDue: "2027-01-01" });
    const visit = await add.activity("2024-03-01", { report: "已报告" });
    await add.finding(visit, 1, { found: "2024-03-02", due: "2024-06-01", state: "planned" });
    await add.finding(visit, 2, {
      found: "2024-03-02",
      due: "2024-06-01",
      state: "closed",
      verified: "2025-02-01",
    });
  });
});

describe("what is overdue is one notion for county, list and today", () => {
  it("[R70][R31] work that was never begun, and that of earlier years, is overdue", async () => {
    const rows = (await staff(hiding).suggestions.list({ township: hiding.code, overdue: true })).rows;
    expect(rows.map((row) => row.number).sort()).toEqual([1, 2, 3, 4]);
    expect(rows.every((row) => row.overdue)).toBe(true);
    const findings = await staff(hiding).supervision.findings({ township: hiding.code, overdue: true });
    expect(findings.rows.map((row) => [row.number, row.actBy])).toEqual([
      [2, "2025-03-05"],
      [1, "2024-03-17"],
    ]);
  });

  it("[R89] the county's numbers are those of the lists they open, and of the township's own page", async () => {
    const { cards } = await asCounty().oversight.today({});
    const counted = (kind: string, code: string) =>
      cards.find((one) => one.key === kind)?.townships.find((one) => one.code === code)?.count ?? 0;
    for (const { code } of county.townships) {
      const suggestions = await asCounty().suggestions.list({ township: code, overdue: true });
      const findings = await asCounty().supervision.findings({ township: code, overdue: true });
      const { overdue } = await asCounty().today.due({ township: code });
      expect([suggestions.total, findings.total]).toEqual([
        counted("suggestionsOverdue", code),
        counted("findingsOverdue", code),
      ]);
      const late = (type: string) => overdue.find((one) => one.type === type)?.count ?? 0;
      expect([late("suggestion"), late("finding")]).toEqual([suggestions.total, findings.total]);
    }
    expect(cards.find((one) => one.key === "suggestionsOverdue")?.count).toBeGreaterThan(0);
  });

  it("[R68] in every state the list's day is the record's own", async () => {
    const { rows } = await staff(states).suggestions.list({ township: states.code, pageSize: 100 });
    for (const { id, dueOn, state } of rows) {
      const record = await staff(states).suggestions.byId({ township: states.code, id });
      expect([state, record.dueOn]).toEqual([state, dueOn]);
    }
  });

  it("today's figures open the rows they count", async () => {
    const own = { township: states.code, year: 2026 };
    const figures = await staff(states).today.figures({ township: states.code });
    const registered = await staff(states).suggestions.list({ ...own, state: "registered" });
    const closed = await staff(states).suggestions.list({ ...own, state: "closed" });
    expect([figures.suggestions, figures.suggestionsClosed]).toEqual([registered.total, closed.total]);
  });

  it("today lists the most urgent, or all when asked", async () => {
    const { rows, total } = await staff(states).today.due({ township: states.code, all: true });
    expect(rows).toHaveLength(total);
  });
});

const evidenceOf = (metric: "C4" | "B4", township: TestTownship, year: number, counted: boolean) =>
  readAsCounty(county, async (tx) => {
    const period = { countyId: county.id, townshipId: township.id, fromYear: year, toYear: year, today };
    const { rows } = await listEvidence(tx, period, metric, counted, { page: 1, pageSize: 100 });
    return rows.map((row) => [
      row.title?.replace(/^.*[：]建议/, "") ?? "",
      row.reason,
      row.numerator,
      row.amount,
    ]);
  });

describe("the solved rate", () => {
  it("[R75] counts kept promises as solved and broken ones as not; what is not yet due is left out and says so", async () => {
    expect((await evidenceOf("C4", kept, 2026, true)).sort()).toEqual([
      ["1", "promiseKept", 1, null],
      ["2", "promiseKept", 1, null],
      ["3", "notSolved", 0, null],
      ["6", "promiseBroken", 0, 10],
      ["8", "unsettled", 0, null],
    ]);
    expect((await evidenceOf("C4", kept, 2026, false)).sort()).toEqual([
      ["4", "beyondPower", 0, null],
      ["5", "promiseOpen", 0, null],
      ["7", "notYetDue", 0, null],
      ["9", "notYetDue", 0, null],
    ]);
  });
});

describe("rectification", () => {
  it("[R31] a finding overdue since an earlier year counts in every year until it is struck off", async () => {
    const reasons = async (year: number) =>
      (await evidenceOf("B4", kept, year, true)).map(([, reason, numerator]) => [reason, numerator]).sort();
    const both = [
      ["closed", 1],
      ["notClosed", 0],
    ];
    expect(await reasons(2024)).toEqual(both);
    expect(await reasons(2025)).toEqual(both);
    expect(await reasons(2026)).toEqual([["notClosed", 0]]);
    expect(await reasons(2027)).toEqual([]);
  });

  it("[R31] a unit that was never told, and a term years ahead, fall due all the same", async () => {
    const reasons = (await evidenceOf("B4", hiding, 2026, true)).map(([, reason]) => reason).sort();
    expect(reasons).toEqual(["notClosed", "notNotified"]);
  });

  it("[R89] what is carried over is no entry of the year: the township still counts as silent", async () => {
    const then = callerAs("countyStaff", county, undefined, new Date("2025-12-30T04:00:00Z"));
    const { cards } = await then.oversight.today({});
    const silent = cards.find((one) => one.key === "nothingEntered")?.townships.map((one) => one.code);
    expect(silent).toContain(kept.code);
  });
});
