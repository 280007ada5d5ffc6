import { describe, expect, it } from "vitest";
import { changeText, effectText } from "@/domains/effects/labels";
import { type Control, effectOf, middleOf, yearsAround } from "@/domains/effects/rules/effect";

const pair = (before: number | null, after: number | null, same = true): Control => ({
  ...{ before, after, oneCase: 0.02, same },
});
const asked = { less: false, begun: true };

describe("whether a practice helped, by figures", () => {
  it("is the adopter's change beyond the middle change of its class, by hand [R90]", () => {
    const own = { before: 0.6, after: 0.9, oneCase: 0.02 };
    // Changes of −0.02, 0, 0.05, 0.06 and 0.1: the middle is 0.05, the distances 0.07, 0.05, 0, 0.01, 0.05 with the middle 0.05.
    const controls = [pair(0.5, 0.48), pair(0.7, 0.7), pair(0.6, 0.65), pair(0.8, 0.86), pair(0.5, 0.6)];
    expect(effectOf({ ...asked, own, controls })).toEqual({
      ...{ kind: "measured", before: 0.6, after: 0.9, change: 0.3, among: "class", controls: 5 },
      ...{ middle: 0.05, spread: 0.05, difference: 0.25, noise: 0.15, verdict: "better" },
    });
  });

  it("is told of nobody where the difference is within what differs anyhow [R90]", () => {
    const own = { before: 0.6, after: 0.7, oneCase: 0.02 };
    const controls = [pair(0.5, 0.48), pair(0.7, 0.7), pair(0.6, 0.65), pair(0.8, 0.86), pair(0.5, 0.6)];
    expect(effectOf({ ...asked, own, controls })).toMatchObject({ difference: 0.05, verdict: "unclear" });
  });

  it("takes less than one case for nothing, however alike the others are", () => {
    const own = { before: 0.8, after: 0.9, oneCase: 0.1 };
    const controls = Array.from({ length: 5 }, () => pair(1, 1));
    expect(effectOf({ ...asked, own, controls })).toMatchObject({ noise: 0.1, verdict: "unclear" });
    expect(effectOf({ ...asked, own: { ...own, after: 1 }, controls })).toMatchObject({ verdict: "better" });
  });

  it("holds it against the county where the class has fewer than five, and says so", () => {
    const own = { before: 2, after: 6, oneCase: 1 };
    const controls = [pair(2, 2), pair(2, 3), pair(1, 1, false), pair(3, 3, false), pair(2, 2, false)];
    const effect = effectOf({ ...asked, own, controls });
    expect(effect).toMatchObject({
      among: "county",
      controls: 5,
      middle: 0,
      difference: 4,
      verdict: "better",
    });
    const years = { before: 2025, after: 2026 };
    const [, second] = effectText({ metric: "B3", effect, years, running: true });
    expect(second).toContain("5 个本县乡镇（同类不够，按全县）");
  });

  it("is silent with too few, before the year has come, and without figures: 未录 is no zero", () => {
    const own = { before: 0.6, after: 0.9, oneCase: 0.02 };
    const few = Array.from({ length: 6 }, (_, at) => pair(at < 4 ? 0.5 : null, 0.6));
    expect(effectOf({ ...asked, own, controls: few })).toEqual({
      kind: "silent",
      why: "fewControls",
      controls: 4,
    });
    expect(effectOf({ ...asked, own, controls: few, begun: false })).toMatchObject({ why: "notYet" });
    expect(effectOf({ ...asked, own: { ...own, before: null }, controls: few })).toMatchObject({
      why: "noFigure",
    });
  });

  it("of faults fewer are better", () => {
    const own = { before: 6, after: 1, oneCase: 1 };
    const controls = Array.from({ length: 5 }, () => pair(3, 3));
    expect(effectOf({ own, controls, less: true, begun: true })).toMatchObject({
      difference: -5,
      verdict: "better",
    });
    expect(effectOf({ own, controls, less: false, begun: true })).toMatchObject({ verdict: "worse" });
  });

  it("compares the whole year before with the first year most of which lies behind the beginning", () => {
    expect(yearsAround("2026-01-01")).toEqual({ before: 2025, after: 2026 });
    expect(yearsAround("2026-07-01")).toEqual({ before: 2025, after: 2026 });
    expect(yearsAround("2026-08-01")).toEqual({ before: 2025, after: 2027 });
    expect([middleOf([3, 1, 2]), middleOf([4, 1, 2, 3])]).toEqual([2, 2.5]);
  });

  it("says changes in the metric's own unit", () => {
    expect([changeText("C3", 0.125), changeText("B3", -1), changeText("C3", 0)]).toEqual([
      "+12.5 个百分点",
      "−1 次",
      "没有变化",
    ]);
  });
});
