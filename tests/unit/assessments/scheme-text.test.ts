import { describe, expect, test } from "vitest";
import { canonicalJson } from "@/lib/canonical-json";
import { readSchemeFile } from "@/domains/assessments/commands/scheme-file";
import { readSchemeTable, schemeRows } from "@/domains/assessments/rules/scheme-table";
import { schemeFile } from "@/domains/assessments/rules/scheme-text";
import { schemeColumns } from "@/domains/assessments/rules/table-columns";
import { defaultScheme } from "@/domains/figures/rules/default-scheme";
import { exampleOf, formulaText, readFormula } from "@/domains/figures/rules/formula-text";
import { indicatorsOf, type Scheme } from "@/domains/figures/rules/scheme";
import { readSmallNumber, smallNumberText } from "@/domains/figures/rules/small-number";
import { schemeDifference } from "@/domains/figures/rules/scheme-difference";

const tableOf = (scheme: Scheme) =>
  schemeRows(2027, scheme).map((cells, index) => ({
    line: index + 2,
    cells: Object.fromEntries(
      schemeColumns.map(({ key }, column) => [key, cells[column] === null ? null : String(cells[column])]),
    ),
  }));

describe("a formula in words [R85]", () => {
  test("is read back as it was written, whichever it is", () => {
    for (const { formula, byClass } of indicatorsOf(defaultScheme))
      for (const one of [formula, ...Object.values(byClass ?? {})])
        expect(readFormula(formulaText(one))).toEqual(one);
    const manual = { kind: "manual", rubric: ["有专人", "有经费"] } as const;
    expect(readFormula(formulaText(manual))).toEqual(manual);
  });

  test("is read as people type it, and not guessed", () => {
    expect(readFormula("从40%到80%")).toEqual({ kind: "linear", from: 0.4, to: 0.8 });
    expect(readFormula("每个0.4分")).toEqual({ kind: "perUnit", each: 0.4 });
    expect(readFormula("分档:90%得5分;80%得3分")).toMatchObject({ over: "ratio" });
    for (const text of ["", "差不多", "从 40 到 80", "分档：2 得 5 分；90% 得 2 分", "达到 4"])
      expect(readFormula(text)).toBeNull();
  });

  test("a quota and what is missing are said and read back, their signs alike", () => {
    const quota = { kind: "quota", over: "count", target: 3, base: 10, more: 5, less: 0 } as const;
    const share = { kind: "quota", over: "ratio", target: 0.95, base: 3, more: 0, less: 0.1 } as const;
    expect(formulaText(quota)).toBe("定额 3 得 10 分，每多 1 加 5 分");
    expect(formulaText(share)).toBe("定额 95% 得 3 分，每少 1% 扣 0.1 分");
    for (const one of [quota, share, { ...quota, less: 2.5 }, { kind: "missing", each: 2 } as const])
      expect(readFormula(formulaText(one))).toEqual(one);
    for (const text of ["定额 95% 得 3 分，每少 1 扣 0.1 分", "定额 三 得 3 分", "每缺扣 2 分"])
      expect(readFormula(text)).toBeNull();
  });

  test("has an example with numbers", () => {
    expect(exampleOf({ kind: "ratio" }, 4, true)).toBe("例：85% → 3.4 分");
    expect(exampleOf({ kind: "perUnit", each: 0.4 }, 2, false)).toBe("例：2 → 0.8 分");
  });
});

describe("what few cases count, in words [R85]", () => {
  test.each([
    [{ under: 5, then: "shrink" } as const],
    [{ under: 3, then: "notApplicable" } as const],
    [null],
  ])("is read back as it was written: %o", (rule) => {
    expect(readSmallNumber(smallNumberText(rule))).toEqual(rule);
  });

  test("is read as people type it, and not guessed", () => {
    expect(readSmallNumber("不足5条向同类中位数靠拢")).toEqual({ under: 5, then: "shrink" });
    for (const text of ["", "看着办", "不足 0 件的不计分", "不足五件的不计分"])
      expect(readSmallNumber(text)).toBeUndefined();
  });
});

describe("the difference of two schemes [R85]", () => {
  test("is nothing for the same one, and a sentence for each change", () => {
    expect(schemeDifference(defaultScheme, defaultScheme)).toEqual([]);
    const [first, ...rest] = defaultScheme.dimensions;
    const [a1, a2, ...others] = first?.indicators ?? [];
    if (first === undefined || a1 === undefined || a2 === undefined)
      throw new Error("the default scheme begins with A1");
    const changed: Scheme = {
      ...defaultScheme,
      bonusCap: 3,
      dimensions: [
        { ...first, indicators: [{ ...a1, points: 4, formula: { kind: "perUnit", each: 2 } }, ...others] },
        ...rest,
      ],
      grades: [{ name: "优秀", atLeast: 95, quotaPercent: 20 }, ...defaultScheme.grades.slice(1)],
    };
    expect(schemeDifference(defaultScheme, changed)).toEqual([
      "删去指标 A2 程序合法（4 分）。",
      "A1 人代会次数：分值由「5 分」改为「4 分」。",
      "A1 人代会次数：算法由「分档：2 得 5 分；1 得 2 分」改为「每个 2 分」。",
      "加分上限由「5」改为「3」。",
      "等次由「优秀 90 分起（不超过 30%）、良好 80 分起、通报 0 分起」改为「优秀 95 分起（不超过 20%）、良好 80 分起、通报 0 分起」。",
    ]);
  });
});

describe("a scheme as a file [R85]", () => {
  test("comes back as it went out", () => {
    expect(readSchemeFile(schemeFile(defaultScheme))).toEqual({ scheme: defaultScheme });
  });

  test("broken, of another kind or of another version is refused with what to do", () => {
    const refusal = (text: string) => {
      const read = readSchemeFile(text);
      return "refusal" in read ? read.refusal : null;
    };
    expect(refusal("{")).toContain("已损坏");
    expect(refusal('{"a":1}')).toContain("不是考核方案文件");
    expect(refusal('{"format":"assessment-scheme/2","scheme":{}}')).toContain(
      "文件是第 2 版格式，本系统只认第 1 版",
    );
    const bad = JSON.parse(schemeFile(defaultScheme)) as {
      scheme: { dimensions: { indicators: { points: unknown }[] }[] };
    };
    const spoilt = bad.scheme.dimensions[0]?.indicators[1];
    if (spoilt !== undefined) spoilt.points = "五分";
    expect(refusal(JSON.stringify(bad))).toContain("第 1 个方面第 2 项指标的“分值”不对");
  });

  test("as a table, too; every bad cell is named by line and column", () => {
    const rows = tableOf(defaultScheme);
    expect(readSchemeTable(rows)).toEqual({
      ...{ year: 2027, subject: "township" },
      ...{ dimensions: defaultScheme.dimensions, problems: [] },
    });
    const spoilt = rows.map((row) =>
      row.line === 4
        ? { ...row, cells: { ...row.cells, points: "五", formula: "看着给", code: "A1", metric: "Q1" } }
        : row,
    );
    expect(readSchemeTable(spoilt).problems.map(({ line, column }) => [line, column])).toEqual([
      [4, "算法"],
      [4, "分值"],
      [4, "口径"],
      [4, "指标编号"],
    ]);
  });
});

test("a definition has one text, whatever order its keys came in [R85]", () => {
  expect(canonicalJson({ b: [1, { d: null, c: "县" }], a: 0.4 })).toBe(
    '{"a":0.4,"b":[1,{"c":"县","d":null}]}',
  );
});
