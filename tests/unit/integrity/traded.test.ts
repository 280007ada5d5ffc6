import { describe, expect, it } from "vitest";
import { tradedPractices, type Use } from "@/domains/integrity/rules/traded";

const use = (
  id: string,
  adopterId: string,
  authorId: string,
  adoptedOn: string,
  more: Partial<Use> = {},
): Use => ({
  ...{ id, adopterId, authorId, adoptedOn, confirmedOn: null, helped: null, ...more },
});

describe("practices that are traded [R90]", () => {
  it("asks both townships that took over one another's within a month, and names neither to the other", () => {
    const uses = [use("1", "甲", "乙", "2026-03-01"), use("2", "乙", "甲", "2026-03-20")];
    const raised = tradedPractices(uses, 2026);
    expect(raised.map(({ townshipId, subject }) => [townshipId, subject])).toEqual([
      ["甲", "1"],
      ["乙", "2"],
    ]);
    expect(raised.every(({ text }) => !/[甲乙]/.test(text))).toBe(true);
    expect(raised[0]?.beside).toEqual({ townshipId: "乙", record: { type: "practiceAdoption", id: "2" } });
  });

  it("asks nobody where they lie further apart, or go one way", () => {
    expect(
      tradedPractices([use("1", "甲", "乙", "2026-03-01"), use("2", "乙", "甲", "2026-06-01")], 2026),
    ).toEqual([]);
    expect(
      tradedPractices([use("1", "甲", "乙", "2026-03-01"), use("2", "丙", "甲", "2026-03-02")], 2026),
    ).toEqual([]);
  });

  it("asks who says within a month of entering it that it helped, and not who says that it did not", () => {
    const said = { confirmedOn: "2026-03-10", helped: true };
    expect(tradedPractices([use("1", "甲", "乙", "2026-03-01", said)], 2026)).toMatchObject([
      { townshipId: "甲", text: "登记采用后 9 天就确认有效" },
    ]);
    expect(tradedPractices([use("1", "甲", "乙", "2026-03-01", { ...said, helped: false })], 2026)).toEqual(
      [],
    );
    expect(tradedPractices([use("1", "甲", "乙", "2026-03-01", said)], 2025)).toEqual([]);
  });
});
