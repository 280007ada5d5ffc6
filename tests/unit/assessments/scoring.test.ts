import { describe, expect, test } from "vitest";
import { defaultScheme } from "@/domains/figures/rules/default-scheme";
import type { MetricValue } from "@/domains/figures/rules/formulas";
import { extraPoints, type Gradable, gradesOf } from "@/domains/figures/rules/grades";
import type { Grade, Scheme } from "@/domains/figures/rules/scheme";
import { checkScheme } from "@/domains/figures/rules/scheme-check";
import { gradeText } from "@/domains/figures/rules/scheme-difference";
import { score } from "@/domains/figures/rules/scoring";
import { indicator, schemeOf } from "./schemes";

const of = (numerator: number, denominator: number): MetricValue => ({
  state: "value",
  numerator,
  denominator,
});
const cases = [
  ["甲", 45, 50],
  ["乙", 40, 50],
  ["丙", 1, 3],
] as const;
const values = new Map(cases.map(([id, done, due]) => [id, new Map([["C3", of(done, due)]])]));
const townships = cases.map(([id]) => ({ id, townshipClass: 1 as const }));
const ofC3 = (rest: Partial<Scheme>) =>
  schemeOf([indicator("C3", 100, { kind: "ratio" }, { metric: "C3" })], rest);

describe("few cases [R85]", () => {
  test("count like many where the scheme says nothing", () => {
    expect(score(ofC3({}), values, townships).map(({ final }) => final)).toEqual([90, 80, 33.33]);
  });

  test("are drawn towards the class's middle: (3 × 1/3 + 2 × 0.85) ÷ 5 = 0.54, and the sentence says so", () => {
    const results = score(ofC3({ smallNumber: { under: 5, then: "shrink" } }), values, townships);
    expect(results.map(({ final }) => final)).toEqual([90, 80, 54]);
    expect(results[2]?.scores[0]?.sentence).toBe(
      "C3 指标C3：3 件中 1 件办结（本县办法） → 只有 3 件，不足 5，向同类中位数 85.0% 靠拢：(3 × 33.3% + 2 × 85.0%) ÷ 5 = 54.0% → 100 分 × 0.54 = 54 分",
    );
  });

  test("stay as they are where nobody of the class has enough", () => {
    const alone = score(ofC3({ smallNumber: { under: 60, then: "shrink" } }), values, townships);
    expect(alone.map(({ final }) => final)).toEqual([90, 80, 33.33]);
    expect(alone[0]?.scores[0]?.sentence).toContain("同类没有可比的中位数，照实计");
  });

  test("are left out, their points shared by the others, and that is shown", () => {
    const two = schemeOf(
      [
        indicator("C3", 60, { kind: "ratio" }, { metric: "C3" }),
        indicator("A1", 40, { kind: "perUnit", each: 20 }, { metric: "A1" }),
      ],
      { smallNumber: { under: 5, then: "notApplicable" } },
    );
    const own = new Map([
      [
        "丙",
        new Map([
          ["C3", of(1, 3)],
          ["A1", of(1, 1)],
        ]),
      ],
    ]);
    const [result] = score(two, own, [{ id: "丙", townshipClass: 1 }]);
    expect(result?.final).toBe(50);
    expect(result?.scores[0]?.sentence).toBe(
      "C3 指标C3：只有 3 件，不足 5，样本太小不计分，60 分由其他指标分摊",
    );
    expect(result?.total.note).toContain("60 分由其他指标分摊");
  });

  test("an indicator may be excepted, and a count of deeds is never too few", () => {
    const scheme = schemeOf(
      [
        indicator("C3", 50, { kind: "ratio" }, { metric: "C3", smallNumber: null }),
        indicator("A1", 50, { kind: "perUnit", each: 25 }, { metric: "A1" }),
      ],
      { smallNumber: { under: 5, then: "notApplicable" } },
    );
    const own = new Map([
      [
        "丙",
        new Map([
          ["C3", of(1, 2)],
          ["A1", of(1, 1)],
        ]),
      ],
    ]);
    expect(score(scheme, own, [{ id: "丙", townshipClass: 1 }])[0]?.final).toBe(50);
  });
});

