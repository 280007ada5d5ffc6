import { describe, expect, test } from "vitest";
import { scoredBy } from "@/domains/assessments/rules/what-if";
import type { ComparedFormula, Scheme } from "@/domains/figures/rules/scheme";
import { score } from "@/domains/figures/rules/scoring";
import { isClassed } from "@/domains/figures/rules/subject-schemes";
import { seeded } from "@/lib/seeded";
import {
  average,
  best,
  down,
  firstThree,
  five,
  formulas,
  last,
  notEntered,
  nothingDue,
  of,
  ofC3,
  pointsOf,
  scored,
  type Town,
} from "./compared-towns";

describe("points by comparison, reckoned by hand [R85]", () => {
  test("the best gets all, the others in proportion: 0.8 ÷ 0.96 of 5 = 4.17", () => {
    // 0.96 → 5; 0.8/0.96 = 0.8333 → 4.17; 0.75/0.96 = 0.78125 → 3.91; 0.3/0.96 = 0.3125 → 1.56
    expect(pointsOf(ofC3(best), five)).toEqual([5, 4.17, 4.17, 3.91, 1.56]);
    expect(scored(ofC3(best), five)[1]?.sentence).toBe(
      "C3 指标C3：50 件中 40 件办结（本县办法）= 80.0%，全县可比的 5 个中最高 96.0%，80.0% ÷ 96.0% = 83.3% → 5 分 × 0.833 = 4.17 分",
    );
  });

  test("who reaches the average gets all: (0.96 + 0.8 + 0.8 + 0.75 + 0.3) ÷ 5 = 0.722", () => {
    // 0.3/0.722 = 0.41551 → 2.08
    expect(pointsOf(ofC3(average), five)).toEqual([5, 5, 5, 5, 2.08]);
    expect(scored(ofC3(average), five)[4]?.sentence).toContain("平均 72.2%，30.0% ÷ 72.2% = 41.6%");
  });

  test("equal ones share the better place, and the next place is left out", () => {
    expect(pointsOf(ofC3(firstThree), five)).toEqual([5, 3, 3, 0, 0]);
    expect(scored(ofC3(firstThree), five)[2]?.sentence).toContain("全县可比的 5 个中并列第 2 名（2 个）");
    // 5; 5 − 1 × 0.5 twice; the fourth 5 − 3 × 0.5 = 3.5; the fifth would have 3 and has the floor.
    expect(pointsOf(ofC3(down), five)).toEqual([5, 4.5, 4.5, 3.5, 3.5]);
    expect(scored(ofC3(down), five)[4]?.sentence).toContain("5 分 − 4 × 0.5 分，最低 3.5 分 = 3.5 分");
  });

  test("the last two lose two; who shares the better place is not among them", () => {
    expect(pointsOf(ofC3(last), five)).toEqual([5, 5, 5, 3, 3]);
    const tied = five.map(([id, value], index): Town => [id, index < 2 ? value : of(15, 20)]);
    expect(pointsOf(ofC3(last), tied)).toEqual([5, 5, 5, 5, 5]);
  });

  test("of faults the fewest are the best, and none at all is a first place", () => {
    const formula: ComparedFormula = { ...firstThree, over: "faults" };
    const towns: Town[] = [0, 2, 1, 2].map((faults, index) => [String(index), of(faults, 4)]);
    expect(pointsOf(ofC3(formula, {}, { metric: "A2" }), towns)).toEqual([5, 2, 3, 2]);
  });

  test("of a count, who did nothing has no place, however few did more", () => {
    const formula: ComparedFormula = { ...firstThree, over: "count", others: 1 };
    const towns: Town[] = [3, 0, 0, 0].map((done, index) => [String(index), of(done, done)]);
    expect(pointsOf(ofC3(formula), towns)).toEqual([5, 0, 0, 0]);
    const idle = towns.map(([id]): Town => [id, of(0, 0)]);
    expect(pointsOf(ofC3(formula), idle)).toEqual([0, 0, 0, 0]);
    expect(pointsOf(ofC3({ ...best, over: "count" }), idle)).toEqual([0, 0, 0, 0]);
    expect(scored(ofC3({ ...best, over: "count" }), idle)[0]?.sentence).toContain("都还没有，0 分");
  });

  test("a class is compared with itself", () => {
    const classes = five.map(([id, value], index): Town => [id, value, index < 2 ? 1 : 2]);
    const mine = pointsOf(ofC3({ ...best, among: "class" }), classes);
    // Of the first class only two could be compared; of the second 0.8 is the best: 0.75/0.8 × 5, 0.3/0.8 × 5.
    expect(mine).toEqual([null, null, 5, 4.69, 1.88]);
    expect(isClassed(ofC3({ ...best, among: "class" }))).toBe(true);
    expect(isClassed(ofC3(best))).toBe(false);
  });
});

