import { describe, expect, test } from "vitest";
import { defaultScheme } from "@/domains/figures/rules/default-scheme";
import type { Formula, Indicator, Scheme } from "@/domains/figures/rules/scheme";
import { checkScheme, faultInText } from "@/domains/figures/rules/scheme-check";
import { defaultSchemes } from "@/domains/figures/rules/subject-schemes";
import { indicator, schemeOf } from "./schemes";

const noExtras = { bonuses: [], bonusCap: 0, deductions: [], deductionCap: 0 };
const faults = (indicators: readonly Indicator[], rest: Partial<Scheme> = {}) =>
  checkScheme(schemeOf(indicators, { ...noExtras, ...rest })).map(faultInText);
const ofFormula = (formula: Formula, metric: string | null = null, points = 5) =>
  faults([indicator("A1", points, formula, { metric })]);

describe("a scheme is checked as a whole [R85]", () => {
  test("the default one has no fault", () => {
    expect(checkScheme(defaultScheme)).toEqual([]);
  });

  test("points that do not add up, and by how much", () => {
    const two = [indicator("A1", 40, { kind: "ratio" }), indicator("A2", 55, { kind: "ratio" })];
    expect(faults(two, { total: 100 })).toEqual([
      "总分：各指标分值合计 95 分，总分定为 100 分，还差 5 分，请调整分值。",
    ]);
    expect(faults(two, { total: 90 })[0]).toContain("多了 5 分");
  });

  test("a code used twice, an unknown metric, an empty name", () => {
    const twice = [indicator("A1", 5, { kind: "ratio" }), indicator("A1", 5, { kind: "ratio" })];
    expect(faults(twice)).toEqual(["A1：指标编号「A1」用了不止一次，请改成不同的编号。"]);
    expect(faults([indicator("A1", 5, { kind: "ratio" }, { metric: "Z9" })])).toEqual([
      "A1：没有「Z9」这个口径，请重新选择。",
    ]);
    expect(faults([indicator("A1", 5, { kind: "ratio" }, { name: " " })])).toEqual([
      "A1：没有名称，请填写。",
    ]);
  });

  test.each<[string, Formula, string | null, string]>([
    ["a share above 100%", { kind: "linear", from: 0.4, to: 1.2 }, "C4", "起点和终点应在 0% 到 100% 之间"],
    ["from above to", { kind: "linear", from: 0.8, to: 0.4 }, "C4", "起点应低于终点（两者相减要作除数）"],
    ["from equal to, which divides by zero", { kind: "linear", from: 0.8, to: 0.8 }, "C4", "要作除数"],
    [
      "a target of nothing, which divides by zero",
      { kind: "threshold", target: 0, below: "zero" },
      "B1",
      "要作除数",
    ],
    [
      "a floor of nothing, which divides by zero",
      { kind: "ratio", response: { silentPart: "notRated", floor: 0 } },
      "C5",
      "要作除数",
    ],
    [
      "a response where nobody is asked",
      { kind: "ratio", response: { silentPart: "notRated", floor: 0.7 } },
      "C3",
      "没有参评率",
    ],
    [
      "bands that rise",
      {
        kind: "step",
        over: "count",
        bands: [
          { atLeast: 1, points: 2 },
          { atLeast: 2, points: 5 },
        ],
      },
      "A1",
      "从高到低",
    ],
    [
      "a band above the points",
      { kind: "step", over: "count", bands: [{ atLeast: 2, points: 6 }] },
      "A1",
      "本指标的 5 分之间",
    ],
    ["no band at all", { kind: "step", over: "count", bands: [] }, "A1", "至少设一档"],
    ["a ratio over a count", { kind: "ratio" }, "B1", "是数量，不能用「按比例」"],
    ["a piece rate over a ratio", { kind: "perUnit", each: 1 }, "C3", "是百分比，不能用「每个得分」"],
    [
      "bands of a count over a ratio",
      { kind: "step", over: "count", bands: [{ atLeast: 1, points: 5 }] },
      "C3",
      "分档也要按百分比分",
    ],
    ["a piece above the points", { kind: "perUnit", each: 6 }, "B6", "超过本指标的 5 分"],
    ["a deduction of nothing", { kind: "deduction", each: 0 }, "A2", "应大于 0"],
    ["manual without a rubric", { kind: "manual", rubric: [" "] }, null, "至少写一条"],
    [
      "a part that the metric has not",
      { kind: "product", factors: [{ part: "x", name: "甲", full: 1 }] },
      "B5",
      "没有「x」这一部分",
    ],
    [
      "a factor of nothing",
      { kind: "product", factors: [{ part: "coverage", name: "面", full: 0 }] },
      "B5",
      "要作除数",
    ],
    [
      "a quota that would give more than there is",
      { kind: "quota", over: "count", target: 3, base: 6, more: 1, less: 1 },
      "B1",
      "0 到本指标的 5 分之间",
    ],
    [
      "a quota that moves neither way",
      { kind: "quota", over: "count", target: 3, base: 5, more: 0, less: 0 },
      "B1",
      "不加不扣",
    ],
    [
      "a quota in pieces of what is a share",
      { kind: "quota", over: "count", target: 3, base: 5, more: 0, less: 1 },
      "C3",
      "定额也要按百分比定",
    ],
    ["what is missing of a plain number", { kind: "missing", each: 1 }, "B1", "不能用「每缺扣分」"],
    [
      "parts that do not add up",
      { kind: "parts", parts: [{ part: "session", name: "会", points: 3, formula: { kind: "ratio" } }] },
      "A4",
      "分项合计 3 分，本指标是 5 分",
    ],
  ])("%s", (_, formula, metric, said) => {
    const [only, ...more] = ofFormula(formula, metric);
    expect(only).toContain(said);
    expect(more).toEqual([]);
  });

  test("a class's own parameters as well, and says whose", () => {
    const own = { byClass: { 3: { kind: "threshold", target: 0, below: "zero" } as const }, metric: "B1" };
    expect(faults([indicator("B1", 5, { kind: "threshold", target: 2, below: "zero" }, own)])[0]).toMatch(
      /^B1：三类：/,
    );
  });

  test("a cap below one case, grades out of order or without an end, a quota of nothing", () => {
    const one = [indicator("A1", 100, { kind: "ratio" })];
    expect(faults(one, { bonuses: defaultScheme.bonuses, bonusCap: 1 })[0]).toContain("超过加分上限 1 分");
    const grade = (name: string, atLeast: number, quotaPercent: number | null = null) => ({
      name,
      atLeast,
      quotaPercent,
    });
    expect(faults(one, { grades: [grade("好", 80), grade("优", 90), grade("差", 0)] })[0]).toContain(
      "从高到低",
    );
    expect(faults(one, { grades: [grade("好", 80)] })[0]).toContain("起点应为 0 分");
    expect(faults(one, { grades: [grade("好", 80, 0), grade("差", 0)] })[0]).toContain("名额比例");
    expect(faults(one, { grades: [grade("好", 80), grade("差", 0, 30)] })[0]).toContain("不能限名额");
    expect(faults(one, { vetoGrade: "" })[0]).toContain("否决后");
    const first = { ...grade("先进", 0), places: 3 };
    expect(faults(one, { grades: [first, grade("合格", 0)] })).toEqual([]);
    expect(faults(one, { grades: [grade("先进", 0), grade("合格", 0)] })[0]).toContain("从高到低");
    const places = (number: number) => ({ ...grade("好", 80), places: number });
    expect(faults(one, { grades: [places(2), grade("差", 0)] })).toEqual([]);
    expect(faults(one, { grades: [places(1.5), grade("差", 0)] })[0]).toContain("大于 0 的整数");
    expect(faults(one, { grades: [grade("好", 80), { ...places(2), atLeast: 0 }] })[0]).toContain(
      "不能限名额",
    );
    const tight = [{ code: "b1", name: "表彰", each: 2, atMost: 1 }];
    expect(faults(one, { bonuses: tight, bonusCap: 5 })[0]).toContain("最多 1 分，比一次的 2 分还少");
  });

  test("groups and units are assessed by metrics that tell them", () => {
    const unit = { subject: "unit" as const, vetoes: [] };
    expect(faults([indicator("C3", 5, { kind: "ratio" }, { metric: "C3" })], unit)).toEqual([]);
    expect(faults([indicator("A1", 5, { kind: "perUnit", each: 1 }, { metric: "A1" })], unit)).toEqual([
      "A1：这个口径不能用来评承办单位，请换一个口径。",
    ]);
    expect(faults([indicator("C3", 5, { kind: "ratio" }, { metric: "M20" })])).toEqual([
      "C3：这个口径不能用来评乡镇，请换一个口径或改由评审打分。",
    ]);
  });

  test("groups and units have no reviewers: nothing that only they could give may stand in their scheme", () => {
    const manual = indicator("X1", 5, { kind: "manual", rubric: ["好 5 分"] });
    expect(faults([manual], { subject: "group", vetoes: [] })).toEqual([
      "X1：评代表小组没有评审打分的环节，请给这个指标选一个口径，或者删去。",
    ]);
    const one = [indicator("M21", 5, { kind: "perUnit", each: 1 }, { metric: "M21" })];
    expect(faults(one, { subject: "group", vetoes: [] })).toEqual([]);
    expect(faults(one, { subject: "group" })[0]).toContain("评代表小组的方案不能设，请删去");
  });

  test("the default ones for groups and units have no fault", () => {
    expect(Object.values(defaultSchemes).map(checkScheme)).toEqual([[], [], []]);
  });
});
