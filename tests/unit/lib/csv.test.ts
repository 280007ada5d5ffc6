import { expect, it } from "vitest";
import { csvOf } from "@/lib/csv";

it("is UTF-8 with its mark, a header and a line a row, quoted where it must be", () => {
  const rows = [
    { 名称: "甲,乙", 数: 0.5, 有: true },
    { 名称: '说"好"', 数: null, 有: false },
  ];
  expect(csvOf(["名称", "数", "有"], rows)).toBe(
    '\ufeff名称,数,有\r\n"甲,乙",0.5,true\r\n"说""好""",,false\r\n',
  );
});

it("holds no formula: what a spreadsheet would reckon with begins with an apostrophe [S59]", () => {
  for (const sign of ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
    expect(csvOf(["a"], [{ a: `${sign}1+1` }]), sign).toMatch(/^\ufeffa\r\n"?'/);
  expect(csvOf(["a"], [{ a: -1 }])).toBe("\ufeffa\r\n-1\r\n");
});
