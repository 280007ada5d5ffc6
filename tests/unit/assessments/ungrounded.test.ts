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
  const around = [sum("C1", 1, 1), sum("B4", 1, 1)];
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
    expect(single?.unplaced).toBe("件数太少：一共只有 1 件，不足 3 件，得分照列，不排位");
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

  it("as many cases as the scheme asks for are enough, whatever they are of, and the same case counts once", () => {
    expect(whyUnplaced({ cases: 3, asked: 3 })).toBeNull();
    expect(whyUnplaced({ cases: 2, asked: 3 })).toContain("不排位");
    expect(whyUnplaced({ cases: 0, asked: null })).toBeNull();
    // Two suggestions, replied to and solved, are two cases; with a finding that was struck off they are three.
    const two = [sum("C3", 2, 2), sum("C4", 2, 2)];
    const units = placed({ busy: busy(1), two, three: [...two, sum("B4", 1, 1), sum("B3", 1, 1)] });
    expect(units.get("two")).toMatchObject({ rank: { rank: null } });
    expect(units.get("three")).toMatchObject({ unplaced: null });
    expect(units.get("three")?.rank.rank).not.toBeNull();
  });

  it("what a scheme leaves out for its few cases keeps nobody from a place by the rest of it", () => {
    const [dimension] = defaultSchemes.unit.dimensions;
    const indicators = (dimension?.indicators ?? []).map((one) => ({
      ...one,
      smallNumber: one.code === "C3" ? null : { under: 3, then: "notApplicable" as const },
    }));
    const scheme = { ...defaultSchemes.unit, dimensions: [{ code: "C", name: "办理", indicators }] };
    const units = placed({ busy: busy(1), single: [sum("C3", 1, 1), sum("C4", 1, 1)] }, scheme);
    expect(units.get("single")).toMatchObject({ unplaced: null, total: { max: 20 }, rank: { rank: 1 } });
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
    expect(groundOf(scheme, { ...standing, townshipClass: null })).toEqual({ cases: 1, asked: null });
  });
});