describe("grades [R85][R86]", () => {
  const all = (finals: readonly number[], vetoes: readonly string[][] = []) =>
    finals.map((final, index) => ({
      id: String(index),
      townshipClass: 1 as const,
      final,
      vetoes: vetoes[index] ?? [],
    }));
  const of10 = [99, 98, 97, 96, 85, 85, 85, 85, 85, 70];
  const named = (given: readonly Gradable[], scheme: Scheme = defaultScheme) => {
    const grades = gradesOf(scheme, given);
    return given.map(({ id }) => grades.get(id)?.grade);
  };

  test("at most 30 % are excellent: of ten the best three, the fourth is told why it is not", () => {
    expect(named(all(of10)).slice(0, 5)).toEqual(["优秀", "优秀", "优秀", "良好", "良好"]);
    expect(gradesOf(defaultScheme, all(of10)).get("3")?.why).toBe(
      "够「优秀」的分数，但「优秀」不超过 30%，只有 3 个名额；96 分，达到 80 分，良好",
    );
  });

  test("who ties for the last place stays out, all of them, and is told so", () => {
    const tied = all([99, 98, 96, 96, ...of10.slice(4)]);
    expect(named(tied).slice(0, 4)).toEqual(["优秀", "优秀", "良好", "良好"]);
    expect(gradesOf(defaultScheme, tied).get("2")?.why).toContain("剩 1 个名额而 2 个同为 96 分，都不列入");
  });

  test("a veto decides the grade and leaves the score and the places to others", () => {
    const vetoed = all(of10, [["选举违法"]]);
    expect(named(vetoed).slice(0, 4)).toEqual(["不合格", "优秀", "优秀", "优秀"]);
  });

  test("places may be said in numbers: the first two, whatever share of the county they are", () => {
    const [, ...lower] = defaultScheme.grades;
    const first = { name: "先进", atLeast: 0, quotaPercent: null, places: 2 };
    const scheme = { ...defaultScheme, grades: [first, ...lower] };
    expect(named(all(of10), scheme).slice(0, 4)).toEqual(["先进", "先进", "良好", "良好"]);
    expect(gradesOf(scheme, all(of10)).get("2")?.why).toContain("「先进」不超过 2 个，只有 2 个名额");
    const both = { ...first, quotaPercent: 10 };
    expect(named(all(of10), { ...scheme, grades: [both, ...lower] }).slice(0, 2)).toEqual(["先进", "良好"]);
  });

  test("the last ones may have a grade of their own, at most so many, whatever their points", () => {
    const [excellent, good] = defaultScheme.grades as [Grade, Grade, Grade];
    const fair = { name: "一般", atLeast: 0, quotaPercent: null };
    const poor = { ...fair, name: "后进", last: 2 };
    const scheme = { ...defaultScheme, grades: [excellent, good, fair, poor] };
    const falling = [99, 98, 97, 96, 95, 94, 93, 92, 91, 70];
    expect(named(all(falling), scheme).slice(-3)).toEqual(["良好", "后进", "后进"]);
    expect(gradesOf(scheme, all(falling)).get("8")?.why).toBe("91 分，居后 2 名，定为后进");
    // Five have 85: with the last one they would be six, so that he alone is among the last two.
    expect(named(all(of10), scheme).slice(-3)).toEqual(["良好", "良好", "后进"]);
    // Of two nobody is among the last two; who is vetoed is none of them.
    expect(named(all([90, 80]), scheme)).not.toContain("后进");
    expect(named(all([90, 80, 70], [[], [], ["选举违法"]]), scheme)).not.toContain("后进");
    expect(gradeText(poor)).toBe("后进 后 2 名");
    const messages = (grades: Grade[]) =>
      checkScheme({ ...defaultScheme, grades }).map(({ message }) => message);
    expect(messages([excellent, good, fair, poor])).toEqual([]);
    expect(messages([excellent, poor, good, fair])).toEqual(["「后几名」的等次要排在最后，请调整。"]);
    expect(messages([poor])).toEqual(["还没有等次，请至少设一个。"]);
    expect(messages([excellent, poor]).join()).toContain("最后一等的起点应为 0 分");
    expect(messages([fair, { ...poor, last: 0.5 }])).toEqual(["后几名应为大于 0 的整数，请改正。"]);
    expect(messages([fair, { ...poor, atLeast: 60 }]).join()).toContain("起点请填 0");
  });

  test("places may be counted in each class", () => {
    const twice = [
      ...all([95, 94, 93, 92]),
      { ...all([91])[0], id: "x", townshipClass: 2 as const, final: 91, vetoes: [] },
    ];
    expect(named(twice, { ...defaultScheme, quotaWithin: "class" })).toEqual([
      "优秀",
      "良好",
      "良好",
      "良好",
      "良好",
    ]);
  });
});

