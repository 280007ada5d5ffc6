import { describe, expect, it } from "vitest";
import { boundOf, chanceOfFewer, chanceOfLower } from "@/domains/matching/rules/noise";

describe("what chance does", () => {
  it("to shares of cases is Fisher's exact test: the tea tasted by a lady, and textbook tables [R90]", () => {
    // 1 of 4 against 3 of 4: 17/70, and 0 of 4 against 4 of 4: 1/70.
    expect(chanceOfFewer({ of: 1, n: 4 }, { of: 3, n: 4 })).toBeCloseTo(17 / 70, 6);
    expect(chanceOfFewer({ of: 0, n: 4 }, { of: 4, n: 4 })).toBeCloseTo(1 / 70, 6);
    expect(chanceOfFewer({ of: 7, n: 17 }, { of: 12, n: 15 })).toBeCloseTo(0.02952, 4);
  });

  it("is never more than one, nor lost in large numbers [R90]", () => {
    expect(chanceOfFewer({ of: 9_000, n: 10_000 }, { of: 45_000, n: 50_000 })).toBeGreaterThan(0.45);
    expect(chanceOfFewer({ of: 8_900, n: 10_000 }, { of: 45_000, n: 50_000 })).toBeLessThan(0.002);
    expect(chanceOfFewer({ of: 10, n: 10 }, { of: 10, n: 10 })).toBeCloseTo(1, 6);
    expect(chanceOfFewer({ of: 5, n: 5 }, { of: 0, n: 5 })).toBeCloseTo(1, 6);
  });

  it("takes parts of a weighed case for the one and against the other [R90]", () => {
    expect(chanceOfFewer({ of: 2.6, n: 10 }, { of: 8.9, n: 10 })).toBe(
      chanceOfFewer({ of: 3, n: 10 }, { of: 8, n: 10 }),
    );
  });

  it("to numbers of things done is that of Poisson numbers, each township alike [R90]", () => {
    // None of six, where one of two townships did them all: one half to the sixth.
    expect(chanceOfLower({ of: 0, n: 1 }, { of: 6, n: 1 })).toBeCloseTo(1 / 64, 8);
    expect(chanceOfLower({ of: 0, n: 1 }, { of: 12, n: 4 })).toBeCloseTo(0.8 ** 12, 8);
    expect(chanceOfLower({ of: 0, n: 1 }, { of: 0, n: 4 })).toBe(1);
  });

  it("is allowed for by how many differences were looked at [R90]", () => {
    expect(boundOf([0.001, 0.02, 0.3, 0.9], 0.05)).toBe(0.02);
    expect(boundOf([0.02, ...Array.from({ length: 9 }, () => 0.5)], 0.05)).toBe(0);
    expect(boundOf([], 0.05)).toBe(0);
  });
});
