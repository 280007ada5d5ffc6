import { describe, expect, test } from "vitest";
import { curveOf, dotOf } from "@/domains/figures/rules/curve";
import { defaultScheme } from "@/domains/figures/rules/default-scheme";
import { kindsFor, subjectsOfMetric } from "@/domains/figures/rules/metric-parts";
import { metricCodes } from "@/domains/figures/rules/metrics";
import { indicatorsOf } from "@/domains/figures/rules/scheme";
import { checkScheme } from "@/domains/figures/rules/scheme-check";
import * as edit from "@/domains/figures/rules/scheme-edit";
import { indicator, schemeOf } from "./schemes";

const codes = (scheme: typeof defaultScheme) => indicatorsOf(scheme).map(({ code }) => code);
const first = { dimension: 0, indicator: 0 };

describe("a draft is changed without touching what it was [R85]", () => {
  test("indicators are added with a code of their own, moved, removed", () => {
    const more = edit.addIndicator(defaultScheme, 0);
    expect(codes(more).slice(0, 6)).toEqual(["A1", "A2", "A3", "A4", "A5", "B1"]);
    expect(codes(edit.moveIndicator(defaultScheme, first, 1)).slice(0, 2)).toEqual(["A2", "A1"]);
    expect(edit.moveIndicator(defaultScheme, first, -1)).toEqual(defaultScheme);
    expect(codes(edit.removeIndicator(defaultScheme, first))[0]).toBe("A2");
    expect(codes(defaultScheme)).toHaveLength(30);
  });

  test("only an empty dimension is removed", () => {
    const more = edit.addDimension(defaultScheme);
    expect(more.dimensions.at(-1)?.code).toBe("H");
    expect(edit.removeDimension(more, 7)).toEqual(defaultScheme);
    expect(edit.removeDimension(defaultScheme, 0)).toEqual(defaultScheme);
  });

  test("every kind that is offered for a metric begins without a fault, but for what only people can write", () => {
    for (const metric of metricCodes)
      for (const kind of kindsFor(metric).filter((one) => one !== "manual")) {
        const formula = edit.formulaOf(kind, 4, metric);
        const [subject = "township"] = subjectsOfMetric(metric);
        const scheme = schemeOf([indicator("A1", 4, formula, { metric })], {
          subject,
          vetoes: [],
          bonuses: [],
          bonusCap: 0,
          deductions: [],
          deductionCap: 0,
        });
        expect([metric, kind, checkScheme(scheme)]).toEqual([metric, kind, []]);
      }
  });

  test("another metric takes a formula that fits it", () => {
    const one = indicator("A1", 4, { kind: "ratio" }, { metric: "C3" });
    expect(edit.withMetric(one, "C4").formula).toEqual({ kind: "ratio" });
    expect(edit.withMetric(one, "B1").formula.kind).toBe("threshold");
  });
});

describe("the curve is the formula [R85]", () => {
  test("runs from nothing to the points, and a township lies on it", () => {
    const one = indicator("C4", 6, { kind: "linear", from: 0.4, to: 0.8 }, { metric: "C4" });
    const { line = [], unit } = curveOf(one) ?? {};
    expect([unit, line[40], line[60], line[80]]).toEqual([
      "%",
      { x: 40, points: 0 },
      { x: 60, points: 3 },
      { x: 80, points: 6 },
    ]);
    expect(dotOf(one, { state: "value", numerator: 6, denominator: 10 })).toEqual({ x: 60, points: 3 });
    expect(dotOf(one, { state: "notEntered", numerator: 0, denominator: 0 })).toBeNull();
  });

  test("of what is missing the curve falls from the points, and a township lies where it fell to", () => {
    const late = { formula: { kind: "missing", each: 2 } as const, points: 5, metric: "C3" };
    const curve = curveOf(late);
    expect(curve?.line.slice(0, 4)).toEqual([5, 3, 1, 0].map((points, x) => ({ x, points })));
    expect(dotOf(late, { state: "value", numerator: 11, denominator: 12 })).toEqual({ x: 1, points: 3 });
  });

  test("counts run past the target; what several values decide has none", () => {
    const one = indicator("B1", 4, { kind: "threshold", target: 2, below: "proportional" }, { metric: "B1" });
    expect(curveOf(one)?.line).toEqual([0, 1, 2, 3].map((x) => ({ x, points: Math.min(4, 2 * x) })));
    expect(curveOf(indicator("A4", 4, { kind: "parts", parts: [] }, { metric: "A4" }))).toBeNull();
  });
});