describe("points beside the hundred [R85]", () => {
  test("are counted by confirmed cases and capped", () => {
    const { bonuses, deductions } = defaultScheme;
    expect(
      extraPoints(
        bonuses,
        5,
        new Map([
          ["innovation", 2],
          ["award", 2],
        ]),
      ),
    ).toEqual({
      points: 5,
      steps: [
        "创新做法被全县采用 2 次 × 2 分 = 4 分",
        "有权机关表彰 2 次 × 1 分 = 2 分",
        "合计 6 分，以 5 分为限",
      ],
    });
    expect(extraPoints(deductions, 10, new Map())).toEqual({ points: 0, steps: [] });
  });

  test("of one item count no more than it may, before all together are capped", () => {
    const paper = { code: "b1", name: "经验交流", each: 1, atMost: 2 };
    const award = { code: "b2", name: "表彰", each: 3 };
    const cases = new Map([
      ["b1", 5],
      ["b2", 1],
    ]);
    expect(extraPoints([paper, award], 10, cases)).toEqual({
      points: 5,
      steps: ["经验交流 5 次 × 1 分，这项以 2 分为限 = 2 分", "表彰 1 次 × 3 分 = 3 分"],
    });
  });

  test("move the final points; reviewers' points fill the manual indicators", () => {
    const manual = { kind: "manual", rubric: ["有专人"] } as const;
    const scheme = schemeOf([
      indicator("C3", 90, { kind: "ratio" }, { metric: "C3" }),
      indicator("M1", 10, manual),
    ]);
    const given = {
      given: new Map([["M1", 7]]),
      bonuses: new Map([["award", 1]]),
      deductions: new Map([["falseRecord", 1]]),
    };
    const [result] = score(scheme, values, [{ id: "甲", townshipClass: 1, ...given }]);
    // 90 × 0.9 + 7 = 88, and 1 more, and 3 less
    expect(result?.final).toBe(86);
    // Not reviewed yet: 81 of 90, on the scale of a hundred.
    expect(score(scheme, values, townships)[0]?.final).toBe(90);
  });

  test("a reckoned indicator that reviewers change tells both figures and why; the panel's part is told too [R86]", () => {
    const scheme = schemeOf([indicator("C3", 100, { kind: "ratio" }, { metric: "C3" })]);
    const decided = {
      given: new Map([["C3", 80]]),
      reasons: new Map([["C3", "两件重复登记"]]),
      panel: { points: 60, percent: 20 },
    };
    const [result] = score(scheme, values, [{ id: "甲", townshipClass: 1, ...decided }]);
    const [c3] = result?.scores ?? [];
    expect(c3).toMatchObject({ state: "scored", points: 80, max: 100 });
    expect(c3?.sentence.endsWith("；系统得分 90.00，评审定为 80.00：两件重复登记")).toBe(true);
    // 80 × 0.8 + 60 × 0.2
    expect(result?.final).toBe(76);
    expect(result?.panel).toEqual({
      points: 12,
      steps: ["评议团平均 60 分，占 20%，计 12 分；各项指标得分占 80%"],
    });
  });

  test("a year without a session is vetoed when it is over, not before, and not for want of an entry", () => {
    const none = new Map([["甲", new Map([["A1", of(0, 0)]])]]);
    const scheme = schemeOf([indicator("A1", 5, { kind: "perUnit", each: 5 }, { metric: "A1" })]);
    const vetoes = (given: typeof none, closed: boolean) =>
      score(scheme, given, [{ id: "甲", townshipClass: 1 }], { closed })[0]?.vetoes;
    expect(vetoes(none, false)).toEqual([]);
    expect(vetoes(none, true)).toEqual(["全年未召开人代会"]);
    const silent = new Map([["甲", new Map([["A1", { ...of(0, 0), state: "notEntered" as const }]])]]);
    expect(vetoes(silent, true)).toEqual([]);
  });

  test("the order of the townships changes nothing", () => {
    const there = score(ofC3({ smallNumber: { under: 5, then: "shrink" } }), values, townships);
    const back = score(ofC3({ smallNumber: { under: 5, then: "shrink" } }), values, townships.toReversed());
    expect(back.toReversed()).toEqual(there);
  });
});
