import { deflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import type { ImportColumn } from "@/lib/sheets";
import { readLines } from "@/server/sheets/read";
import { cellText } from "@/server/sheets/cells";
import { rowsOf } from "@/server/sheets/rows";
import { templateOf } from "@/server/sheets/template";
import { workbookOf } from "@/server/sheets/write";

const base = { width: 12, note: "", example: "" };
const columns: ImportColumn[] = [
  { ...base, key: "name", header: "姓名", kind: "name", required: true, example: "示例：王小明" },
  { ...base, key: "day", header: "日期", aliases: ["当选日期"], kind: "day", required: true },
  { ...base, key: "score", header: "得分", kind: "number", required: false },
  { ...base, key: "text", header: "备注", kind: "text", required: false, options: ["甲", "乙"] },
];

async function workbook(rows: ExcelJS.CellValue[][]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("名册").addRows(rows);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const read = async (rows: ExcelJS.CellValue[][]) => rowsOf(await readLines(await workbook(rows)), columns);

/** A zip of one entry whose directory claims any size. */
function zipOf(name: string, content: Buffer, claimed: number): Uint8Array {
  const packed = deflateRawSync(content);
  const named = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(claimed, 22);
  local.writeUInt16LE(named.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(claimed, 24);
  entry.writeUInt16LE(named.length, 28);
  const start = local.length + named.length + packed.length;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + named.length, 12);
  end.writeUInt32LE(start, 16);
  return Buffer.concat([local, named, packed, entry, named, end]);
}

describe("reading a file", { timeout: 30_000 }, () => {
  it("finds the header below a title, skips blank rows and keeps Excel's line numbers", async () => {
    const { rows, problems } = await read([
      ["某镇代表名册"],
      ["序号", "姓名", "当选日期"],
      [1, "张 三", "2026年3月5日"],
      [],
      [2, "李四", "2026/3/5"],
    ]);
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      { line: 3, cells: { name: "张三", day: "2026-03-05" } },
      { line: 5, cells: { name: "李四", day: "2026-03-05" } },
    ]);
  });

  it("takes values only: formula results, rich text, link texts and real dates; never the formula [S58]", async () => {
    const { rows } = await read([
      ["姓名", "日期", "得分", "备注"],
      [
        { richText: [{ text: "王" }, { text: "五" }] },
        new Date("2026-03-05T00:00:00Z"),
        { formula: "1+1", result: 2 },
        { text: "见网页", hyperlink: "http://127.0.0.1/" },
      ],
    ]);
    expect(rows[0]?.cells).toEqual({ name: "王五", day: "2026-03-05", score: "2", text: "见网页" });
  });

  it("names missing, doubled and unknown columns and Excel's errors", async () => {
    const missing = await read([
      ["姓名", "得分", "颜色"],
      ["张三", 1, "红"],
    ]);
    expect(missing.problems).toEqual([{ line: 1, column: "日期", message: "缺少这一列，请补上" }]);
    expect(missing.ignored).toEqual(["颜色"]);
    const doubled = await read([
      ["姓名", "日期", "日期"],
      ["张三", "2026-1-1", "2026-1-1"],
    ]);
    expect(doubled.problems[0]?.message).toContain("出现了两次");
    const broken = await read([
      ["姓名", "日期", "得分"],
      ["张三", "2026-1-1", { error: "#N/A" }],
    ]);
    expect(broken.problems[0]).toMatchObject({ line: 2, column: "得分" });
    expect(
      (
        await read([
          ["没有", "表头"],
          ["的", "文件"],
        ])
      ).problems[0]?.message,
    ).toContain("没有找到表头");
  });

  it("makes digits half-width, keeps Chinese punctuation, and reads dates that lost their format", () => {
    expect(cellText("１２０", "number")).toBe("120");
    expect(cellText("１３８\u3000", "text")).toBe("138");
    expect(cellText("(一)海塘、码头", "text")).toBe("(一)海塘、码头");
    expect(cellText("46086", "day")).toBe("2026-03-05");
    expect(cellText("2026年2月30日", "day")).toBe("2026年2月30日");
    expect(cellText("\u200b \u00a0", "text")).toBeNull();
  });

  it("text pasted from Word arrives as by a form: soft breaks are line breaks, reversing signs are named and refused [S48]", async () => {
    const csv = [
      "姓名,日期,得分,备注",
      '张三,2026．3．5,"1,200",第一段\u000b第二\u200b段\u2028第三段',
      '李四,二〇二六年三月五日,"1,20",镇\u202e长',
    ].join("\r\n");
    const { rows, problems } = rowsOf(await readLines(new TextEncoder().encode(csv)), columns);
    expect(rows[0]?.cells).toMatchObject({ day: "2026-03-05", score: "1200" });
    expect(rows[0]?.cells["text"]).toBe("第一段\n第二段\n第三段");
    expect(rows[1]?.cells).toMatchObject({ day: "2026-03-05", score: "1,20" });
    expect(problems).toEqual([
      {
        line: 3,
        column: "备注",
        message: "第 2 个字符（「镇」之后）是颠倒文字方向的隐藏符号（U+202E），请删去",
      },
    ]);
  });

  it("reads CSV in UTF-8 and in GBK, with quotes and line breaks inside cells", async () => {
    const utf8 = new TextEncoder().encode('\ufeff姓名,日期,备注\r\n张三,2026-03-05,"甲,""乙""\n丙"\r\n\r\n');
    expect(rowsOf(await readLines(utf8), columns).rows[0]?.cells).toMatchObject({
      name: "张三",
      text: '甲,"乙"\n丙',
    });
    // 姓名,日期,备注 / 张三,2026-03-05,好
    const gbk = Buffer.from("d0d5c3fb2cc8d5c6da2cb1b8d7a20ad5c5c8fd2c323032362d30332d30352cbac30a", "hex");
    expect(rowsOf(await readLines(gbk), columns).rows[0]?.cells).toMatchObject({
      name: "张三",
      day: "2026-03-05",
    });
  });

  it("stops a zip bomb, whatever size its directory claims [S57]", async () => {
    const bomb = zipOf("xl/workbook.xml", Buffer.alloc(200 * 1024 * 1024), 10);
    await expect(readLines(bomb)).rejects.toThrow("解压后过大");
  });

  it("refuses sheets of thousands of columns, old .xls files and broken archives [S57]", async () => {
    const wide = await workbook([Array.from({ length: 5_000 }, (_, index) => index)]);
    await expect(readLines(wide)).rejects.toThrow("超过 200 列");
    await expect(readLines(Buffer.from("d0cf11e0a1b11ae1", "hex"))).rejects.toThrow(".xls");
    await expect(readLines(Buffer.from("504b030400000000", "hex"))).rejects.toThrow("打不开");
    await expect(readLines(new Uint8Array(0))).rejects.toThrow("空文件");
  });

  it("refuses more rows than one import may have", async () => {
    const lines = Array.from({ length: 10_100 }, (_, index) => `人${index},2026-01-01`);
    const csv = new TextEncoder().encode(["姓名,日期", ...lines].join("\n"));
    await expect(readLines(csv)).rejects.toThrow("分成几个文件");
  });
});

