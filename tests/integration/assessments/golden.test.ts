import { beforeAll, describe, expect, it } from "vitest";
import { defaultScheme } from "@/domains/figures/rules/default-scheme";
import type { MetricValue } from "@/domains/figures/rules/formulas";
import { classOf, type Scheme } from "@/domains/figures/rules/scheme";
import { type Assessed, score } from "@/domains/figures/rules/scoring";
import { noon } from "../../support/suggestions";
import { callerAs, createCounty, type TestCounty, type TestTownship } from "../../support/tenants";
import { adoptedPractice, publishedPractice, saidOf } from "../../support/practices";
import { jointIn } from "../oversight/joint-facts";
import { goldenYear, oneSession } from "./golden-year";

/** Of a county worked out by hand: a township whose office entered a year, one of its class that held one session, and two more. */
let county: TestCounty;
let home: TestTownship;
let silent: TestTownship;
let vetoed: TestTownship;
let peer: TestTownship;

const staff = () => callerAs("countyStaff", county, undefined, noon("2027-01-05"));
const year = 2026;

beforeAll(async () => {
  // Classes go 1, 2, 3, 1.
  county = await createCounty(["甲镇", "乙镇", "丙镇", "丁镇"]);
  [home, silent, vetoed, peer] = county.townships as [TestTownship, TestTownship, TestTownship, TestTownship];
  await goldenYear(county, home);
  await jointIn(county, home, [
    { dueOn: "2026-06-30", submittedOn: "2026-06-28", verdict: "accepted" },
    { dueOn: "2026-09-30", submittedOn: "2026-10-12", verdict: "accepted" },
  ]);
  const { editionId } = await publishedPractice(county, home, "2026-03-02");
  const adoption = await adoptedPractice(county, vetoed, editionId, "2026-04-01");
  await saidOf(county, vetoed, adoption, { day: "2026-10-01", helped: true });
  await oneSession(county, peer, 6);
  await oneSession(county, vetoed, 3);
}, 120_000);

/** By the default scheme, class one, under Zhejiang's law; each line is the arithmetic from the records of golden-year.ts. */
const byHand: Record<string, number> = {
  // Two sessions, both with more than two thirds of six: the band "2 or more".
  A1: 5,
  // One fault: the second session was announced five days before instead of seven. 4 − 1 × 1.
  A2: 3,
  // Three quarters with a meeting of four: 5 × 3/4.
  A3: 3.75,
  // Presidium 24/30 = 80 %: 2 × (0.8 − 0.6)/(0.85 − 0.6) = 1.6; sessions 11/12: 2 × (0.91667 − 0.75)/(0.95 − 0.75) = 1.67.
  A4: 3.27,
  // Two reports heard of the three of class one: 4 × 2/3.
  B1: 2.67,
  // One inspection of a law, answered within three months.
  B2: 3,
  // Two visits, with four problems and with two signatures that there was none, of the six of class one: 4 × 2/6.
  B3: 1.33,
  // Three of four problems struck off: 5 × 3/4.
  B4: 3.75,
  // One of two offices appraised, 3 of 5 ballots of the 80 % that are full: 2 × 1/2 × 0.6/0.8.
  B5: 0.75,
  // Three of the five steps: 3 × 0.4.
  B6: 1.2,
  // Four of five assigned by 16 February: 2 × 4/5.
  C1: 1.6,
  // Four of five consulted twice: 4 × 4/5.
  C2: 3.2,
  // Three of five in three months; one came in June, one never: 5 × 3/5.
  C3: 3,
  // Three of five solved = 60 %: 6 × (0.6 − 0.4)/(0.8 − 0.4).
  C4: 3,
  // (3 satisfied + 0.6 × 1 basically) of four rated = 90 %: 3 × 0.9.
  C5: 2.7,
  // The one that had to be done again was, within the month.
  C6: 2,
  // One group of two met three times: 4 × 1/2.
  D1: 2,
  // One activity is asked for: two of six came to their group's, a third received voters: 4 × 3/6.
  D2: 2,
  // Three months of twelve: 3 × 3/12.
  D3: 0.75,
  // One of two opinions answered: 3 × 1/2.
  D4: 1.5,
  // All 1826 days of the term are over, so all six should have reported, and two have: 3 × 2/6.
  D5: 1,
  // Three of six trained: 3 × 3/6.
  D6: 1.5,
  // One ballot of three for one place.
  E1: 2,
  // One of two milestones verified: 4 × 1/2.
  E2: 2,
  // (3 + 0.6 × 2) of six = 70 %, all answered: 2 × 0.7.
  E3: 1.4,
  // One of two results accepted came in time: 4 × 1/2.
  F1: 2,
  // One of two resolutions filed: 2 × 1/2.
  F2: 1,
  // One township of the county took its practice over and said that it helped.
  F3: 1,
  // One of two items done: 2 × 1/2.
  G1: 1,
  // Every step was entered on its day.
  G2: 3,
};
const sum = (points: Iterable<number>): number => [...points].reduce((all, one) => all + one, 0);
/** 15.02 + 12.7 + 15.5 + 8.75 + 5.4 + 4 + 4 */
const total = 65.37;

type Extras = Pick<Assessed, "bonuses" | "deductions" | "vetoes">;

