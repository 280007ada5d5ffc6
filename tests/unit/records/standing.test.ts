import { describe, expect, it } from "vitest";
import { linesFor, moneyOfYear, purposeIsOnce } from "@/domains/funds/rules";
import { completeness, repealFollowsAdoption } from "@/domains/policies/rules";
import { templateLabels } from "@/domains/policies/record";
import { heldAlready, mayHold, staffing } from "@/domains/posts/rules";

describe("who does the congress's work", () => {
  it("three people or more are enough, fewer are told to the county [R2]", () => {
    expect(staffing({ people: 3, fullTime: 1 })).toEqual({ text: "在任 3 人，其中专职 1 人", gap: null });
    expect(staffing({ people: 2, fullTime: 2 }).gap).toBe("少于 3 人");
    expect(staffing({ people: 0, fullTime: 0 }).text).toBe("未录");
  });

  const held = {
    name: "单涛",
    post: "chair" as const,
    deputyId: null,
    fullTime: false,
    otherJobs: "党委书记",
    startsOn: "2022-01-10",
    endsOn: null,
  };
  it("nobody leaves before they came, and nobody holds one post twice at a time [R2]", () => {
    expect(mayHold(held, 0).allowed).toBe(true);
    expect(mayHold({ ...held, endsOn: "2021-12-31" }, 0)).toMatchObject({
      reason: expect.stringContaining("早于") as string,
    });
    expect(mayHold(held, 1)).toMatchObject({ reason: "单涛在这段时间已登记为主席，请修改原来的记录。" });
  });

  it("one post at a time means the same days, the first and the last included [R2]", () => {
    const past = { ...held, startsOn: "2020-01-01", endsOn: "2022-01-10" };
    expect(heldAlready(held, [past])).toBe(1);
    expect(heldAlready(past, [held])).toBe(1);
    expect(heldAlready(held, [{ ...past, endsOn: "2022-01-09" }])).toBe(0);
    expect(heldAlready({ ...past, endsOn: "2022-01-09" }, [held])).toBe(0);
    const others = [
      { ...held, name: "李明" },
      { ...held, post: "secretary" as const },
    ];
    expect(heldAlready(held, others)).toBe(0);
  });
});

describe("the rules a township congress works by", () => {
  const expected = Object.keys(templateLabels).filter((code) => code !== "other");

  it("are complete when every expected one is in force; what is missing is named [R12]", () => {
    expect(completeness(expected)).toEqual({
      text: `${expected.length}/${expected.length} 项在执行`,
      gap: null,
    });
    const without = expected.filter((code) => code !== "study" && code !== "archives");
    expect(completeness([...without, "other", "other"])).toEqual({
      text: `${expected.length - 2}/${expected.length} 项在执行`,
      gap: "缺：学习制度、档案管理制度",
    });
  });

  it("are repealed after they were adopted [R12]", () => {
    const facts = {
      title: "学习制度",
      template: "study",
      edition: null,
      adoptedBy: null,
      posted: null,
    } as const;
    const { allowed } = repealFollowsAdoption({
      ...facts,
      occurredOn: "2024-03-01",
      repealedOn: "2024-02-28",
    });
    expect(allowed).toBe(false);
    expect(repealFollowsAdoption({ ...facts, occurredOn: "2024-03-01", repealedOn: null }).allowed).toBe(
      true,
    );
  });
});

describe("a year's money", () => {
  it("is told with what was spent and what there is for each deputy [R14]", () => {
    expect(moneyOfYear({ budgeted: 66_000, spent: 20_500, deputies: 66 }, 2026)).toEqual({
      text: "预算 66,000 元，已支出 20,500 元，代表人均 1,000 元",
      gap: null,
    });
  });

  it("that was never entered, not budgeted or overspent is a gap, and 未录 is not 0 [R14]", () => {
    expect(moneyOfYear(null, 2026)).toEqual({ text: "未录", gap: "2026年的经费还没有登记" });
    expect(moneyOfYear({ budgeted: 0, spent: null, deputies: 0 }, 2026)).toEqual({
      text: "预算 0 元，支出未录",
      gap: "预算没有安排经费",
    });
    expect(moneyOfYear({ budgeted: 100, spent: 101, deputies: 0 }, 2026).gap).toContain("超过预算");
  });

  it("has one line a purpose: more money changes that line [R14]", () => {
    const facts = {
      purpose: "work" as const,
      year: 2026,
      budgeted: 1,
      spent: null,
      occurredOn: "2026-01-10",
    };
    const decision = purposeIsOnce({ ...facts, documentNumber: null, note: null }, 1);
    expect(decision).toMatchObject({ reason: "2026年的工作经费已经登记，追加或调整请修改那一笔。" });
    const line = { ...facts, documentNumber: null, note: null };
    expect(linesFor(line, [line, { ...line, year: 2025 }, { ...line, purpose: "training" }])).toBe(1);
    const other = { ...line, purpose: "other" as const };
    expect(linesFor(other, [other])).toBe(0);
  });
});
