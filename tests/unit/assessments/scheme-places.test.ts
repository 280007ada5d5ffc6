import { describe, expect, test } from "vitest";
import { z } from "zod";
import { placeInScheme, schemeWords } from "@/domains/assessments/rules/scheme-places";
import { schemeDefinition } from "@/domains/figures/schema";

/** Every key that a scheme file may hold. */
function keysIn(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(key === "properties" ? Object.keys(value as object) : []),
    ...keysIn(value),
  ]);
}

describe("where a scheme file is wrong is said as people count [R85]", () => {
  test("each key that a file may hold has a word", () => {
    const keys = [...new Set(keysIn(z.toJSONSchema(schemeDefinition)))];
    expect(keys.length).toBeGreaterThan(40);
    expect(keys.filter((key) => schemeWords[key] === undefined)).toEqual([]);
  });

  test.each([
    [["dimensions", 1, "indicators", 2, "points"], "第 2 个方面第 3 项指标的“分值”"],
    [
      ["dimensions", 0, "indicators", 0, "formula", "bands", 3, "atLeast"],
      "第 1 个方面第 1 项指标的“算法”第 4 档的“不少于”",
    ],
    [["grades", 0], "第 1 个等次"],
    [
      ["dimensions", 0, "indicators", 0, "byClass", "2", "target"],
      "第 1 个方面第 1 项指标的“分类算法”的“二类”的“目标”",
    ],
    [["bonusCap"], "“加分上限”"],
    [["somethingElse"], "“内容”"],
    [[], "方案"],
  ])("%j", (path, said) => {
    expect(placeInScheme(path)).toBe(said);
  });
});
