import { beforeAll, describe, expect, it } from "vitest";
import { movedScheme, noMoves } from "@/domains/assessments/rules/moved";
import { scoredBy, whatIf } from "@/domains/assessments/rules/what-if";
import { callerAs, createCounty, type TestCounty, type TestTownship } from "../../support/tenants";
import { now, recordIn } from "./records";

let county: TestCounty;
let home: TestTownship;
let other: TestTownship;
let third: TestTownship;
let kept: { answered: string; overdue: string; visit: string; training: string };

const asCounty = () => callerAs("countyStaff", county, undefined, now);
const asTownship = (township: TestTownship) => callerAs("townshipStaff", county, township, now);

beforeAll(async () => {
  // classes go 1, 2, 3, 1, 2, 3, 1: the first, fourth and seventh are peers
  county = await createCounty(["高亭测", "衢山测", "长涂测", "东沙测", "岱西测", "岱东测", "秀山测"]);
  [home, other, third] = [0, 3, 6].map((index) => county.townships[index]) as TestTownship[] as [
    TestTownship,
    TestTownship,
    TestTownship,
  ];
  kept = await recordIn(county, home, async (add) => {
    const one = await add.deputy("甲");
    await add.session(await add.term(), 1, "2026-01-13", { totals: [95, 100] });
    await add.meeting("2026-02-10", { totals: [9, 9] });
    await add.meeting("2026-05-10", { totals: [9, 9] });
    const dated = { assigned: "2026-01-20", replyDue: "2026-04-20" };
    const answered = await add.suggestion(1, { ...dated, replied: "2026-04-01", state: "replied" });
    await add.suggestion(2, { ...dated, replied: "2026-04-01", state: "replied" });
    const overdue = await add.suggestion(3, { ...dated, state: "assigned" });
    const visit = await add.activity("2026-04-12");
    await add.training("2026-04-20", [one]);
    const training = await add.tx.training.findFirstOrThrow({ where: { townshipId: home.id } });
    return { answered, overdue, visit, training: training.id };
  });
  await recordIn(county, other, async (add) => {
    await add.session(await add.term(), 1, "2026-01-13", { totals: [70, 100] });
    await add.meeting("2026-02-10", { totals: [6, 9] });
    await add.suggestion(1, { assigned: "2026-01-20", state: "assigned", replyDue: "2026-04-20" });
  });
  await recordIn(county, third, async (add) => {
    const term = await add.term();
    await add.session(term, 1, "2026-01-13", { totals: [99, 100] });
    await add.session(term, 2, "2026-07-13", { totals: [99, 100] });
  });
});

describe("what-if", () => {
  it("[R85] the browser's result is the server's to the last digit, and so are its places", async () => {
    const { townships: server } = await asCounty().assessments.scores({ year: 2026 });
    // What the browser gets is JSON.
    const basis = JSON.parse(JSON.stringify(await asCounty().assessments.whatIf({ year: 2026 }))) as Awaited<
      ReturnType<ReturnType<typeof asCounty>["assessments"]["whatIf"]>
    >;
    const browser = scoredBy(movedScheme(basis.scheme, noMoves), basis.townships);
    expect(browser).toHaveLength(7);
    for (const [index, own] of browser.entries()) {
      const sheet = server[index];
      expect(own.id).toBe(sheet?.township.code);
      expect(own.scores.map(({ points, max, state }) => [points, max, state])).toEqual(
        sheet?.scores.map(({ points, max, state }) => [points, max, state]),
      );
      expect(own.total).toEqual(sheet?.total);
      expect([own.rank.rank, own.rank.of, own.rank.tied]).toEqual([sheet?.rank, sheet?.rankOf, sheet?.tied]);
    }
    const { rows } = whatIf(basis, noMoves, { draws: 100, spread: 0.25, seed: 1 });
    for (const row of rows) expect([row.points, row.rank]).toEqual([row.before, row.rankBefore]);
  });

  it("[R89] a year that is not over is told as one beside those that are", async () => {
    const { years, townships } = await asCounty().assessments.trend({ year: 2026 });
    expect(years.map(({ year, open }) => [year, open])).toEqual([[2026, true]]);
    expect(townships.find(({ code }) => code === home.code)?.points[0]).toBeGreaterThan(0);
    // Two of its class of three have a figure and the third too: the middle is the middle one's.
    expect(townships.find(({ code }) => code === home.code)?.medians).toHaveLength(1);
  });

  it("[R89] places each township among its class, and says nothing where fewer than three have figures", async () => {
    const { townships } = await asCounty().assessments.scores({ year: 2026 });
    const of = (name: string) => townships.find(({ township }) => township.name === name);
    const percentiles = ["高亭测", "东沙测", "秀山测"].map((name) => of(name)?.percentile);
    expect([...percentiles].sort()).toEqual([0, 0.5, 1]);
    expect(of("衢山测")).toMatchObject({ percentile: null, weakest: [], strongest: [] });
    expect(of("东沙测")?.weakest.length).toBeGreaterThan(0);
  });
});

