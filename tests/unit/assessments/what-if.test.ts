import { describe, expect, test } from "vitest";
import { drawn, usualDrawing, type Weighed } from "@/domains/assessments/rules/draws";
import { pointsAfter, sensitivityOf, smallestSwap } from "@/domains/assessments/rules/leaning";
import { movedScheme, type Moves, noMoves } from "@/domains/assessments/rules/moved";
import { parametersOf, withParameter } from "@/domains/assessments/rules/parameters";
import { scoredBy, type Subject, whatIf } from "@/domains/assessments/rules/what-if";
import { defaultScheme } from "@/domains/figures/rules/default-scheme";
import { type Indicator, indicatorsOf } from "@/domains/figures/rules/scheme";
import { randomOf } from "../../fuzz/random";
import { anySubjects } from "./subjects";

const indicator = (code: string): Indicator => {
  const found = indicatorsOf(defaultScheme).find((one) => one.code === code);
  if (found === undefined) throw new Error(code);
  return found;
};
const few = { draws: 100, spread: 0.25, seed: 7 };
const seeds = Array.from({ length: 40 }, (_, index) => index + 1);

/** Any moves a hand could make at the sliders. */
function anyMoves(seed: number): Moves {
  const random = randomOf(seed);
  const factor = () => random.below(9) / 4;
  const parameters = indicatorsOf(defaultScheme).flatMap((one) =>
    parametersOf(one)
      .filter(() => random.chance(0.3))
      .map(({ path, min, max }) => ({
        code: one.code,
        path,
        value: min + random.below(11) * ((max - min) / 10),
      })),
  );
  return {
    dimensions: { A: factor(), C: factor() },
    weights: { B1: factor(), C4: factor(), D2: factor() },
    parameters,
  };
}

const weights = (moves: Partial<Moves>) =>
  Object.fromEntries(
    indicatorsOf(movedScheme(defaultScheme, { ...noMoves, ...moves })).map(({ code, points }) => [
      code,
      points,
    ]),
  );

describe("a scheme that somebody tries", () => {
  test("is the very same one while nothing is moved [R85]", () => {
    expect(movedScheme(defaultScheme, noMoves)).toBe(defaultScheme);
    expect(movedScheme(defaultScheme, { ...noMoves, weights: { C4: 1 }, dimensions: { A: 1 } })).toBe(
      defaultScheme,
    );
  });

  test("takes what one weight gains from all others in proportion, so that they come to what they came to [R85]", () => {
    // C4 has 6 of 100 points: doubled 12 of 106, which is 11.32 of 100, and A1's 5 are 4.72.
    const after = weights({ weights: { C4: 2 } });
    expect([after["C4"], after["A1"]]).toEqual([11.32, 4.72]);
    expect(Object.values(after).reduce((sum, points) => sum + points, 0)).toBeCloseTo(100, 8);
  });

  test("moves all indicators of a dimension by its weight [R85]", () => {
    // The 18 points of the meetings left out, 82 remain for 100: C3's 5 are 6.1.
    const after = weights({ dimensions: { A: 0 } });
    expect([after["A1"], after["A4"], after["C3"]]).toEqual([0, 0, 6.1]);
  });

  test("keeps the shape of a formula that says points itself [R85]", () => {
    const subject: Subject = {
      id: "t",
      name: "高亭镇",
      class: 2,
      points: null,
      rank: null,
      values: [
        { metric: "A1", state: "value", numerator: 1, denominator: 1 },
        { metric: "B6", state: "value", numerator: 3, denominator: 3 },
      ],
    };
    const share = (moves: Moves, code: string) => {
      const scores = scoredBy(movedScheme(defaultScheme, moves), [subject])[0]?.scores ?? [];
      const found = scores.find((one) => one.code === code);
      return (found?.points ?? 0) / (found?.max ?? 1);
    };
    const moves = { ...noMoves, weights: { A1: 2, B6: 2 } };
    expect(share(moves, "A1")).toBeCloseTo(0.4, 2);
    expect(share(moves, "B6")).toBeCloseTo(0.6, 2);
  });
});

