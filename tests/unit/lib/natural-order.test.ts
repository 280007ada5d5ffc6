import { describe, expect, test } from "vitest";
import { naturalKey, naturalOrder } from "@/lib/natural-order";

describe("names with numbers stand in the order people expect", () => {
  const numerals = "一 二 三 四 五 六 七 八 九 十 十一 十二 十九 二十 二十一 一百 一百零二 一百一十".split(
    " ",
  );
  test("Chinese numerals count: 第一 第二 … 第十 第十一 第二十", () => {
    const places = numerals.map((numeral) => `第${numeral}选区`);
    expect(places.toReversed().toSorted(naturalOrder)).toEqual(places);
  });
  test("digits count: 1号 2号 10号 12号, of any width", () => {
    const places = ["1号选区", "2号选区", "９号选区", "10号选区", "１２号选区", "100号选区"];
    expect(places.toReversed().toSorted(naturalOrder)).toEqual(places);
  });
  test("a number after words counts too, and a second number after the first", () => {
    const places = [
      "石门村1组",
      "石门村2组",
      "石门村10组",
      "第2代表小组第3组",
      "第二代表小组第10组",
      "第十代表小组",
    ];
    expect(places.toReversed().toSorted(naturalOrder)).toEqual(places);
  });
  test.each([
    ["二〇二六", "2026"],
    ["十", "10"],
    ["廿一", "21"],
    ["两百", "200"],
    ["一万零三百", "10300"],
    ["贰拾叁", "23"],
    ["①", "1"],
    ["007", "7"],
    ["〇", "0"],
  ])("%s is the number %s", (numeral, digits) => {
    expect(naturalKey(numeral)).toBe(naturalKey(digits));
  });
  test("equal numbers written differently still have one fixed order", () => {
    expect(naturalOrder("第1选区", "第一选区")).toBeLessThan(0);
    expect(naturalOrder("第一选区", "第1选区")).toBeGreaterThan(0);
    expect(naturalOrder("第一选区", "第一选区")).toBe(0);
  });
  test("endless numerals are compared within bounds", () => {
    const started = performance.now();
    naturalKey("九万".repeat(100_000));
    expect(performance.now() - started).toBeLessThan(200);
  });
});
