import { describe, expect, it } from "vitest";
import type { PartSum } from "@/domains/figures/rules/cells";
import type { MetricCode } from "@/domains/figures/rules/metrics";
import type { Indicator, Scheme } from "@/domains/figures/rules/scheme";
import { standingsFrom } from "@/domains/figures/rules/standing";
import { defaultSchemes } from "@/domains/figures/rules/subject-schemes";
import { groundOf, placedByGround, whyUnplaced } from "@/domains/figures/rules/ungrounded";

const words = new Proxy({}, { get: () => ({}) }) as Readonly<Record<MetricCode, object>>;
const sum = (metric: MetricCode, numerator: number, denominator: number): PartSum => ({
  ...{ metric, part: "all", numerator, denominator },
  ...{ counted: denominator, leftOut: 0, records: denominator },
});

/** Replies in time and solved suggestions, as the county's default for units asks for them. */
const placed = (units: Readonly<Record<string, PartSum[]>>, scheme: Scheme = defaultSchemes.unit) => {
  const assessed = Object.entries(units).map(([id, sums]) => ({
    ...{ id, class: null, sums, around: { sums: [], blameless: true } },
  }));
  // Their township has entered suggestions.
  const around = [sum("C1", 1, 1)];
  const scored = standingsFrom(
    { year: 2026, today: "2026-12-01", scheme, words },
    assessed.map((one) => ({ ...one, around: { sums: around, blameless: true } })),
  );
  return new Map(
    placedByGround(
      scheme,
      scored.map((one) => ({ ...one, townshipClass: null })),
    ).map((one) => [one.id, one]),
  );
};

const busy = (late: number) => [sum("C3", 10 - late, 10), sum("C4", 8, 10)];

describe("who stands on a case or two has points and no place [R85]", () => {
  it("a unit with a single matter never stands before those with many, and takes no grade from them", () => {
    const units = placed({ busy: busy(1), other: busy(3), single: [sum("C3", 1, 1), sum("C4", 1, 1)] });
    const single = units.get("single");
    expect(single?.rank).toMatchObject({ rank: null, of: 3, unranked: 1 });
    expect(single?.grade).toEqual({ id: "single", grade: null, why: single?.unplaced });
    expect(single?.unplaced).toBe(
      "件数太少：适用的 50 分里，够件数的指标只有 0 分，不到一半，得分照列，不排位",
    );
    expect(single?.final).toBeGreaterThan(0);
    expect([units.get("busy")?.rank.rank, units.get("other")?.rank.rank]).toEqual([1, 2]);
  });

  it("places and grades of all others are as if the few were not there, whatever these did", () => {
    const alone = placed({ busy: busy(1), other: busy(3) });
    for (const good of [0, 1, 2]) {
      const beside = placed({ busy: busy(1), other: busy(3), few: [sum("C3", good, 2), sum("C4", good, 2)] });
      for (const id of ["busy", "other"]) {
        const [is, was] = [beside.get(id), alone.get(id)];
        expect([is?.rank.rank, is?.final, is?.grade]).toEqual([was?.rank.rank, was?.final, was?.grade]);
      }
    }
  });

  it("half of what applies is enough, and no less", () => {
    expect(whyUnplaced({ enough: 50, applies: 100 })).toBeNull();
    expect(whyUnplaced({ enough: 49.99, applies: 100 })).toContain("不排位");
    expect(whyUnplaced({ enough: 0, applies: 0 })).toBeNull();
    // 30 of 50 points rest on enough suggestions, 20 on one reply.
    const units = placed({ busy: busy(1), mixed: [sum("C3", 1, 1), sum("C4", 3, 3)] });
    expect(units.get("mixed")).toMatchObject({ unplaced: null, rank: { unranked: 0 } });
  });

  it("a scheme that has few count like many places everybody, and counts of things done are never few", () => {
    const { smallNumber: _, ...plain } = defaultSchemes.unit;
    const units = placed({ busy: busy(1), single: [sum("C3", 1, 1)] }, plain);
    expect(units.get("single")).toMatchObject({ unplaced: null, rank: { rank: 1 } });
    const indicator: Indicator = {
      ...{ code: "M21", name: "活动", points: 10, metric: "M21", whenNone: "notApplicable" },
      ...{ formula: { kind: "threshold", target: 4, below: "proportional" }, improvesBy: "added" },
      ...{ words: { unit: "次", done: "活动", more: "" }, article: "" },
    };
    const scheme: Scheme = {
      ...defaultSchemes.unit,
      dimensions: [{ code: "A", name: "活动", indicators: [indicator] }],
    };
    const [standing] = standingsFrom({ year: 2026, today: "2026-12-01", scheme, words }, [
      { id: "one", class: null, sums: [sum("M21", 1, 1), sum("D1", 0, 1)] },
    ]);
    if (standing === undefined) throw new Error("it was asked for");
    expect(groundOf(scheme, { ...standing, townshipClass: null })).toEqual({ enough: 10, applies: 10 });
  });
});
