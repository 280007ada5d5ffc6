import { describe, expect, it } from "vitest";
import { mayIssue, tokenStateOf } from "@/domains/exports/rules/tokens";

const today = "2026-03-05";
const said = (decision: ReturnType<typeof mayIssue>) => (decision.allowed ? null : decision.reason);

describe("a token", () => {
  it("reads on its last day, not after it, and never once it was revoked", () => {
    expect(tokenStateOf({ expiresOn: today, revoked: false }, today)).toBe("valid");
    expect(tokenStateOf({ expiresOn: "2026-03-04", revoked: false }, today)).toBe("expired");
    expect(tokenStateOf({ expiresOn: "2027-01-01", revoked: true }, today)).toBe("revoked");
  });

  it("lasts from today to a year from now", () => {
    expect(said(mayIssue({ name: "甲", expiresOn: today }, [], today))).toBeNull();
    expect(said(mayIssue({ name: "甲", expiresOn: "2027-03-05" }, [], today))).toBeNull();
    expect(said(mayIssue({ name: "甲", expiresOn: "2027-03-06" }, [], today))).toContain("2027-03-05 或更早");
    expect(said(mayIssue({ name: "甲", expiresOn: "2026-03-04" }, [], today))).toContain("已经过去");
  });

  it("is told from the others by its name, and there are no more than anybody oversees", () => {
    expect(said(mayIssue({ name: "甲", expiresOn: today }, ["甲"], today))).toContain("换一个名称");
    const many = Array.from({ length: 20 }, (_, index) => `系统${String(index)}`);
    expect(said(mayIssue({ name: "甲", expiresOn: today }, many, today))).toContain("先停用");
  });
});
