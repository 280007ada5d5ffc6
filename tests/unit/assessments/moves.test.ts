import { describe, expect, test } from "vitest";
import { placedIn, standsOut } from "@/domains/assessments/rules/stands-out";
import { canBeMended, enteredAs } from "@/domains/figures/rules/behind-metric";
import { cellOf, type PartSum } from "@/domains/figures/rules/cells";
import { defaultScheme } from "@/domains/figures/rules/default-scheme";
import type { MetricValue } from "@/domains/figures/rules/formulas";
import { bestGains, gainOf } from "@/domains/figures/rules/gain";
import { type MetricCode, metricCodes } from "@/domains/figures/rules/metrics";
import { percentileAmong } from "@/domains/figures/rules/percentile";
import { type Indicator, indicatorsOf } from "@/domains/figures/rules/scheme";
import type { Score } from "@/domains/figures/rules/score";
import { movesOf, type OwnRow, without } from "@/domains/figures/rules/without";

const all = indicatorsOf(defaultScheme);
const indicator = (code: string): Indicator => {
  const found = all.find((one) => one.code === code);
  if (found === undefined) throw new Error(code);
  return found;
};
const second = { townshipClass: 2 } as const;

const sumOf = (metric: MetricCode, numerator: number, denominator: number, leftOut = 0): PartSum => ({
  ...{ metric, part: "all", numerator, denominator },
  ...{ counted: denominator, leftOut, records: denominator + leftOut },
});
const row = (metric: MetricCode, numerator: number, denominator: number, reason: string): OwnRow => ({
  ...{ metric, part: "all", numerator, denominator, reason, amount: null },
});

describe("what a record moves", () => {
  const sums = [sumOf("C1", 52, 52), sumOf("C3", 47, 52), sumOf("C4", 3, 10, 5)];

  test("is told by the same formula with its rows and without them [R89]", () => {
    const moves = movesOf(all, sums, [row("C3", 1, 1, "inTime"), row("C1", 1, 1, "inTime")], () => second);
    // 47/52 of 5 points are 4.52; 46/51 are 4.51. 51/51 are as full as 52/52.
    expect(moves.map((move) => [move.code, move.without, move.with])).toEqual([
      ["C1", 2, 2],
      ["C3", 4.51, 4.52],
    ]);
    const late = movesOf(all, sums, [row("C3", 0, 1, "overdue")], () => second);
    // Without the one that is overdue it were 47/51 of 5 points: 4.61.
    expect(late[0]).toMatchObject({ counts: true, without: 4.61, with: 4.52 });
  });

  test("says of a row that is left out why, and that no points hang on it [R89]", () => {
    const [move] = movesOf(all, sums, [row("C4", 0, 0, "notYetDue")], () => second);
    expect(move).toMatchObject({ code: "C4", counts: false, reasons: [{ reason: "notYetDue" }] });
    expect(move?.with).toBe(move?.without);
  });

  test("of the only record of its kind: without it nothing were entered [R89]", () => {
    const [move] = movesOf(
      all,
      [sumOf("C1", 1, 1), sumOf("C3", 1, 1)],
      [row("C1", 1, 1, "inTime")],
      () => second,
    );
    expect([move?.without, move?.with]).toEqual([0, 2]);
  });

  test("rows taken out one after another leave nothing, as if nothing had been entered [R89]", () => {
    const rows = [row("C3", 1, 1, "inTime"), row("C3", 0, 1, "overdue"), row("C3", 0, 0, "notYetDue")];
    const whole = [sumOf("C3", 1, 2, 1)];
    expect(rows.reduce((rest, one) => without(rest, [one]), whole)).toEqual([]);
    expect(cellOf("C3", without(whole, rows)).state).toBe("notEntered");
  });
});

