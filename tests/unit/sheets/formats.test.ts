import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { monthFromText } from "@/lib/months";
import { cellText } from "@/server/sheets/cells";
import { readLines } from "@/server/sheets/read";
import { partsOf, zipOf } from "../../support/workbooks";

/** What a numeric cell of this format reads as. */
async function shown(value: number, format: string): Promise<string> {
  const book = new ExcelJS.Workbook();
  const cell = book.addWorksheet("甲").getCell("A1");
  cell.value = value;
  cell.numFmt = format;
  const file = await readLines(new Uint8Array(await book.xlsx.writeBuffer()));
  return file.sheets[0]?.lines[0]?.cells[0] ?? "";
}

async function builtIn(value: number, id: number, from1904 = false): Promise<string> {
  const file = await readLines(
    zipOf(partsOf(`<row r="1"><c r="A1" s="0"><v>${value}</v></c></row>`, [id], from1904)),
  );
  return file.sheets[0]?.lines[0]?.cells[0] ?? "";
}

describe("a number means what its cell shows", { timeout: 30_000 }, () => {
  it.each([
    [24_959, 'yyyy"年"m"月"', "1968年5月"],
    [24_959, "[$-804]yyyy\\年m\\月;@", "1968年5月"],
    [24_959, "yyyy.mm", "1968年5月"],
    [24_970, 'yyyy"年"m"月"', "1968-05-12"],
    [24_838, "yyyy", "1968"],
    [44_573, "yyyy/m/d", "2022-01-12"],
    [44_573, '[DBNum1][$-804]yyyy"年"m"月"d"日"', "2022-01-12"],
    [44_573, "m月d日", "2022-01-12"],
    [44_573.5, "yyyy-mm-dd hh:mm", "2022-01-12 12:00"],
    [0.375, "h:mm", "09:00"],
    [0.375, "[h]:mm AM/PM", "09:00"],
    [7, "000", "007"],
    [1979.1, "0.00", "1979.10"],
    [0.955, "0.0%", "95.5%"],
    [13_800_000_001, "General", "13800000001"],
    [13_800_000_001, "G/通用格式", "13800000001"],
    [1234.5, "#,##0.00_ ", "1234.50"],
    [3.14159, "0.00", "3.14159"],
  ])("%s as %s reads %s", async (value, format, text) => {
    expect(await shown(value, format)).toBe(text);
  });

  it("formats named by number only, as Chinese Excel and WPS write them, are known", async () => {
    expect(await builtIn(24_959, 57)).toBe("1968年5月");
    expect(await builtIn(24_959, 27)).toBe("1968年5月");
    expect(await builtIn(44_573, 31)).toBe("2022-01-12");
    expect(await builtIn(44_573, 58)).toBe("2022-01-12");
    expect(await builtIn(44_573, 14)).toBe("2022-01-12");
  });

  it("workbooks that count days from 1904 give the same dates, with a format and without", async () => {
    expect(await builtIn(44_573 - 1_462, 14, true)).toBe("2022-01-12");
    expect(await builtIn(24_959 - 1_462, 57, true)).toBe("1968年5月");
    expect(cellText("43111", "day", true)).toBe("2022-01-12");
    expect(cellText("44573", "day", false)).toBe("2022-01-12");
  });

  it("a formula without a kept result is not taken for an empty cell", async () => {
    const file = await readLines(zipOf(partsOf('<row r="1"><c r="A1"><f>1+1</f></c></row>')));
    expect(file.sheets[0]?.lines[0]?.cells).toEqual(["#未计算"]);
  });
});

describe("a month of birth", { timeout: 30_000 }, () => {
  it.each([
    ["1979.04", "1979-04"],
    ["1979.10", "1979-10"],
    ["1982.3", "1982-03"],
    ["1979年4月", "1979-04"],
    ["1979-4", "1979-04"],
    ["1979/04", "1979-04"],
    ["197904", "1979-04"],
    ["1979", "1979"],
    ["1979年", "1979"],
    ["1979年4月12日", "1979-04"],
    ["19790412", "1979-04"],
    ["1979.13", null],
    ["79.04", null],
    ["不详", null],
    // 1979.10 typed as a number loses its zero; nobody can tell it from January.
    ["1979.1", null],
  ])("%s is %s", (text, month) => {
    expect(monthFromText(text)).toBe(month);
  });

  it("is read from a date, from a serial number without format, and never as a day", () => {
    expect(cellText("24959", "month")).toBe("1968-05");
    expect(cellText("1968-05-12", "month")).toBe("1968-05");
    expect(cellText("2022年1月", "day")).toBe("2022年1月");
  });
});
