import { describe, expect, it } from "vitest";
import type { MetricCode } from "@/domains/figures/rules/metrics";
import { commonWeaknesses, visitsWorth } from "@/domains/matching/rules/county";
import type { Figure } from "@/domains/matching/rules/figure";
import { type Peer, weakPoints } from "@/domains/matching/rules/weak";

const share = (metric: MetricCode, numerator: number, denominator: number): Figure => ({
  ...{ metric, state: "value", value: numerator / denominator, numerator, denominator },
});
const count = (metric: MetricCode, value: number): Figure => ({
  ...{ metric, state: "value", value, numerator: value, denominator: value },
});
const peer = (id: string, ...figures: Figure[]): Peer => ({ id, class: 1, figures });
const found = (peers: Peer[], metrics: MetricCode[]) =>
  weakPoints(peers, metrics).weak.map(({ id, metric, leaders }) => [
    id,
    metric,
    leaders.map((one) => one.id),
  ]);

/** 甲 leads in C3, 乙 in C4; 丙 is weak in both, 丁 is the middle. */
const known = [
  peer("甲", share("C3", 58, 60), share("C4", 40, 60)),
  peer("乙", share("C3", 44, 60), share("C4", 57, 60)),
  peer("丙", share("C3", 20, 60), share("C4", 15, 60)),
  peer("丁", share("C3", 45, 60), share("C4", 41, 60)),
];

describe("who is weak where, and who leads there", () => {
  it("are exactly the known ones [R90]", () => {
    expect(found(known, ["C3", "C4"])).toEqual([
      ["丙", "C4", ["乙"]],
      ["丙", "C3", ["甲"]],
    ]);
  });

  it("are not told where the same shares stand on few cases [R90]", () => {
    const few = known.map((one) => ({
      ...one,
      figures: one.figures.map(({ metric, numerator }) => share(metric, Math.round(numerator / 12), 5)),
    }));
    expect(found(few, ["C3", "C4"])).toEqual([]);
  });

  it("are not told where all differ by chance alone [R90]", () => {
    const even = ["甲", "乙", "丙", "丁", "戊"].map((id, nth) =>
      peer(id, share("C3", 48 + ((nth * 7) % 5), 60), share("C4", 40 + ((nth * 3) % 4), 60)),
    );
    expect(found(even, ["C3", "C4"])).toEqual([]);
  });

  it("are told of numbers, too, and of faults whoever has more is weak [R90]", () => {
    const peers = [
      peer("甲", count("B3", 14), { ...share("A2", 0, 60), value: 0 }),
      peer("乙", count("B3", 12), { ...share("A2", 1, 60), value: 1 }),
      peer("丙", count("B3", 1), { ...share("A2", 12, 60), value: 12 }),
    ];
    expect(found(peers, ["B3", "A2"]).toSorted()).toEqual([
      ["丙", "A2", ["甲"]],
      ["丙", "B3", ["甲"]],
    ]);
  });

  it("are of one class: whoever leads in another is no example [R90]", () => {
    const apart = known.map((one) => ({ ...one, class: one.id === "丙" ? 2 : 1 }));
    expect(found(apart, ["C3", "C4"])).toEqual([]);
  });

  it("are never told of what was not entered, of nothing due and of money [R90]", () => {
    const missing = known.map((one): Peer => {
      const state = one.id === "丙" ? "notEntered" : "value";
      return {
        ...one,
        figures: one.figures.map((figure) => ({
          ...figure,
          state,
          value: state === "value" ? figure.value : null,
        })),
      };
    });
    expect(found(missing, ["C3", "C4"])).toEqual([]);
    const money = [
      peer("甲", count("M13", 9_000)),
      peer("乙", count("M13", 100)),
      peer("丙", count("M13", 8_000)),
    ];
    expect(found(money, ["M13"])).toEqual([]);
  });

  it("need a gap worth a journey, however sure it is [R90]", () => {
    const large = ["甲", "乙", "丙"].map((id, nth) => peer(id, share("C3", 9_500 - nth * 200, 10_000)));
    expect(found(large, ["C3"])).toEqual([]);
  });
});

describe("a county", () => {
  it("has its pairs by what the visit teaches both, each a learner once [R90]", () => {
    const { weak } = weakPoints(
      [
        peer("甲", share("C3", 58, 60), share("C4", 12, 60), share("D4", 45, 60)),
        peer("乙", share("C3", 18, 60), share("C4", 57, 60), share("D4", 44, 60)),
        peer("丙", share("C3", 20, 60), share("C4", 40, 60), share("D4", 46, 60)),
        peer("丁", share("C3", 45, 60), share("C4", 41, 60), share("D4", 45, 60)),
        peer("戊", share("C3", 46, 60), share("C4", 42, 60), share("D4", 44, 60)),
      ],
      ["C3", "C4", "D4"],
    );
    const told = visitsWorth(weak).map(({ learner, host, lessons }) => [
      ...[learner, host],
      lessons.map(({ point }) => point.metric).toSorted(),
    ]);
    expect(told).toEqual([
      ["甲", "乙", ["C3", "C4"]],
      ["丙", "甲", ["C3"]],
    ]);
  });

  it("is weak as a whole where more than half get less than half of the points [R90]", () => {
    const scored = (id: string, points: number | null) => ({
      id,
      scores: [
        {
          code: "D1",
          state: points === null ? ("notEntered" as const) : ("scored" as const),
          points,
          max: 4,
          steps: [],
          sentence: "",
        },
      ],
    });
    const one = [{ code: "D1", metric: "D1" as const }];
    expect(commonWeaknesses([scored("甲", 1), scored("乙", 0), scored("丙", 4)], one)).toEqual([
      { code: "D1", metric: "D1", of: 3, behind: ["甲", "乙"] },
    ]);
    expect(commonWeaknesses([scored("甲", 1), scored("乙", 3), scored("丙", 4)], one)).toEqual([]);
    expect(commonWeaknesses([scored("甲", 1), scored("乙", 1), scored("丙", null)], one)).toEqual([]);
  });
});
