import { describe, expect, it } from "vitest";
import {
  type Line,
  mayEditRound,
  mayHoldRound,
  mayVoidRound,
  type RoundFacts,
  unitLinesFit,
} from "@/domains/appraisals/rules/rounds";
import { appraisalOfYear, quarterEnding } from "@/domains/appraisals/rules/standing";

const round = (change: Partial<RoundFacts> = {}): RoundFacts => ({
  ...{ year: 2026, quarter: "q2", occurredOn: "2026-06-20", issued: 50, returned: 46 },
  ...change,
});
const line = (change: Partial<Line> = {}): Line => ({
  ...{ unitId: "a", score: 92, complaintPoints: 0, handlingPoints: 0, reason: null },
  ...change,
});
const names = new Map([["a", "水利站"]]);
const reason = (decision: { allowed: boolean; reason?: string }) => decision.reason ?? "";

describe("a round of appraisal [R32]", () => {
  it("belongs to a quarter, is held within it or after, and once a quarter", () => {
    expect(mayHoldRound(round(), [], 50).allowed).toBe(true);
    expect(mayHoldRound(round({ quarter: "q4", occurredOn: "2027-01-20" }), [], 50).allowed).toBe(true);
    expect(reason(mayHoldRound(round({ occurredOn: "2026-03-31" }), [], 50))).toContain("2026-04-01");
    expect(reason(mayHoldRound(round({ occurredOn: "2027-02-01" }), [], 50))).toContain("请核对年度");
    expect(reason(mayHoldRound(round(), [{ year: 2026, quarter: "q2" }], 50))).toContain("已经登记");
    expect(mayHoldRound(round(), [{ year: 2025, quarter: "q2" }], 50).allowed).toBe(true);
  });

  it("takes back no more ballots than were given out, and some", () => {
    expect(reason(mayHoldRound(round({ returned: 51 }), [], 50))).toBe(
      "收回 51 张评议票，多于发出的 50 张，请核对。",
    );
    expect(reason(mayHoldRound(round(), [], 49))).toBe(
      "发出 50 张评议票多于当天在任的代表 49 人，请核对票数；名册不全的，先补登代表。",
    );
    expect(mayHoldRound(round(), [], 0).allowed).toBe(true);
    expect(mayHoldRound(round({ returned: 0 }), [], 50)).toMatchObject({ allowed: false, field: "returned" });
  });

  it("says why points were taken off, and takes off no more than were given", () => {
    expect(unitLinesFit([line()], names).allowed).toBe(true);
    expect(reason(unitLinesFit([line({ complaintPoints: 3 })], names))).toBe(
      "「水利站」扣了 3 分，请写明扣分原因。",
    );
    expect(unitLinesFit([line({ complaintPoints: 3, reason: "群众投诉两次" })], names).allowed).toBe(true);
    expect(reason(unitLinesFit([line({ score: 2, handlingPoints: 3, reason: "拖延" })], names))).toContain(
      "多于得分 2 分",
    );
  });

  it("stays what it is while findings or outcomes rest on it", () => {
    expect(reason(mayVoidRound(2, 0))).toContain("先逐个作废问题");
    expect(reason(mayVoidRound(0, 1))).toContain("先作废它们");
    expect(mayVoidRound(0, 0).allowed).toBe(true);
    expect(mayEditRound({ year: 2026, quarter: "q4" }, { year: 2026, quarter: "q3" }, 1).allowed).toBe(false);
    expect(mayEditRound({ year: 2026, quarter: "q4" }, { year: 2026, quarter: "q4" }, 1).allowed).toBe(true);
    expect(mayEditRound({ year: 2026, quarter: "q3" }, { year: 2026, quarter: "q2" }, 1).allowed).toBe(true);
  });

  it("is waited for in the last month of its quarter, and its year tells whom it left out", () => {
    expect(quarterEnding("2026-06-02")).toMatchObject({ quarter: "q2", lastDay: "2026-06-30" });
    expect(quarterEnding("2026-05-31")).toBeNull();
    expect(appraisalOfYear(null, 2026)).toEqual({ text: "未录", gap: "2026年的站所评议还没有登记" });
    expect(appraisalOfYear({ rounds: 2, yearEnd: false, asked: 12, missed: 2 }, 2026).gap).toContain(
      "2 个单位",
    );
    expect(appraisalOfYear({ rounds: 4, yearEnd: true, asked: 12, missed: 0 }, 2026).gap).toBeNull();
  });
});
