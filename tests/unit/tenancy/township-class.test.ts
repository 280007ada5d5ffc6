import { expect, test } from "vitest";
import {
  type ClassFigures,
  classOf,
  classOnSaving,
  defaultClassRule,
} from "@/domains/tenancy/rules/township-class";

const figures = (changes: Partial<ClassFigures>): ClassFigures => ({
  population: null,
  outputWan: null,
  areaKm2: null,
  ...changes,
});

test("population, output or area place a township in a class, the threshold included [R5]", () => {
  expect(classOf(figures({ population: 50_000 }), defaultClassRule)).toBe(1);
  expect(classOf(figures({ population: 49_999 }), defaultClassRule)).toBe(2);
  expect(classOf(figures({ population: 12_999 }), defaultClassRule)).toBe(3);
  expect(classOf(figures({ areaKm2: 100 }), defaultClassRule)).toBe(1);
});

test("the county decides how many figures must reach the threshold [R5]", () => {
  const two = { ...defaultClassRule, needed: 2 };
  expect(classOf(figures({ population: 60_000 }), two)).toBe(3);
  expect(classOf(figures({ population: 60_000, outputWan: 300_000 }), two)).toBe(1);
  expect(classOf(figures({ population: 60_000, outputWan: 60_000 }), two)).toBe(2);
});

test("a township without any figure has no class: missing is not small, but an entered zero is [R5]", () => {
  expect(classOf(figures({}), defaultClassRule)).toBeNull();
  expect(classOf(figures({ population: 0 }), defaultClassRule)).toBe(3);
});

test("a township is saved with the class its figures give, unless somebody chose one [R5]", () => {
  const entered = (population: number | null, chosen: number | null) => ({
    ...figures({ population }),
    class: chosen,
  });
  const saved = (now: ReturnType<typeof entered>, before: ReturnType<typeof entered> | null) =>
    classOnSaving(now, before, defaultClassRule);
  expect(saved(entered(60_000, null), null)).toBe(1);
  expect(saved(entered(60_000, 3), null)).toBe(3);
  expect(saved(entered(null, null), null)).toBeNull();
  expect(saved(entered(60_000, null), entered(60_000, null))).toBe(1);
  expect(saved(entered(60_000, 2), entered(20_000, 2))).toBe(1);
  expect(saved(entered(60_000, 3), entered(20_000, 2))).toBe(3);
  expect(saved(entered(60_000, 3), entered(60_000, 3))).toBe(3);
  expect(saved(entered(null, 3), entered(20_000, 3))).toBe(3);
});