describe("the numbers of a formula that may be moved", () => {
  test("of a quota are its bar and what each one more or fewer brings, where it brings anything [R85]", () => {
    const quota = { kind: "quota", over: "count", target: 3, base: 10, more: 5, less: 0 } as const;
    const own = { ...indicator("B1"), formula: quota, byClass: {} };
    expect(parametersOf(own).map(({ path, value }) => [path, value])).toEqual([
      ["formula.target", 3],
      ["formula.more", 5],
    ]);
    const missing = { ...indicator("C3"), formula: { kind: "missing", each: 2 } as const };
    expect(withParameter(missing, "formula.each", 1).formula).toEqual({ kind: "missing", each: 1 });
  });

  test("are named in plain words, each class's own where the classes have their own [R85]", () => {
    expect(parametersOf(indicator("C4")).map(({ path, label, value }) => [path, label, value])).toEqual([
      ["formula.from", "从多少起计分", 0.4],
      ["formula.to", "到多少得满分", 0.8],
    ]);
    expect(
      parametersOf(indicator("B1")).map(({ path, townshipClass, value }) => [path, townshipClass, value]),
    ).toEqual([
      ["byClass.1.target", 1, 3],
      ["byClass.2.target", 2, 2],
      ["byClass.3.target", 3, 2],
    ]);
    expect(parametersOf(indicator("A4")).map(({ label }) => label)).toEqual([
      "主席团：从多少起计分",
      "主席团：到多少得满分",
      "人代会：从多少起计分",
      "人代会：到多少得满分",
    ]);
    expect(parametersOf(indicator("C3"))).toEqual([]);
  });

  test("never cross: where points begin stays below where they end, bands keep their order [R85]", () => {
    expect(withParameter(indicator("C4"), "formula.from", 0.95).formula).toEqual({
      kind: "linear",
      from: 0.79,
      to: 0.8,
    });
    expect(withParameter(indicator("A1"), "formula.bands.0.atLeast", 0).formula).toMatchObject({
      bands: [{ atLeast: 2 }, { atLeast: 1 }],
    });
    expect(withParameter(indicator("B5"), "formula.factors.1.full", 0.9).formula).toMatchObject({
      factors: [{ full: 1 }, { full: 0.9 }],
    });
    expect(withParameter(indicator("C3"), "formula.target", 3)).toBe(indicator("C3"));
  });
});

/** Two of a class with two indicators of five points: 高 is good at the first, 岱 at the second. */
const weighed = (id: string, points: number[], max = [5, 5]): Weighed => ({
  id,
  townshipClass: 1,
  points,
  max,
});
const high = weighed("高", [5, 2]);
const low = weighed("岱", [1, 5]);

describe("what a ranking hangs on", () => {
  test("is told weight by weight, the shares coming to one [R85]", () => {
    // 7/10 and 6/10; the first pulls (5−3.5) − (1−3) = 3.5 apart, the second (2−3.5) − (5−3) = −3.5: half each.
    expect(sensitivityOf([high, low])).toEqual([0.5, 0.5]);
    expect(sensitivityOf([weighed("甲", [3, 3]), weighed("乙", [3, 3])])).toEqual([0, 0]);
    expect(sensitivityOf([high, { ...low, townshipClass: 2 }])).toEqual([0, 0]);
  });

  test("is told as the smallest change of one weight that brings the second level [R85]", () => {
    // Second weight times 1+x: 7 + 2x = 6 + 5x at x = 1/3; the first: 7 + 5x = 6 + x at x = −1/4.
    const swap = smallestSwap(high, low);
    expect(swap?.index).toBe(0);
    expect(swap?.by).toBeCloseTo(-0.25, 10);
    expect(pointsAfter(5, -0.25)).toBe(3.75);
    expect(smallestSwap(weighed("甲", [5, 5]), weighed("乙", [1, 1]))).toBeNull();
  });

  test("a change a little beyond it swaps the two, one a little before does not [R85]", () => {
    let swapped = 0;
    for (const seed of seeds) {
      const random = randomOf(seed);
      const any = (id: string) => {
        const max = [1, 2, 3, 4, 5].map((points) => (random.chance(0.1) ? 0 : points));
        return weighed(
          id,
          max.map((most) => (most * random.below(11)) / 10),
          max,
        );
      };
      const [one, other] = [any("甲"), any("乙")];
      const swap = smallestSwap(one, other);
      if (swap === null) continue;
      const lead = (by: number) => {
        const share = ({ points, max }: Weighed) => {
          const at = (all: readonly number[]) =>
            all.reduce((sum, own, index) => sum + own * (index === swap.index ? 1 + by : 1), 0);
          return at(points) / at(max);
        };
        return Math.sign(share(one) - share(other));
      };
      if (lead(0) === 0) continue;
      expect(lead(swap.by * 0.98)).toBe(lead(0));
      expect(lead(swap.by * 1.02)).toBe(-lead(0));
      swapped += 1;
    }
    expect(swapped).toBeGreaterThan(10);
  });
});

