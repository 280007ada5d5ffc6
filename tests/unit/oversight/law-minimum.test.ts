import { expect, test } from "vitest";
import { type Cell, cellOf } from "@/domains/figures/rules/cells";
import { breaksLaw } from "@/domains/figures/rules/law-minimum";

const cell = (metric: "A1" | "A3" | "C1", numerator: number, denominator: number): Cell =>
  cellOf(metric, [
    { metric, part: "all", numerator, denominator, counted: denominator, leftOut: 0, records: denominator },
  ]);
const inYear = (today: string) => ({ year: 2026, today, sessionsAsked: 2 });

test("too few sessions break the law only when the year is over [R89]", () => {
  expect(breaksLaw(cell("A1", 1, 1), inYear("2026-12-31"))).toBe(false);
  expect(breaksLaw(cell("A1", 1, 1), inYear("2027-01-01"))).toBe(true);
  expect(breaksLaw(cell("A1", 2, 2), inYear("2027-01-01"))).toBe(false);
});

test("a quarter breaks it once it has gone without its meetings [R89]", () => {
  expect(breaksLaw(cell("A3", 1, 4), inYear("2026-06-30"))).toBe(false);
  expect(breaksLaw(cell("A3", 1, 4), inYear("2026-07-01"))).toBe(true);
  expect(breaksLaw(cell("A3", 4, 4), inYear("2027-01-01"))).toBe(false);
});

test("of other figures, and of what is not entered, the law sets no minimum [R89]", () => {
  expect(breaksLaw(cell("C1", 0, 5), inYear("2027-01-01"))).toBe(false);
  expect(breaksLaw(cellOf("A1", []), inYear("2027-01-01"))).toBe(false);
});
