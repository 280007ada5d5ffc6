import { monitorEventLoopDelay } from "node:perf_hooks";
import { describe, expect, it } from "vitest";
import { rosterColumns } from "@/domains/deputies/commands/roster-columns";
import { partsOf as partsAccepted } from "@/server/files/macros";
import { markedWorkbook } from "@/server/sheets/marked";
import { readLines } from "@/server/sheets/read";
import { rowsOf } from "@/server/sheets/rows";
import { inWorker } from "@/server/sheets/workers";
import { workbookOf } from "@/server/sheets/write";
import { partsOf, workbookWith, zipOf } from "../../support/workbooks";

/** The parts of an attached archive that can be read; null for what is turned away. */
const namesAccepted = (bytes: Buffer) => partsAccepted(bytes)?.map(({ name }) => name) ?? null;
const csv = (...lines: string[]) => new TextEncoder().encode(lines.join("\n"));
const cellOf = async (bytes: Uint8Array) => (await readLines(bytes)).sheets[0]?.lines[1]?.cells[1];

describe("nothing in a file is ever shortened", { timeout: 30_000 }, () => {
  const long = "一、老街排水不畅。".repeat(3_000);

  it("a cell arrives whole up to Excel's own limit, from a workbook and from CSV", async () => {
    const rows = [
      ["标题", "内容"],
      ["甲", long],
    ];
    expect(await cellOf(await workbookWith([{ name: "甲", rows }]))).toBe(long);
    expect(await cellOf(csv("标题,内容", `甲,${long}`))).toBe(long);
  });

  it("a longer cell is refused with its place", async () => {
    await expect(readLines(csv("标题,内容", `甲,${"长".repeat(40_000)}`))).rejects.toThrow(
      "第2行 B 列有 40000 字，超过一格 32767 字的上限",
    );
  });

  it("content beyond the 200th column is refused with its place, in a workbook and in CSV; blank columns are not", async () => {
    const row = ["姓名", ...Array.from<string>({ length: 205 }).fill("")];
    const place = "第1行到 GX 列还有内容，超过 200 列";
    const far = row.with(205, "远");
    await expect(readLines(await workbookWith([{ name: "甲", rows: [far] }]))).rejects.toThrow(place);
    await expect(readLines(csv(far.join(",")))).rejects.toThrow(place);
    expect((await readLines(csv(row.join(",")))).sheets[0]?.lines[0]?.cells).toEqual(["姓名"]);
  });

  it("a quote without its partner and bytes of no known encoding are refused, not read as something else", async () => {
    await expect(readLines(csv("姓名,备注", '甲,"没有收尾', "乙,丙"))).rejects.toThrow(
      "第2行有一个引号没有成对",
    );
    await expect(readLines(new Uint8Array([0x41, 0x2c, 0xff, 0xff, 0x0a]))).rejects.toThrow("文字编码不认识");
  });

  it("a sheet too long for one import does not hinder the one that fits", async () => {
    const many = Array.from({ length: 10_100 }, (_, index) => [`流水${index}`]);
    const file = await readLines(
      await workbookWith([
        { name: "流水", rows: many },
        {
          name: "名册",
          rows: [
            ["姓名", "级别"],
            ["甲某", "乡镇"],
          ],
        },
      ]),
    );
    const { rows, plan } = rowsOf(file, rosterColumns);
    expect(rows).toHaveLength(1);
    expect(plan?.leftOut.sheets).toEqual([{ name: "流水", rows: 10_100, hidden: false }]);
  });
});

