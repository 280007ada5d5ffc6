import { describe, expect, test } from "vitest";
import { isContactOn, mayAppoint, mayEnd } from "@/domains/liaison/rules/contacts";

describe("who looks after a township", () => {
  test("does so from the first day to the last, both included [R94]", () => {
    const term = { since: "2026-03-01", until: "2026-11-30" };
    const days = ["2026-02-28", "2026-03-01", "2026-11-30", "2026-12-01"];
    expect(days.map((day) => isContactOn(term, day))).toEqual([false, true, true, false]);
    expect(isContactOn({ since: "2026-03-01", until: null }, "2030-01-01")).toBe(true);
  });

  test("is not entrusted with the same township twice at once, and the refusal names it [R94]", () => {
    const held = { township: "高亭镇", name: "王敏", since: "2026-03-01" };
    expect(mayAppoint("2026-05-01", [{ ...held, until: null }])).toMatchObject({
      reason: "王敏已经是高亭镇的联系人，请不要重复指定；要换开始日期的，先停止再指定。",
    });
    expect(mayAppoint("2026-05-01", [{ ...held, until: "2026-04-30" }])).toEqual({ allowed: true });
  });

  test("does not stop before having begun", () => {
    expect(mayEnd({ since: "2026-03-01" }, "2026-02-28")).toMatchObject({ field: "until" });
    expect(mayEnd({ since: "2026-03-01" }, "2026-03-01")).toEqual({ allowed: true });
  });
});