describe("a record's page", () => {
  const moves = (recordType: "suggestion" | "activity" | "training", id: string) =>
    asTownship(home).assessments.recordMoves({ township: home.code, recordType, id });

  it("[R89] says which indicators the record moves: with it and without it", async () => {
    const { own } = await asTownship(home).assessments.ownScore({ township: home.code, year: 2026 });
    const now = own.scores.find(({ code }) => code === "C3")?.points;
    const overdue = await moves("suggestion", kept.overdue);
    // Two of three answered in time are 3.33 of 5 points; without the one that is overdue they were all.
    expect(overdue.year).toBe(2026);
    expect(overdue.moves.find(({ code }) => code === "C3")).toMatchObject({
      ...{ with: 3.33, without: 5, counts: true },
      why: expect.stringContaining("逾期") as string,
    });
    expect(now).toBe(3.33);
    const answered = await moves("suggestion", kept.answered);
    expect(answered.moves.find(({ code }) => code === "C3")).toMatchObject({ with: 3.33, without: 2.5 });
  });

  it("[R89] says of a record that brings nothing why it does not", async () => {
    const { moves: moved } = await moves("activity", kept.visit);
    expect(moved.find(({ code }) => code === "B3")).toMatchObject({ with: 0, without: 0, why: "没有报告" });
  });

  it("[R89] names the indicators that a record reaches through a deputy", async () => {
    expect((await moves("training", kept.training)).indirect).toEqual([
      { metric: "D6", name: "培训覆盖", by: "代表" },
    ]);
  });

  it("[S1] of another township's record nothing is told, though the county's figures are read for it", async () => {
    const asked = { township: other.code, recordType: "suggestion" as const, id: kept.overdue };
    expect(await asTownship(other).assessments.recordMoves(asked)).toMatchObject({ year: null, moves: [] });
    await expect(
      asTownship(other).assessments.recordMoves({ ...asked, township: home.code }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("what would raise a township before the year is out", () => {
  it("[R85] names what brings most, the records that lack and where to enter them", async () => {
    const { gains, closed } = await asTownship(home).assessments.ownGains({
      township: home.code,
      year: 2026,
    });
    expect(closed).toBe(false);
    expect(gains.map(({ code, points }) => [code, points])).toEqual([
      ["E2", 4],
      ["A1", 3],
      ["B2", 3],
      ["D4", 3],
      ["C2", 2],
    ]);
    expect(gains[1]).toMatchObject({ missing: [], enter: { path: "sessions" } });
    const missing = gains.find(({ code }) => code === "C2")?.missing ?? [];
    expect(missing.map(({ recordId }) => recordId)).toContain(kept.answered);
  });

  it("[R85] of a year that is over nothing is promised", async () => {
    const { gains, closed } = await asTownship(home).assessments.ownGains({
      township: home.code,
      year: 2025,
    });
    expect([closed, gains]).toEqual([true, []]);
  });
});

describe("the score page as a file", () => {
  it("[R85] tells each indicator's points, how they come about and what is counted", async () => {
    const file = await asTownship(home).assessments.exportOwnScore({ township: home.code, year: 2026 });
    const line = file.rows.find(([name]) => name === "C3 按期答复率");
    expect(line?.slice(0, 4)).toEqual(["C3 按期答复率", 5, 3.33, "66.7% → 5 分 × 0.667 = 3.33 分"]);
    expect(line?.[5]).toContain("答复");
    expect(await asCounty().assessments.exportScore({ township: home.code, year: 2026 })).toEqual(file);
    const league = await asCounty().assessments.exportScores({ year: 2026 });
    expect(league.rows).toHaveLength(7);
    expect(league.columns).toHaveLength(5 + 30);
  });
});
