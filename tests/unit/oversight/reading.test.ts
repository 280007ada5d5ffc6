import { expect, test } from "vitest";
import { readText } from "@/domains/figures/labels";

test("figures say on which day they were read, of a year that is over too [R89]", () => {
  expect(readText(2026, "2026-11-26")).toBe("截至 2026-11-26");
  expect(readText(2025, "2026-11-26")).toBe("2025 年全年，截至 2026-11-26 的记录");
});
