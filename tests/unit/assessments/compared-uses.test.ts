import { describe, expect, test } from "vitest";
import { whatIf } from "@/domains/assessments/rules/what-if";
import { applyCompared, comparedSet } from "@/domains/figures/rules/compared";
import { curveOf, dotOf, drawnSet } from "@/domains/figures/rules/curve";
import { formulaText, readFormula } from "@/domains/figures/rules/formula-text";
import { gainOf } from "@/domains/figures/rules/gain";
import { kindsFor } from "@/domains/figures/rules/metric-parts";
import type { ComparedFormula } from "@/domains/figures/rules/scheme";
import { checkScheme } from "@/domains/figures/rules/scheme-check";
import { schemeDifference } from "@/domains/figures/rules/scheme-difference";
import { scoreOf } from "@/domains/figures/rules/score";
import { amongAll, score } from "@/domains/figures/rules/scoring";
import {
  average,
  best,
  down,
  firstThree,
  five,
  formulas,
  last,
  notEntered,
  of,
  ofC3,
  pointsOf,
} from "./compared-towns";
import { indicator, schemeOf } from "./schemes";

describe("what is made of it [R85]", () => {
  const one = { points: 5, metric: "C3" };
  const values = five.map(([, value]) => value);

  test("the curve is drawn with the others as they were, and everybody lies on it", () => {
    for (const formula of [best, average, firstThree, down, last]) {
      const set = drawnSet(formula, values, null);
      const { line = [] } = curveOf({ ...one, formula }, set) ?? {};
      const dots = values.map((value) => dotOf({ ...one, formula }, value, set));
      expect(dots.map((dot) => dot?.points)).toEqual(pointsOf(ofC3(formula), five));
      for (const dot of dots) expect(line).toContainEqual(dot);
      const rising = line.map(({ points }) => points);
      expect(rising).toEqual(rising.toSorted((a, b) => a - b));
    }
    expect(drawnSet(best, values.slice(0, 2), null)).toEqual([]);
    expect(curveOf({ ...one, formula: best }, [])).toBeNull();
    expect(dotOf({ ...one, formula: best }, notEntered, [1])).toBeNull();
  });

  test("the next deed is worth what it brings while the others stay as they are, and says so", () => {
    const towns = new Map(five.map(([id, value]) => [id, new Map([["C3", value]])]));
    const all = five.map(([id]) => ({ id, townshipClass: 1 as const }));
    const scheme = ofC3(best, {}, { improvesBy: "done" });
    const [own] = scheme.dimensions[0]?.indicators ?? [];
    if (own === undefined) throw new Error("the scheme has one indicator");
    const among = amongAll(scheme, towns, all);
    // 41/50 = 0.82; 0.82/0.96 × 5 = 4.27, before 4.17.
    expect(gainOf(own, of(40, 50), among({ id: "乙", townshipClass: 1 }))).toEqual({
      ...{ code: "C3", points: 0.1, sentence: "再办 1 件：+0.1 分（按别人现在的数）" },
    });
    // The first one has all there is.
    expect(gainOf(own, of(48, 50), among({ id: "甲", townshipClass: 1 }))).toBeNull();
    // One's own former value is no longer among those one is compared with.
    const without = scoreOf(own, of(24, 50), among({ id: "甲", townshipClass: 1 }));
    expect(without.sentence).toContain("最高 80.0%");
  });

  test("other weights move the points in proportion, and a number of places may be tried", () => {
    const scheme = schemeOf([
      indicator("C3", 5, firstThree, { metric: "C3" }),
      indicator("C4", 5, { kind: "ratio" }, { metric: "C4" }),
    ]);
    const townships = five.map(([id, value]) => ({
      ...{ id, name: id, class: 1, points: null, rank: null },
      values: [
        { ...value, metric: "C3" },
        { ...of(1, 2), metric: "C4" },
      ],
    }));
    const moves = { dimensions: {}, weights: { C3: 3 }, parameters: [] };
    // 5 × 3 of 20 in all is 7.5 of ten: 7.5, 4.5, 3.
    const moved = whatIf({ scheme, townships }, moves);
    expect(moved.scheme.dimensions[0]?.indicators[0]?.formula).toEqual({
      ...firstThree,
      points: [7.5, 4.5, 3],
    });
    const tried = whatIf(
      { scheme, townships },
      { ...moves, weights: {}, parameters: [{ code: "C3", path: "formula.points.1", value: 9 }] },
    );
    // No place is worth more than the one before it.
    expect(tried.scheme.dimensions[0]?.indicators[0]?.formula).toEqual({ ...firstThree, points: [5, 5, 2] });
  });

  test("a reviewer's points change nobody else's, and the sentence says so", () => {
    const towns = new Map(five.map(([id, value]) => [id, new Map([["C3", value]])]));
    const all = five.map(([id]) => ({ id, townshipClass: 1 as const }));
    const before = score(ofC3(best), towns, all);
    const given = new Map([["C3", 5]]);
    const reasons = new Map([["C3", "一件答复另有原件"]]);
    const after = score(ofC3(best), towns, [
      ...all.slice(0, 4),
      { id: "戊", townshipClass: 1, given, reasons },
    ]);
    expect(after.slice(0, 4).map(({ scores }) => scores)).toEqual(
      before.slice(0, 4).map(({ scores }) => scores),
    );
    expect(after[4]?.scores[0]?.sentence).toContain(
      "系统得分 1.56，评审定为 5.00（只改本项得分，其他乡镇仍按封存的数比较）：一件答复另有原件",
    );
  });
});