describe("writing a file", { timeout: 30_000 }, () => {
  it("stores what looks like a formula as text, dates as dates, and tells the count [S59]", async () => {
    const danger = ["=1+1", "+cmd", "-2", "@SUM(A1)", "\tx", "=1"];
    const sheet = {
      title: "测试",
      columns: [
        { header: "内容", width: 10 },
        { header: "日期", width: 10, kind: "day" as const },
        { header: "数", width: 10, kind: "number" as const },
      ],
      rows: danger.map((text) => [text, "2026-03-05", 3]),
    };
    const file = await workbookOf(sheet, "某人导出");
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file.buffer);
    const [written] = book.worksheets;
    expect(written?.getCell("A1").value).toBe("测试  共 6 条  某人导出");
    expect(written?.getCell("A2").font.bold).toBe(true);
    for (const [index, text] of danger.entries()) {
      const cell = written?.getCell(index + 3, 1);
      expect([cell?.value, cell?.type, cell?.numFmt]).toEqual([text, ExcelJS.ValueType.String, "@"]);
    }
    expect(written?.getCell("B3").value).toEqual(new Date("2026-03-05T00:00:00Z"));
    expect(written?.views[0]).toMatchObject({ state: "frozen", ySplit: 2 });
  });

  it("stores numbers as numbers and the words among them as text", async () => {
    const columns = [{ header: "数", width: 10, kind: "number" as const }];
    const file = await workbookOf({ title: "测试", columns, rows: [[92.6], ["未录"]] }, "某人导出");
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file.buffer);
    const [figure, word] = ["A3", "A4"].map((at) => book.worksheets[0]?.getCell(at));
    expect([figure?.value, figure?.type]).toEqual([92.6, ExcelJS.ValueType.Number]);
    expect([word?.value, word?.numFmt]).toEqual(["未录", "@"]);
  });

  it("makes a template whose example row is not imported, with drop-downs that survive", async () => {
    const file = await templateOf("名册", columns);
    expect(rowsOf(await readLines(file), columns).problems[0]?.message).toContain("没有数据");
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file.buffer);
    expect(book.worksheets[0]?.getCell("D5").dataValidation.formulae).toEqual(["字典!$D$2:$D$3"]);
    expect(book.worksheets[1]?.state).toBe("veryHidden");
  });
});
