import { describe, expect, test } from "vitest";
import { defaultScheme } from "@/domains/figures/rules/default-scheme";
import type { MetricValue } from "@/domains/figures/rules/formulas";
import { bestGains, gainOf } from "@/domains/figures/rules/gain";
import { type Indicator, indicatorsOf, pointsOf } from "@/domains/figures/rules/scheme";
import { partialTotal, scoreOf } from "@/domains/figures/rules/score";

const all = indicatorsOf(defaultScheme);
function indicator(code: string): Indicator {
  const found = all.find((one) => one.code === code);
  if (found === undefined) throw new Error(code);
  return found;
}
const of = (numerator: number, denominator: number): MetricValue => ({
  state: "value",
  numerator,
  denominator,
});
const none: MetricValue = { state: "none", numerator: 0, denominator: 0 };
const notEntered: MetricValue = { state: "notEntered", numerator: 0, denominator: 0 };
const second = { townshipClass: 2 } as const;
const score = (code: string, value: MetricValue | undefined) => scoreOf(indicator(code), value, second);

describe("the default scheme", () => {
  test("has thirty indicators of a hundred points, each code once [R85]", () => {
    expect(all).toHaveLength(30);
    expect(new Set(all.map((one) => one.code)).size).toBe(30);
    expect(defaultScheme.dimensions.map(pointsOf)).toEqual([18, 20, 22, 20, 8, 7, 5]);
    expect(defaultScheme.dimensions.reduce((sum, one) => sum + pointsOf(one), 0)).toBe(100);
  });

  test("is plain data: it survives JSON unchanged [R85]", () => {
    expect(JSON.parse(JSON.stringify(defaultScheme))).toEqual(defaultScheme);
  });

  test("parts of an indicator sum to its points, bars never exceed them [R85]", () => {
    for (const { formula, points } of all) {
      if (formula.kind === "parts")
        expect(formula.parts.reduce((sum, part) => sum + part.points, 0)).toBe(points);
      if (formula.kind === "step") expect(Math.max(...formula.bands.map((band) => band.points))).toBe(points);
    }
  });

  test("asks more visits of a larger township [R5][R37]", () => {
    const visits = (townshipClass: 1 | 2 | 3) => scoreOf(indicator("B3"), of(4, 4), { townshipClass }).points;
    expect([visits(1), visits(2), visits(3)]).toEqual([2.67, 3.2, 4]);
  });
});

describe("a score says how it came about", () => {
  test("in one sentence with the numbers put in [R85]", () => {
    expect(score("C3", of(47, 52)).sentence).toBe(
      "C3 按期答复率：52 件中 47 件在 3 个月内答复（代表法第51条）= 90.4% → 5 分 × 0.904 = 4.52 分",
    );
  });

  test("with the county's own period and article where its preset differs [R85]", () => {
    const context = {
      townshipClass: 2,
      done: "在 2 个月内答复",
      article: "重庆市乡镇人大工作条例第16条",
    } as const;
    expect(scoreOf(indicator("C3"), of(1, 2), context).sentence).toContain(
      "2 件中 1 件在 2 个月内答复（重庆市乡镇人大工作条例第16条）= 50.0%",
    );
  });

  test("for counts, tallies and linear shares alike [R85]", () => {
    expect(score("A1", of(2, 2)).sentence).toBe(
      "A1 人代会次数：2 次召开人代会（地方组织法第14条） → 2，属 2 以上一档 → 5 分",
    );
    expect(score("A3", of(3, 4)).sentence).toContain("4 季中 3 季召开主席团会议");
    expect(score("A3", of(3, 4)).points).toBe(3.75);
    expect(score("C4", of(13, 20)).sentence).toContain(
      "= 65.0%，40.0% 起计分、80.0% 满分 → 6 分 × 0.625 = 3.75 分",
    );
  });
});