describe("in words and in the editor [R85]", () => {
  test("every kind is read back as it was written, and as people type it", () => {
    for (const formula of [...formulas, { ...firstThree, over: "faults" as const }])
      expect(readFormula(formulaText(formula))).toEqual(formula);
    expect(formulaText(down)).toBe("按百分比，全县第 1 名得 5 分，每低一名减 0.5 分，最低 3.5 分");
    expect(readFormula("按数量,同类第1名得5分;第2名得3分;其余得0分")).toEqual({
      ...{ kind: "places", over: "count", among: "class", points: [5, 3], others: 0 },
    });
    for (const text of [
      "全县最高的得满分，其余按比例",
      "按百分比，全县第 2 名得 5 分；其余得 0 分",
      "按百分比，全县后几名扣 2 分",
    ])
      expect(readFormula(text)).toBeNull();
  });

  test("the difference of two versions says who is compared with whom", () => {
    expect(schemeDifference(ofC3(best), ofC3({ ...best, among: "class", to: "average" }))).toEqual([
      "C3 指标C3：算法由「按百分比，全县最高的得满分，其余按比例」改为「按百分比，同类达到平均的得满分，其余按比例」。",
    ]);
  });

  test.each<[ComparedFormula, string]>([
    [{ ...firstThree, points: [5, 6] }, "应在 0 到本指标的 5 分之间"],
    [{ ...firstThree, points: [3, 4] }, "后一名的得分不能比前一名多"],
    [{ ...firstThree, points: [5, 3], others: 4 }, "「其余」不能比最后列出的一名多"],
    [{ ...firstThree, points: [] }, "请至少设第一名的得分"],
    [{ ...firstThree, points: [2, 2], others: 2 }, "比不出高低"],
    [{ ...down, first: 6 }, "第一名的得分应大于 0、不超过本指标的 5 分"],
    [{ ...down, each: 0 }, "每低一名减的分应大于 0"],
    [{ ...down, floor: 5 }, "最低分应在 0 分到第一名的得分之间"],
    [{ ...last, places: 1.5 }, "后几名应为 1 到 100 的整数"],
    [{ ...last, each: 6 }, "超过本指标的 5 分"],
    [{ ...best, over: "count" }, "比较也要按百分比比"],
  ])("%j is refused with what to do", (formula, said) => {
    const scheme = ofC3(formula, { vetoes: [], bonuses: [], bonusCap: 0, deductions: [], deductionCap: 0 });
    expect(
      checkScheme(scheme)
        .map(({ message }) => message)
        .join(),
    ).toContain(said);
  });

  test("of faults there is no best in proportion, and who has only faults is offered places", () => {
    expect(kindsFor("A2")).not.toContain("relative");
    expect(kindsFor("A2")).toContain("places");
    expect(comparedSet({ over: "faults" }, [of(2, 2), of(0, 2)], null)).toEqual([0, 2]);
    expect(applyCompared({ ...down, over: "faults" }, 0, [0, 1, 2], 5).points).toBe(5);
  });
});
