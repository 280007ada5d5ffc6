import { expect, test } from "vitest";
import { outcomeText } from "@/domains/suggestions/labels";
import { promiseNeedsDay } from "@/domains/suggestions/rules/promises";

test("a promise names a day that comes within two years of being given [R75]", () => {
  expect(promiseNeedsDay("2026-03-26", "2026-03-26").allowed).toBe(true);
  expect(promiseNeedsDay("2028-03-26", "2026-03-26").allowed).toBe(true);
  expect(promiseNeedsDay("2026-03-25", "2026-03-26").allowed).toBe(false);
  expect(JSON.stringify(promiseNeedsDay("2028-03-27", "2026-03-26"))).toContain("最迟到 2028-03-26");
});

test("a kept promise is told as solved, an open one is not [R75]", () => {
  const kept = { outcome: "B", solvedOn: "2026-07-05", closedOn: "2026-07-05" } as const;
  expect(outcomeText(kept)).toBe("B 正在解决 → 已解决（承诺兑现，2026-07-05 经代表核实）");
  expect(outcomeText({ ...kept, solvedOn: null, closedOn: null })).toBe("B 正在解决");
  expect(outcomeText({ ...kept, outcome: "A" })).toBe("A 已解决");
});
