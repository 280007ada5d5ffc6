import { describe, expect, it } from "vitest";
import type { OutcomeKind } from "@/domains/appraisals/labels";
import { noticeOf } from "@/domains/appraisals/rules/notice";
import { mayUse, type OutcomeFacts } from "@/domains/appraisals/rules/outcomes";
import { behindComposite, compositeInWords, rankUnits, type UnitYear } from "@/domains/appraisals/rules/year";

const unit = (name: string, scores: readonly number[], change: Partial<UnitYear> = {}): UnitYear => ({
  ...{ unitId: name, name, dualManaged: false, superior: null, rated: 0, satisfied: 0, basic: 0 },
  rounds: scores.map((score, at) => ({
    ...{ quarter: (["q1", "q2", "q3", "q4"] as const)[at] ?? "q4", score },
    ...{ complaintPoints: 0, handlingPoints: 0 },
  })),
  ...change,
});
const named = (units: readonly UnitYear[]) =>
  rankUnits(units, 30).map(({ name, rank, composite, tier }) => [name, rank, composite, tier]);

describe("a year's composite [R32]", () => {
  it("is the mean of the rounds at mid-year and at the year's end, less what was taken off", () => {
    const off = { quarter: "q2" as const, score: 80, complaintPoints: 2.5, handlingPoints: 1 };
    const [first] = rankUnits([unit("甲", [], { rounds: [{ ...off, quarter: "q1", score: 90 }, off] })], 30);
    expect(first).toMatchObject({ midYear: 85, yearEnd: 85, complaints: 5, handlingOff: 2, composite: 78 });
  });

  it("weighs how the unit's suggestions were rated, with the sum behind it", () => {
    const units = rankUnits([unit("甲", [90, 94], { rated: 4, satisfied: 3, basic: 1 })], 30);
    expect(units[0]).toMatchObject({ yearEnd: 92, handling: 90, composite: 91.4 });
    expect(units.map((one) => behindComposite(one, 30))).toEqual([
      "第一季度 90、第二季度 94，平均 92；92 × 70% + 90 × 30% = 91.4",
    ]);
    expect(compositeInWords(40)).toContain("× 60% + 建议办理得分 × 40%");
  });

  it("ranks with equal places, leaves out whom nobody judged, and tells good, middle and poor apart", () => {
    expect(
      named([unit("丁", []), unit("乙", [80]), unit("甲", [90]), unit("丙", [80]), unit("戊", [60])]),
    ).toEqual([
      ["甲", 1, 90, "good"],
      ["乙", 2, 80, "good"],
      ["丙", 2, 80, "good"],
      ["戊", 4, 60, "poor"],
      ["丁", null, null, null],
    ]);
  });
});

const facts = (kind: OutcomeKind, change: Partial<OutcomeFacts> = {}): OutcomeFacts => ({
  ...{ year: 2026, kind, occurredOn: "2026-12-28", unitIds: ["甲"], documentNumber: "镇人大〔2026〕9号" },
  content: null,
  ...change,
});
const results = rankUnits(
  ["甲", "乙", "丙", "丁", "戊", "己"].map((name, at) =>
    unit(name, [95 - at], { dualManaged: name === "己" }),
  ),
  30,
);
const reason = (of: OutcomeFacts, others: OutcomeFacts[] = [], yearEndOn: string | null = "2026-12-20") => {
  const decision = mayUse(of, yearEndOn, results, others);
  return decision.allowed ? "" : decision.reason;
};

describe("what comes of a year's appraisal [R33]", () => {
  it("waits for the round of the fourth quarter", () => {
    expect(reason(facts("plaque"), [], null)).toContain("年终评议还没有登记");
    expect(reason(facts("plaque", { occurredOn: "2026-12-19" }))).toContain("早于年终评议");
    expect(reason(facts("plaque"))).toBe("");
  });

  it("gives plaques to the first five, in a document with a number", () => {
    expect(reason(facts("plaque", { documentNumber: null }))).toContain("文号");
    expect(reason(facts("plaque", { unitIds: ["甲", "己"] }))).toBe(
      "「己」综合排名第 6，奖牌只授予前 5 名。",
    );
    expect(reason(facts("plaque", { unitIds: ["谁"] }))).toContain("没有参加评议");
  });

  it("commends and criticises nobody at once, and nobody twice", () => {
    expect(reason(facts("criticism"), [facts("commendation")])).toContain("已通报表扬");
    expect(reason(facts("plaque"), [facts("plaque")])).toContain("已授予");
    expect(reason(facts("commendation"), [facts("plaque")])).toBe("");
    expect(reason(facts("criticism"), [facts("commendation", { year: 2025 })])).toBe("");
  });

  it("asks the party committee's opinion of dual-managed stations, in words [R100]", () => {
    const opinion = { documentNumber: null, content: "同意评为合格", unitIds: ["己"] };
    expect(reason(facts("partyOpinion", opinion))).toBe("");
    expect(reason(facts("partyOpinion", { ...opinion, content: null }))).toContain("年度考核意见");
    expect(reason(facts("partyOpinion", { ...opinion, unitIds: ["甲"] }))).toContain("没有登记为双管站所");
  });

  it("prints a notice to the units and to the bureaus over them", () => {
    const notice = noticeOf(facts("criticism"), "东海镇", ["水利站"], ["县水利局"]);
    expect(notice.body[0]).toBe("水利站、县水利局：");
    expect([notice.number, notice.signed, notice.day]).toEqual([
      "镇人大〔2026〕9号",
      "东海镇人大主席团",
      "2026年12月28日",
    ]);
    expect(noticeOf(facts("partyOpinion"), "东海镇", ["水利站"], ["县水利局"]).body[0]).toBe("县水利局：");
  });
});
