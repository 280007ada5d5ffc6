import { describe, expect, test } from "vitest";
import { applyFormula, type MetricValue, toCents } from "@/domains/figures/rules/formulas";
import type { LoneFormula as Formula } from "@/domains/figures/rules/scheme";

const of = (numerator: number, denominator: number): MetricValue => ({
  state: "value",
  numerator,
  denominator,
});
const points = (formula: Formula, value: MetricValue, max: number) =>
  applyFormula(formula, value, max).points;

describe("formulas turn a value into points", () => {
  test("a ratio earns its share, to the hundredth [R85]", () => {
    expect(points({ kind: "ratio" }, of(47, 52), 5)).toBe(4.52);
    expect(points({ kind: "ratio" }, of(0, 52), 5)).toBe(0);
    expect(points({ kind: "ratio" }, of(52, 52), 5)).toBe(5);
  });

  test("linear points start at one share and are full at another [R80][R85]", () => {
    const solved: Formula = { kind: "linear", from: 0.4, to: 0.8 };
    expect(points(solved, of(40, 100), 6)).toBe(0);
    expect(points(solved, of(39, 100), 6)).toBe(0);
    expect(points(solved, of(60, 100), 6)).toBe(3);
    expect(points(solved, of(80, 100), 6)).toBe(6);
    expect(points(solved, of(100, 100), 6)).toBe(6);
  });

  test("a threshold is proportional below its target, or nothing [R85]", () => {
    expect(points({ kind: "threshold", target: 4, below: "proportional" }, of(3, 4), 5)).toBe(3.75);
    expect(points({ kind: "threshold", target: 4, below: "proportional" }, of(6, 6), 5)).toBe(5);
    expect(points({ kind: "threshold", target: 4, below: "zero" }, of(3, 4), 5)).toBe(0);
  });

  test("steps take the highest bar that is reached, in whatever order they are written [R85]", () => {
    const sessions: Formula = {
      kind: "step",
      over: "count",
      bands: [
        { atLeast: 1, points: 2 },
        { atLeast: 2, points: 5 },
      ],
    };
    expect([0, 1, 2, 3].map((count) => points(sessions, of(count, count), 5))).toEqual([0, 2, 5, 5]);
  });

  test("points per unit stop at the cap, deductions at zero [R85]", () => {
    expect(points({ kind: "perUnit", each: 0.4 }, of(3, 5), 2)).toBe(1.2);
    expect(points({ kind: "perUnit", each: 0.4 }, of(9, 9), 2)).toBe(2);
    expect(points({ kind: "deduction", each: 1 }, of(3, 9), 4)).toBe(1);
    expect(points({ kind: "deduction", each: 1 }, of(7, 9), 4)).toBe(0);
  });

  test("each case that was due and is missing takes its points off, until nothing is left [R85]", () => {
    const late: Formula = { kind: "missing", each: 2 };
    expect([12, 11, 10, 5].map((done) => points(late, of(done, 12), 5))).toEqual([5, 3, 1, 0]);
    expect(applyFormula(late, of(11, 12), 5).steps).toEqual(["缺 1，5 分 − 1 × 2 分 = 3 分"]);
    expect(applyFormula(late, of(12, 12), 5).steps).toEqual(["一个不缺，得满分 5 分"]);
  });

  test("a quota earns its points, each one more or fewer moves them, never past nothing or the whole [R85]", () => {
    const three: Formula = { kind: "quota", over: "count", target: 3, base: 10, more: 5, less: 5 };
    expect([0, 1, 2, 3, 4, 5, 9].map((count) => points(three, of(count, count), 20))).toEqual([
      ...[0, 0, 5, 10, 15, 20, 20],
    ]);
    expect(applyFormula(three, of(9, 9), 20).steps).toEqual([
      "9，比定额 3 多 6",
      "10 分 + 6 × 5 分，以 20 分为限 = 20 分",
    ]);
    expect(applyFormula(three, of(3, 3), 20).steps).toEqual(["达到定额 3", "10 分"]);
  });

  test("of a share each percentage point below its quota takes points off [R80][R85]", () => {
    const satisfied: Formula = { kind: "quota", over: "ratio", target: 0.95, base: 3, more: 0, less: 0.1 };
    expect([100, 95, 90, 65, 20].map((share) => points(satisfied, of(share, 100), 3))).toEqual([
      ...[3, 3, 2.5, 0, 0],
    ]);
    expect(applyFormula(satisfied, of(187, 200), 3).steps).toEqual([
      "93.5%",
      "比定额 95.0% 少 1.5 个百分点",
      "3 分 − 1.5 × 0.1 分 = 2.85 分",
    ]);
  });

  test("manual points stay within the indicator's maximum [R85]", () => {
    expect(points({ kind: "manual", rubric: [] }, of(2.5, 1), 2)).toBe(2);
    expect(points({ kind: "manual", rubric: [] }, of(-1, 1), 2)).toBe(0);
  });

  test("few answers weaken a satisfaction ratio in proportion, enough answers leave it alone [R80]", () => {
    const satisfaction: Formula = { kind: "ratio", response: { silentPart: "notRated", floor: 0.7 } };
    const silent = (records: number) => [{ part: "notRated", numerator: 0, denominator: 0, records }];
    expect(points(satisfaction, { ...of(7, 7), parts: silent(3) }, 3)).toBe(3);
    expect(points(satisfaction, { ...of(7, 7), parts: silent(13) }, 3)).toBe(1.5);
    expect(points(satisfaction, { ...of(7, 7), parts: [] }, 3)).toBe(3);
  });

  test("parts are scored apart, and a part nobody had to fill is left out of the maximum [R85]", () => {
    const attendance: Formula = {
      kind: "parts",
      parts: [
        { part: "presidium", name: "主席团", points: 2, formula: { kind: "linear", from: 0.6, to: 0.85 } },
        { part: "session", name: "人代会", points: 2, formula: { kind: "linear", from: 0.75, to: 0.95 } },
      ],
    };
    const presidium = { part: "presidium", numerator: 85, denominator: 100, records: 4 };
    const session = { part: "session", numerator: 85, denominator: 100, records: 2 };
    expect(applyFormula(attendance, { ...of(170, 200), parts: [presidium, session] }, 4)).toMatchObject({
      points: 3,
      max: 4,
    });
    expect(applyFormula(attendance, { ...of(85, 100), parts: [presidium] }, 4)).toMatchObject({
      points: 2,
      max: 2,
    });
  });

  test("a product multiplies its factors, each full from its own bar on [R32]", () => {
    const appraisal: Formula = {
      kind: "product",
      factors: [
        { part: "coverage", name: "评议面", full: 1 },
        { part: "turnout", name: "参评率", full: 0.8 },
      ],
    };
    const parts = [
      { part: "coverage", numerator: 5, denominator: 10, records: 10 },
      { part: "turnout", numerator: 80, denominator: 100, records: 1 },
    ];
    expect(points(appraisal, { ...of(5, 10), parts }, 2)).toBe(1);
  });

  test("no formula ever leaves 0 to max, whatever the figures [R85]", () => {
    const formulas: Formula[] = [
      { kind: "ratio" },
      { kind: "linear", from: 0.4, to: 0.8 },
      { kind: "threshold", target: 4, below: "proportional" },
      { kind: "step", over: "ratio", bands: [{ atLeast: 0.5, points: 9 }] },
      { kind: "perUnit", each: 0.7 },
      { kind: "deduction", each: 0.3 },
      { kind: "missing", each: 0.7 },
      { kind: "quota", over: "count", target: 4, base: 2, more: 0.7, less: 0.3 },
      { kind: "quota", over: "ratio", target: 0.95, base: 3, more: 0, less: 0.1 },
      { kind: "manual", rubric: [] },
    ];
    for (const formula of formulas) {
      for (let numerator = 0; numerator <= 12; numerator += 1) {
        for (let denominator = 0; denominator <= 12; denominator += 1) {
          const result = applyFormula(formula, of(numerator, denominator), 3);
          expect(result.points).toBeGreaterThanOrEqual(0);
          expect(result.points).toBeLessThanOrEqual(result.max);
          expect(result.points).toBe(toCents(result.points));
          expect(result.steps.length).toBeGreaterThan(0);
        }
      }
    }
  });

  test("half a cent is rounded up although binary fractions fall short of it", () => {
    expect([toCents(1.005), toCents(2.675), toCents(0), toCents(4.519)]).toEqual([1.01, 2.68, 0, 4.52]);
  });
});