describe("who is compared [R85]", () => {
  const others: Town[] = [
    ["录", notEntered],
    ["无", nothingDue],
    ["小", of(2, 2)],
  ];
  const rule = { smallNumber: { under: 5, then: "shrink" } } as const;

  test("who entered nothing, was due nothing or has few cases is in nobody's way, and is told why", () => {
    const scheme = ofC3(firstThree, rule);
    const all = scored(scheme, [...five, ...others]);
    expect(all.slice(0, 5).map(({ points }) => points)).toEqual([5, 3, 3, 0, 0]);
    expect(all.slice(5).map(({ state, points, max }) => [state, points, max])).toEqual([
      ["notEntered", 0, 5],
      ["notApplicable", null, 0],
      ["notApplicable", null, 0],
    ]);
    expect(all[7]?.sentence).toBe(
      "C3 指标C3：只有 2 件，不足 5，样本太小，不参加比较，不计分，5 分由其他指标分摊",
    );
  });

  test("fewer than three are not compared: of two, one's points would be the other's figure", () => {
    const [first, second] = scored(ofC3(best), five.slice(0, 2));
    expect(first).toMatchObject({ state: "notApplicable", points: null });
    expect(second?.sentence).toBe(
      "C3 指标C3：全县可比的只有 2 个，不足 3 个，不作比较，不计分，5 分由其他指标分摊",
    );
    expect(pointsOf(ofC3(best), five.slice(0, 3))).toEqual([5, 4.17, 4.17]);
    // The last three of three would be everybody.
    expect(scored(ofC3({ ...last, places: 5 }), five)[0]?.sentence).toContain("只有 5 个，不足 6 个");
  });

  test("the note does not say that nothing was due", () => {
    const [result] = score(ofC3(best), new Map([["甲", new Map([["C3", of(1, 2)]])]]), [
      { id: "甲", townshipClass: 1 },
    ]);
    expect(result?.total.note).toContain("C3 无应办事项或不参加比较");
    expect(result?.final).toBeNull();
  });
});

function drawnTowns(next: () => number): Town[] {
  const many = 3 + Math.floor(next() * 10);
  return Array.from({ length: many }, (_, index): Town => {
    const due = 1 + Math.floor(next() * 9);
    const done = Math.floor(next() * (due + 1));
    const kind = next();
    const value = kind < 0.1 ? notEntered : kind < 0.2 ? nothingDue : of(done, due);
    return [String(index), value, next() < 0.5 ? 1 : 2];
  });
}

describe("whatever the figures [R85]", () => {
  const cases = (each: (scheme: Scheme, towns: Town[], next: () => number) => void) => {
    const next = seeded(20_260_101);
    for (const formula of formulas)
      for (let draw = 0; draw < 25; draw += 1)
        each(
          ofC3(formula, draw % 3 === 0 ? { smallNumber: { under: 3, then: "shrink" } } : {}),
          drawnTowns(next),
          next,
        );
  };

  test("points stay within nothing and the indicator's", () => {
    cases((scheme, towns) => {
      for (const { points, max, steps } of scored(scheme, towns)) {
        expect(points ?? 0).toBeGreaterThanOrEqual(0);
        expect(points ?? 0).toBeLessThanOrEqual(max);
        expect(steps.length).toBeGreaterThan(0);
      }
    });
  });

  test("the order in which townships come changes nothing, not a digit and not a word", () => {
    cases((scheme, towns, next) => {
      const shuffled = towns
        .map((town) => [next(), town] as const)
        .sort(([one], [other]) => one - other)
        .map(([, town]) => town);
      const before = new Map(scored(scheme, towns).map((one, index) => [towns[index]?.[0], one]));
      const after = new Map(scored(scheme, shuffled).map((one, index) => [shuffled[index]?.[0], one]));
      for (const [id, one] of before) expect(after.get(id)).toEqual(one);
    });
  });

  test("one more good deed of one's own never lowers one's own points, nor raises another's", () => {
    cases((scheme, towns, next) => {
      const at = Math.floor(next() * towns.length);
      const [id = "", value = nothingDue, own = 1] = towns[at] ?? [];
      if (value.state !== "value" || value.numerator >= value.denominator) return;
      const more: Town = [id, { ...value, numerator: value.numerator + 1 }, own];
      const before = pointsOf(scheme, towns).map((points) => points ?? 0);
      const after = pointsOf(scheme, towns.with(at, more)).map((points) => points ?? 0);
      const moved = after.map((points, index) => (points - (before[index] ?? 0)) * (index === at ? 1 : -1));
      expect(Math.min(...moved)).toBeGreaterThanOrEqual(0);
    });
  });

  test("what another class did is nothing to who is compared within the own one", () => {
    cases((scheme, towns, next) => {
      const formula = scheme.dimensions[0]?.indicators[0]?.formula;
      if (formula === undefined || !("among" in formula) || formula.among !== "class") return;
      const changed = towns.map(([id, value, own]): Town => [
        id,
        own === 2 ? of(next(), 1) : value,
        own ?? 1,
      ]);
      const [before, after] = [scored(scheme, towns), scored(scheme, changed)];
      for (const [index, [, , own]] of towns.entries())
        if (own === 1) expect(after[index]).toEqual(before[index]);
    });
  });

  test("the browser's trial gives what the server gave, to the last digit", () => {
    cases((scheme, towns) => {
      const subjects = towns.map(([id, value, own = 1]) => ({
        ...{ id, name: id, class: own, points: null, rank: null },
        values: [{ ...value, metric: "C3" }],
      }));
      const sent = JSON.parse(JSON.stringify({ scheme, townships: subjects })) as {
        scheme: Scheme;
        townships: typeof subjects;
      };
      expect(scoredBy(sent.scheme, sent.townships).map(({ scores }) => scores[0])).toEqual(
        scored(scheme, towns),
      );
    });
  });
});
