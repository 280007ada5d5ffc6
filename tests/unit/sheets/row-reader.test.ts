import { expect, test } from "vitest";
import { headersOf, RowReader } from "@/lib/row-reader";

const headers = headersOf([
  { key: "name", header: "姓名" },
  { key: "kind", header: "类别" },
  { key: "on", header: "日期" },
]);
const reading = (cells: Record<string, string | null>) => new RowReader({ line: 3, cells }, headers);

test("every bad cell of a row is named with its column", () => {
  const row = reading({ name: "一二三四五", kind: "别的", on: "昨天" });
  expect([row.line("name", 4), row.choice("kind", { a: "甲" }, null), row.day("on")]).toEqual([
    "一二三四五",
    null,
    null,
  ]);
  expect(row.problems).toEqual([
    { line: 3, column: "姓名", message: "有5字，不能超过4字" },
    { line: 3, column: "类别", message: "「别的」不对，应为：甲" },
    { line: 3, column: "日期", message: "「昨天」不是日期，应如 2026-03-05" },
  ]);
});

test("an empty cell is no text; where one is needed it is asked for, and a choice may have its default", () => {
  const row = reading({ name: "  ", kind: null });
  expect([row.line("name", 4), row.needed("name", row.line("name", 4))]).toEqual([null, ""]);
  expect(row.choice("kind", { a: "甲" }, "a")).toBe("a");
  expect(row.day("on")).toBeNull();
  expect(row.problems).toEqual([{ line: 3, column: "姓名", message: "没有填写" }]);
});

test("what stands in one line is tidied, and signs that hide something are named [S48]", () => {
  const row = reading({ name: "甲\n乙", kind: "甲\u202e乙" });
  expect(row.line("name", 9)).toBe("甲 乙");
  row.line("kind", 9);
  expect(row.problems.map(({ message }) => message)).toEqual([expect.stringContaining("颠倒文字方向")]);
});

test("a fault of the whole row has no column", () => {
  const row = reading({});
  row.fault(null, "有不认识的列");
  expect(row.problems).toEqual([{ line: 3, column: "", message: "有不认识的列" }]);
});
