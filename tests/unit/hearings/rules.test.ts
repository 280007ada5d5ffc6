import { describe, expect, it } from "vitest";
import { committeeHearing } from "@/domains/hearings/record";
import { heardInYear } from "@/domains/hearings/rules";

describe("what the party committee had before it of the congress [R7][R15]", () => {
  it("is told by its number, and where nothing was entered as 未录, never as none", () => {
    expect(heardInYear(2)).toEqual({ text: "研究 2 个议题", gap: null });
    expect(heardInYear(null)).toEqual({ text: "未录", gap: null });
  });

  it("is called by its matter", () => {
    const facts = { topic: "联络站场地", matter: "conditions" as const, meeting: "第12次党委会议" };
    expect(
      committeeHearing.titleOf({ ...facts, occurredOn: "2026-06-12", decision: null, documentNumber: null }),
    ).toBe("党委研究「联络站场地」");
  });
});
