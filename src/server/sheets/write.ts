import "server-only";
import { PassThrough, Readable } from "node:stream";
import ExcelJS from "exceljs";
import { utcOf } from "@/lib/dates";
import type { ExportColumn, ExportSheet } from "@/lib/sheets";

export const excelMime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const formats = { text: "@", number: "General", day: "yyyy-mm-dd" } as const;

/**
 * A cell's value with its type fixed: text is stored as text and formatted as text, so that "=1+1" or "@SUM" stays
 * words even after somebody edits the cell [S59].
 */
function typed(
  value: string | number | null,
  column: ExportColumn | undefined,
): string | number | Date | null {
  if (value === null || value === "") return null;
  if (column?.kind === "day" && typeof value === "string") return utcOf(value);
  return typeof value === "number" && column?.kind !== "number" ? String(value) : value;
}

const thin = { style: "thin", color: { argb: "FFBFBFBF" } } as const;
const border = { top: thin, bottom: thin, left: thin, right: thin };

function writeHead(sheet: ExcelJS.Worksheet, { title, columns, rows }: ExportSheet, note: string): void {
  const titleRow = sheet.addRow([`${title}  共 ${rows.length} 条  ${note}`]);
  titleRow.font = { bold: true, size: 13 };
  titleRow.height = 24;
  titleRow.commit();
  const header = sheet.addRow(columns.map((column) => column.header));
  header.eachCell((cell) => {
    cell.font = { bold: true };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFE8EEF6" } };
    cell.border = border;
    cell.alignment = { vertical: "middle", wrapText: true };
  });
  header.commit();
}

async function writeAll(stream: PassThrough, exported: ExportSheet, note: string): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: false,
  });
  const sheet = workbook.addWorksheet("数据", {
    views: [{ state: "frozen", ySplit: 2, xSplit: 1 }],
    pageSetup: { orientation: "landscape", fitToPage: true, fitToHeight: 0 },
  });
  sheet.columns = exported.columns.map((column) => ({
    width: column.width,
    style: { numFmt: formats[column.kind ?? "text"], alignment: { vertical: "top", wrapText: true } },
  }));
  writeHead(sheet, exported, note);
  for (const [index, row] of exported.rows.entries()) {
    const line = sheet.addRow(row.map((value, at) => typed(value, exported.columns[at])));
    line.eachCell((cell) => {
      cell.border = border;
      // Words among numbers stay words, too.
      if (typeof cell.value === "string") cell.numFmt = formats.text;
    });
    line.commit();
    // Lets other requests in between, and the reader take what is written.
    if (index % 500 === 499) await new Promise((resume) => setImmediate(resume));
  }
  sheet.commit();
  await workbook.commit();
}

/** The sheet as a stream of an .xlsx file. @param note who exported and when, printed in the first row */
export function workbookStream(exported: ExportSheet, note: string): ReadableStream<Uint8Array> {
  const stream = new PassThrough();
  writeAll(stream, exported, note).catch((error: unknown) => stream.destroy(error as Error));
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
}

/** Headers of a download under a Chinese name that never stays in a shared cache. */
export function downloadHeaders(name: string): Record<string, string> {
  const safe = name
    .replaceAll(/[\\/:*?"<>|\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "_")
    .slice(0, 100);
  return {
    "content-type": excelMime,
    "content-disposition": `attachment; filename="export.xlsx"; filename*=UTF-8''${encodeURIComponent(safe)}.xlsx`,
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  };
}