describe("missing is not zero", () => {
  test("nothing due leaves the total, except where it means that nothing was neglected [R85]", () => {
    expect(score("B4", none)).toMatchObject({ state: "notApplicable", points: null, max: 0 });
    expect(score("C6", none)).toMatchObject({ state: "scored", points: 2, max: 2 });
  });

  test("not entered earns nothing, is named, and differs from a real zero [R9][R85]", () => {
    expect(score("C3", notEntered)).toMatchObject({ state: "notEntered", points: 0, max: 5 });
    expect(score("C3", notEntered).sentence).toContain("未录");
    expect(score("C3", of(0, 4))).toMatchObject({ state: "scored", points: 0, max: 5 });
    expect(score("C6", notEntered)).toMatchObject({ state: "notEntered", points: 0, max: 2 });
  });

  test("what the system does not compute is in no total [R85]", () => {
    const unknown: Indicator = { ...indicator("F3"), metric: null };
    expect(scoreOf(unknown, of(0, 0), second)).toMatchObject({ state: "notComputed", points: null, max: 0 });
    expect(score("C3", undefined)).toMatchObject({ state: "notComputed", points: null, max: 0 });
  });

  test("the partial total names its maximum, what is missing, and the weight that moved [R85]", () => {
    const total = partialTotal(defaultScheme, [
      score("A1", of(2, 2)),
      score("A3", of(2, 4)),
      score("B4", none),
      score("C3", notEntered),
    ]);
    expect(total).toMatchObject({ points: 7.5, max: 15, computed: 20, whole: 100, redistributed: 10 });
    expect(total).toMatchObject({ notApplicable: ["B4"], notEntered: ["C3"] });
    expect(total.notComputed).toHaveLength(26);
    expect(total.note).toMatch(
      /^已算 20 分（方案共 100 分）中得 7.5 分；B4 无应办事项，5 分由其他指标分摊，折合 10 分；C3 未录/,
    );
  });

  test("with nothing applicable there is no redistributed total instead of a division by zero [R85]", () => {
    expect(partialTotal(defaultScheme, [score("B4", none)])).toMatchObject({
      points: 0,
      max: 0,
      redistributed: null,
    });
  });
});

describe("what would raise the score most", () => {
  test("is the difference that one more deed makes [R85]", () => {
    expect(gainOf(indicator("A1"), of(1, 1), second)).toEqual({
      code: "A1",
      points: 3,
      sentence: "再依法召开 1 次人代会：+3 分",
    });
    expect(gainOf(indicator("B4"), of(3, 4), second)?.points).toBe(1.25);
  });

  test("offers nothing that is full, past mending, not due or not computed [R85]", () => {
    expect(gainOf(indicator("B4"), of(4, 4), second)).toBeNull();
    expect(gainOf(indicator("A3"), of(4, 4), second)).toBeNull();
    expect(gainOf(indicator("C6"), none, second)).toBeNull();
    expect(gainOf(indicator("A2"), of(1, 1), second)).toBeNull();
    expect(gainOf(indicator("A1"), undefined, second)).toBeNull();
  });

  test("promises nothing of what is owed to everybody while nobody was counted [R49]", () => {
    expect(gainOf(indicator("D6"), notEntered, second)).toBeNull();
    expect(gainOf(indicator("D6"), of(44, 60), second)?.points).toBe(0.05);
    expect(gainOf(indicator("D6"), of(60, 60), second)).toBeNull();
  });

  test("takes the part of an indicator that pays most [R85]", () => {
    const parts = [
      { part: "presidium", numerator: 7, denominator: 10, records: 1 },
      { part: "session", numerator: 40, denominator: 40, records: 1 },
    ];
    const value = { ...of(47, 50), parts };
    expect(gainOf(indicator("A4"), value, second)?.points).toBe(0.22);
  });

  test("lists the best first and no more than asked [R85]", () => {
    const values = new Map([
      ["A1", of(1, 1)],
      ["A3", of(3, 4)],
      ["B4", of(9, 10)],
      ["C3", notEntered],
    ]);
    expect(bestGains(all, values, second).map((gain) => gain.code)).toEqual(["C3", "A1", "A3"]);
  });
});