describe("where a township stands out in its class", () => {
  test("is the share of the others below it, equals half; of fewer than three nothing is said [R89]", () => {
    expect(percentileAmong(9, [9, 5, 7])).toBe(1);
    expect(percentileAmong(5, [9, 5, 7])).toBe(0);
    expect(percentileAmong(7, [9, 5, 7, 7, null])).toBe(0.5);
    expect(percentileAmong(9, [9, 5, null])).toBeNull();
    expect(percentileAmong(null, [9, 5, 7])).toBeNull();
  });

  test("the weakest are below the middle and not full, the strongest above it, three of each at most [R89]", () => {
    const scores = (points: (number | null)[]): Score[] =>
      points.map((own, index) => ({
        ...{ code: `I${index}`, state: own === null ? "notApplicable" : "scored", points: own },
        ...{ max: own === null ? 0 : 5, steps: [], sentence: "" },
      }));
    const own = scores([0, 1, 2, 2.5, 5, 5, 5, null]);
    const peers = [own, scores([3, 3, 3, 3, 4, 3, 5, 5]), scores([4, 4, 4, 4, 3, 4, 5, 5])];
    const { weakest, strongest } = standsOut(placedIn(own, peers));
    expect(weakest.map(({ code }) => code)).toEqual(["I0", "I1", "I2"]);
    expect(strongest.map(({ code }) => code)).toEqual(["I5", "I4"]);
  });
});

const of = (numerator: number, denominator: number, parts?: MetricValue["parts"]): MetricValue => ({
  ...{ state: "value", numerator, denominator },
  ...(parts === undefined ? {} : { parts }),
});

describe("what would raise a township", () => {
  test("looks ahead to where points begin and to the next band [R85]", () => {
    // C4 begins at 40%: of ten suggestions one is solved; the fourth more makes five, (0.5 − 0.4) ÷ 0.4 × 6 = 1.5.
    expect(gainOf(indicator("C4"), of(1, 10), second)).toEqual({
      code: "C4",
      points: 1.5,
      sentence: "再办成 1 件建议，做满 4 件才加分：+1.5 分",
    });
    const twice: Indicator = { ...indicator("B2"), formula: { kind: "threshold", target: 3, below: "zero" } };
    expect(gainOf(twice, of(1, 1), second)).toMatchObject({
      points: 3,
      sentence: expect.stringContaining("做满 2 次") as string,
    });
    expect(gainOf(indicator("C4"), of(10, 10), second)).toBeNull();
  });

  test("promises the part of a formula in parts of which nothing was entered yet [R85]", () => {
    const notEntered: MetricValue = { state: "notEntered", numerator: 0, denominator: 0 };
    expect(gainOf(indicator("A4"), notEntered, second)?.points).toBe(2);
  });

  test("puts first what one deed brings, before what takes several [R85]", () => {
    const values = new Map([
      ["C4", of(1, 10)],
      ["B2", of(0, 0)],
      ["B6", of(2, 2)],
    ]);
    expect(bestGains(all, values, second).map(({ code }) => code)).toEqual(["B2", "B6", "C4"]);
  });

  test("of every metric of a half-done year something is promised, or is past mending or not to be added to [R85]", () => {
    const parts = ["all", "session", "presidium", "coverage", "turnout"].map((part) => ({
      ...{ part, numerator: 4, denominator: 10, records: 10 },
    }));
    const half = of(4, 10, parts);
    const silent = all
      .filter(({ metric }) => metric !== null)
      .filter((one) => gainOf(one, half, second) === null)
      .map(({ code }) => code);
    // Meetings, reports, checks and adopted practices are full with four, and a fault stands.
    expect(silent).toEqual(["A1", "A2", "A3", "B1", "B2", "E1", "F3"]);
  });

  test("every metric says what is entered for it, and what was late stays late [R85]", () => {
    expect(Object.keys(enteredAs).sort()).toEqual([...metricCodes].sort());
    expect(["late", "voided", "entered", "quarterMissed"].filter(canBeMended)).toEqual([]);
    expect(["dutyShort:visit.speech", "quarterOpen", "notClosed"].every(canBeMended)).toBe(true);
  });
});
