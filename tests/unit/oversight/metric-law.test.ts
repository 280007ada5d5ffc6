import { expect, test } from "vitest";
import { contextsOf } from "@/domains/figures/rules/metric-law";
import { type LawChoice, rulePeriods } from "@/domains/tenancy/rules/law";
import type { LawRuleKey } from "@/domains/tenancy/rules/law-rule";

const zhejiang: LawChoice = { province: "zhejiang", overrides: [] };
const own = (ruleKey: LawRuleKey, value: number, validFrom: string) => ({
  ruleKey,
  value,
  validFrom,
  reason: "本县文件",
});
const reply = { ...zhejiang, overrides: [own("suggestion.replyMonths", 2, "2026-07-01")] };

test("a rule is cut where it changes, and nowhere else [R1]", () => {
  const cut = (choice: LawChoice, from: string, to: string) =>
    rulePeriods(choice, "suggestion.replyMonths", from, to).map(({ from: start, to: end, rule }) => [
      start,
      end,
      rule.value,
    ]);
  expect(cut(zhejiang, "2026-01-01", "2026-12-31")).toEqual([["2026-01-01", "2026-12-31", 3]]);
  expect(cut(reply, "2026-01-01", "2026-12-31")).toEqual([
    ["2026-01-01", "2026-06-30", 3],
    ["2026-07-01", "2026-12-31", 2],
  ]);
  expect(cut(reply, "2026-07-01", "2026-12-31")).toEqual([["2026-07-01", "2026-12-31", 2]]);
  expect(cut(zhejiang, "2025-01-01", "2025-12-31").map(([start]) => start)).toEqual([
    "2025-01-01",
    "2025-03-11",
  ]);
});

test("the sentence cites what judged the year: one wording, or each with its first day [R1][R85]", () => {
  expect(contextsOf(zhejiang, 2026, "2026-11-20").C3).toMatchObject({
    citation: "代表法第51条",
    words: { done: "在 3 个月（复杂的 6 个月）内答复" },
  });
  expect(contextsOf(reply, 2026, "2026-11-20").C3).toMatchObject({
    citation:
      "代表法第51条：3 个月（复杂的 6 个月）；2026-07-01 起本县规定，原据代表法第51条：2 个月（复杂的 6 个月）",
    words: { done: "在规定期限内答复" },
  });
  expect(contextsOf(reply, 2025, "2026-11-20").C3.citation).not.toContain("本县规定");
  expect(contextsOf(reply, 2026, "2026-06-30").C3.citation).toBe("代表法第51条");
});

test("A1 and A3 say the county's own numbers and what does not count [R1][R19][R23]", () => {
  const choice = {
    ...zhejiang,
    overrides: [
      own("presidium.perQuarter", 2, "2026-01-01"),
      own("session.presentPercent", 80, "2026-01-01"),
    ],
  };
  const { A1, A3 } = contextsOf(choice, 2026, "2026-11-20");
  expect(A1.rule).toBe("本年召开的人民代表大会会议，每年 2 次，到会不足80%的不计");
  expect(A3.rule).toBe("开够主席团会议的季度，每季度至少 2 次，不足法定人数的会议不计");
  expect(contextsOf(zhejiang, 2026, "2026-11-20").A1.rule).toContain("到会不足三分之二的不计");
});