/** Scored by another scheme, or with what reviewers confirmed, from the values the county's records give. */
async function scoredBy(scheme: Scheme, extras: Extras = {}, more: Record<string, MetricValue> = {}) {
  const { townships } = await staff().assessments.values({ year });
  const values = new Map(
    townships.map(({ code, values: own }) => {
      const of = new Map<string, MetricValue>(own.map((value) => [value.metric, value]));
      if (code === peer.code) for (const [metric, value] of Object.entries(more)) of.set(metric, value);
      return [code, of] as const;
    }),
  );
  const assessed = townships.map(({ code, class: one }) => ({
    ...{ id: code, townshipClass: classOf(one) },
    ...(code === home.code ? extras : {}),
  }));
  const results = score(scheme, values, assessed, { closed: true });
  const of = (township: TestTownship) => {
    const found = results.find(({ id }) => id === township.code);
    if (found === undefined) throw new Error("every township has a result");
    return found;
  };
  return { home: of(home), silent: of(silent), vetoed: of(vetoed), peer: of(peer) };
}

describe("a county worked out by hand", () => {
  it("[R85] every indicator that the system computes has the points of the arithmetic", async () => {
    const { townships } = await staff().assessments.scores({ year });
    const own = townships.find(({ township }) => township.code === home.code);
    const computed = own?.scores.filter(({ state }) => state !== "notComputed") ?? [];
    expect(computed.map(({ code }) => code)).toEqual(Object.keys(byHand));
    for (const { code, points, sentence } of computed)
      expect(points, sentence).toBeCloseTo(byHand[code] ?? -1, 2);
    expect(sum(Object.values(byHand))).toBeCloseTo(total, 9);
    // All hundred points are computed.
    expect([own?.total.computed, own?.total.max]).toEqual([100, 100]);
    expect(own?.total.points).toBeCloseTo(total, 2);
  });

  it("[R85] places are told within the class, and who entered nothing has none", async () => {
    const all = await scoredBy(defaultScheme);
    // 65.37 of the hundred points that could be had.
    expect(all.home.final).toBeCloseTo(65.37, 2);
    // One session 2, without a fault 4, six of six present 2 of 2 (no presidium meeting), entered at once 3: 11 of 94.
    expect(all.peer.total.points).toBeCloseTo(11, 2);
    expect(all.peer.final).toBeCloseTo(11.7, 2);
    expect([all.home.rank, all.peer.rank].map(({ rank, of }) => [rank, of])).toEqual([
      [1, 2],
      [2, 2],
    ]);
    expect([all.silent.final, all.silent.rank.rank, all.silent.grade.grade]).toEqual([null, null, null]);
  });

  it("[R85] a year whose only session had three of six is one without a session: vetoed, and its points are still told", async () => {
    const { vetoed: own } = await scoredBy(defaultScheme);
    expect(own.vetoes).toEqual(["全年未召开人代会"]);
    expect(own.grade.grade).toBe("不合格");
    // No session 0; too few present is one fault 3; attendance 3 of 6 under 75 % is 0 of 2; entered at once 3: 6 of 94.
    expect(own.final).toBeCloseTo(6.38, 2);
  });

  it("[R85] bonus stops at its cap, deductions come off, and a reviewer's veto caps the grade", async () => {
    const bonuses = new Map([["innovation", 3]]);
    const deductions = new Map([
      ["falseRecord", 1],
      ["copiedText", 1],
    ]);
    const all = await scoredBy(defaultScheme, { bonuses, deductions, vetoes: new Set(["V3"]) });
    // 3 × 2 = 6, at most 5; 1 × 3 + 1 × 1 = 4; 65.37 + 5 − 4.
    expect([all.home.bonus.points, all.home.deduction.points]).toEqual([5, 4]);
    expect(all.home.final).toBeCloseTo(66.37, 2);
    expect(all.home.grade.grade).toBe("不合格");
  });

  it("[R85] of three with points 40 % make one place: the second best is good enough and stays out", async () => {
    const grades = [
      { name: "优秀", atLeast: 10, quotaPercent: 40 },
      { name: "合格", atLeast: 0, quotaPercent: null },
    ];
    const all = await scoredBy({ ...defaultScheme, grades });
    expect([all.home.grade.grade, all.peer.grade.grade]).toEqual(["优秀", "合格"]);
    expect(all.peer.grade.why).toContain("只有 1 个名额");
  });

  it("[R85] shares of fewer than five cases leave, and their weight goes to the rest", async () => {
    const { home: own } = await scoredBy({
      ...defaultScheme,
      smallNumber: { under: 5, then: "notApplicable" },
    });
    // Of 4, 4, 1, 2, 2, 2, 2 and 2 cases; 5 + 3 + 2 + 4 + 4 + 4 + 2 + 2 = 26 points of weight. D4 has two as well, and a rule of its
    // own: it is drawn towards the class's middle, where nobody has five, so that it counts as it is.
    expect(own.total.notApplicable).toEqual(["B4", "C5", "C6", "D1", "E2", "F1", "F2", "G1"]);
    // 65.37 − (3.75 + 2.7 + 2 + 2 + 2 + 2 + 1 + 1) = 48.92 of 74; × 100/74 = 66.11.
    expect(own.total.points).toBeCloseTo(48.92, 2);
    expect(own.total.redistributed).toBeCloseTo(66.11, 2);
    expect(own.final).toBeCloseTo(66.11, 2);
  });

  it("[R85] or are drawn towards the middle of those in the class that have enough", async () => {
    const ten: MetricValue = { state: "value", numerator: 10, denominator: 10 };
    const shrinking: Scheme = { ...defaultScheme, smallNumber: { under: 5, then: "shrink" } };
    const { home: own } = await scoredBy(shrinking, {}, { C5: ten });
    // Four rated at 90 %, and one more as in the class, where it is 100 %: (4 × 0.9 + 1 × 1)/5 = 92 %, 3 × 0.92.
    expect(own.scores.find(({ code }) => code === "C5")?.points).toBeCloseTo(2.76, 2);
  });
});