describe("how certain a place is", () => {
  test("who leads whatever the weights keeps the first place; who is level is tied in effect [R85]", () => {
    const all = [weighed("甲", [5, 5]), weighed("乙", [4, 3]), weighed("丙", [3, 4]), weighed("丁", [0, 0])];
    const found = new Map(drawn(all, few).map((one) => [one.id, one]));
    expect(found.get("甲")).toEqual({ id: "甲", from: 1, to: 1, group: 1 });
    expect(found.get("乙")).toEqual({ id: "乙", from: 2, to: 3, group: 2 });
    expect(found.get("丙")).toEqual({ id: "丙", from: 2, to: 3, group: 2 });
    expect(found.get("丁")).toEqual({ id: "丁", from: 4, to: 4, group: 3 });
  });

  test("the same seed gives the same places, in whatever order the townships come [R85]", () => {
    for (const seed of seeds.slice(0, 4)) {
      const subjects = anySubjects(seed, 12);
      const basis = { scheme: defaultScheme, townships: subjects };
      const moves = anyMoves(seed);
      const once = whatIf(basis, moves, few);
      expect(whatIf(basis, moves, few)).toEqual(once);
      const turned = whatIf({ ...basis, townships: subjects.toReversed() }, moves, few);
      const placed = (rows: typeof once.rows) =>
        rows
          .map(({ id, points, rank, from, to }) => ({ id, points, rank, from, to }))
          .sort((one, other) => (one.id < other.id ? -1 : 1));
      expect(placed(turned.rows)).toEqual(placed(once.rows));
    }
  });

  test("the usual drawing is a thousand draws of a quarter up or down [R85]", () => {
    expect(usualDrawing).toMatchObject({ draws: 1_000, spread: 0.25 });
  });
});

describe("whatever is moved", () => {
  test("every score stays within 0 and its points, and every place within its interval's class [R85]", () => {
    for (const seed of seeds.slice(0, 10)) {
      const townships = anySubjects(seed, 6);
      const scheme = movedScheme(defaultScheme, anyMoves(seed));
      const beyond = scoredBy(scheme, townships).flatMap(({ scores }) =>
        scores.filter(({ points, max }) => (points ?? 0) < 0 || (points ?? 0) > max),
      );
      expect(beyond, `seed ${seed}`).toEqual([]);
      const { rows } = whatIf({ scheme: defaultScheme, townships }, anyMoves(seed), few);
      const astray = rows.filter(({ class: own, from, to, rank }) => {
        const peers = rows.filter((one) => one.class === own && one.rank !== null).length;
        if (rank === null) return from !== null || to !== null;
        return from === null || to === null || from < 1 || from > to || to > peers;
      });
      expect(astray, `seed ${seed}`).toEqual([]);
    }
  });

  test("who has entered nothing has no place, and none is promised [R85]", () => {
    const nothing = anySubjects(3, 1).map((one) => ({
      ...one,
      values: one.values.map((value) => ({
        ...value,
        state: "notEntered" as const,
        numerator: 0,
        denominator: 0,
      })),
    }));
    const { rows, neighbours } = whatIf({ scheme: defaultScheme, townships: nothing }, noMoves, few);
    expect(rows[0]).toMatchObject({ points: null, rank: null, from: null, to: null, group: null });
    expect(neighbours).toEqual([]);
  });
});