describe("an archive's own numbers are not believed", { timeout: 60_000 }, () => {
  const parts = partsOf('<row r="1"><c r="A1"><v>1</v></c></row>');

  it("an archive that tells fewer entries than it holds is refused, by the import and for attachments [S57]", async () => {
    const lying = zipOf(parts, { count: 1 });
    await expect(readLines(lying)).rejects.toThrow("打不开");
    expect(namesAccepted(lying)).toBeNull();
    const macro = [...parts, { name: "xl/vbaProject.bin", content: "macro" }];
    expect(namesAccepted(zipOf(macro, { count: parts.length }))).toBeNull();
    expect(namesAccepted(zipOf(macro))).toContain("xl/vbaProject.bin");
  });

  it("bytes before, behind or shared between entries are refused [S57]", async () => {
    const whole = zipOf(parts);
    const shifted = Buffer.concat([whole.subarray(0, 4), whole]);
    for (const odd of [shifted, Buffer.concat([whole, Buffer.from("behind")])]) {
      expect(namesAccepted(odd)).toBeNull();
      await expect(readLines(odd)).rejects.toThrow("打不开");
    }
    const shared = Buffer.from(zipOf([parts[0], parts[0]].flatMap((part) => part ?? [])));
    // The second entry points at the first one's bytes.
    shared.writeUInt32LE(0, shared.lastIndexOf(Buffer.from("504b0102", "hex")) + 42);
    expect(namesAccepted(shared)?.length ?? 0).toBeLessThanOrEqual(2);
  });

  it("many small entries are counted while they are unpacked, whatever the archive tells [S57]", async () => {
    const crowd = Array.from({ length: 2_500 }, (_, index) => ({ name: `xl/${index}.xml`, content: "" }));
    await expect(readLines(zipOf([...parts, ...crowd]))).rejects.toThrow("打不开");
  });

  it("parts that unpack to hundreds of megabytes end with a sentence, alone and together [S57]", async () => {
    const filler = Buffer.alloc(60 * 1024 * 1024, " ");
    const halves = ["xl/a.xml", "xl/b.xml"].map((name) => ({ name, content: filler }));
    await expect(readLines(zipOf([...parts, ...halves]))).rejects.toThrow("解压后过大");
  });

  it("one text of tens of megabytes and cells without end stay within the worker's memory [S57]", async () => {
    const text = Buffer.from(`<row r="1"><c r="A1" t="str"><v>${"长".repeat(25_000_000)}</v></c></row>`);
    await expect(readLines(zipOf(partsOf(text.toString())))).rejects.toThrow();
    const cells = `<row>${'<c t="b"><v>1</v></c>'.repeat(150)}</row>`.repeat(9_000);
    await expect(readLines(zipOf(partsOf(cells)))).rejects.toThrow("内容过多");
  });
});

describe("big work with tables keeps nobody waiting", { timeout: 60_000 }, () => {
  it("a marked copy of a CSV of 4 MB is made beside the thread that serves", async () => {
    const line = `某某,女,乡镇,${"石桥村党支部书记".repeat(2)},${"备注".repeat(60)}`;
    const file = csv("姓名,性别,级别,职务,备注", ...Array.from({ length: 9_900 }, () => line));
    expect(file.byteLength).toBeGreaterThan(4_000_000);
    const sheet = rowsOf(await readLines(file), rosterColumns);
    const faults = sheet.rows
      .slice(0, 5_000)
      .map(({ line: row }) => ({ row, column: "起始日期", message: "没有填写" }));
    const delay = monitorEventLoopDelay({ resolution: 10 });
    delay.enable();
    const marked = await markedWorkbook(sheet, faults, rosterColumns, "某人");
    delay.disable();
    expect(marked.byteLength).toBeGreaterThan(100_000);
    expect(delay.max / 1e6).toBeLessThan(500);
  });

  it("an export of 10,000 rows is written there, too", async () => {
    const columns = Array.from({ length: 14 }, (_, index) => ({ header: `列${index}`, width: 10 }));
    const rows = Array.from({ length: 10_000 }, (_, row) => columns.map((_column, at) => `第${row}行${at}`));
    const delay = monitorEventLoopDelay({ resolution: 10 });
    delay.enable();
    await workbookOf({ title: "大表", columns, rows }, "某人导出");
    delay.disable();
    expect(delay.max / 1e6).toBeLessThan(500);
  });

  it("one person's files follow one another, and others are not kept behind them; a crowd is told to come again", async () => {
    const small = csv("姓名,级别", "甲,乡镇");
    const order: string[] = [];
    const mine = [1, 2, 3].map(async (number) => {
      await readLines(small, "我");
      order.push(`我${number}`);
    });
    const others = readLines(small, "他").then(() => order.push("他"));
    await Promise.all([...mine, others]);
    expect(order.filter((who) => who !== "他")).toEqual(["我1", "我2", "我3"]);
    expect(order.indexOf("他")).toBeLessThan(3);
    const crowd = await Promise.allSettled(
      Array.from({ length: 14 }, (_, person) =>
        inWorker(`第${person}人`, {
          worker: "read",
          data: { bytes: small, rowLimit: 20 },
          timeLimit: 10_000,
        }),
      ),
    );
    const turned = crowd.filter((one) => one.status === "rejected");
    expect(turned).toHaveLength(4);
    expect(String(turned[0]?.reason)).toContain("请过半分钟再试");
  });
});
