import { describe, expect, test } from "vitest";
import { achievedInYear, saysWhatCame } from "@/domains/achievements/rules";

const facts = {
  ...{ topic: "调解纠纷", kind: "mediation", occurredOn: "2026-05-10", organizer: null, times: null },
  ...{ attended: null, quantity: null, quantityUnit: null, amount: null, deputyIds: [], note: null },
} as const;
const refusal = (more: object) => {
  const decision = saysWhatCame({ ...facts, ...more } as never);
  return decision.allowed ? null : decision.reason;
};

describe("what deputies' work came to", () => {
  test("a number says what of, and a unit has its number [R50]", () => {
    expect(refusal({ quantity: 110 })).toContain("请写明计量单位");
    expect(refusal({ quantityUnit: "起" })).toContain("请填写成果数量");
    expect(refusal({ quantity: 110, quantityUnit: "起" })).toBeNull();
  });

  test("something must have come of it, in numbers or in words [R54]", () => {
    expect(refusal({})).toContain("请至少填写");
    for (const one of [{ times: 2 }, { attended: 86 }, { amount: 1 }, { note: "代表带头拆除" }])
      expect(refusal(one)).toBeNull();
  });

  test("of a year it is told and never missed [R56]", () => {
    expect(achievedInYear(null)).toEqual({ text: "未录", gap: null });
    expect(achievedInYear({ items: 3, attended: 521 }).text).toBe("3 项，参加 521 人次（只记录，不计分）");
  });
});
