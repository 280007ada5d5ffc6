import "server-only";
import ExcelJS from "exceljs";
import type { ImportColumn } from "@/lib/sheets";
import type { ImportFault } from "./answers";
import type { FileLine } from "./read";

const reasonHeader = "错误原因";
const red = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFD8D6" } } as const;

/** The person's own rows again, values only, with a column that says what is wrong and the bad cells tinted. */
export async function markedWorkbook(
  lines: readonly FileLine[],
  faults: readonly ImportFault[],
  columns: readonly ImportColumn[],
): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("改正后再传");
  const width = Math.max(...lines.map((line) => line.cells.length), 1);
  sheet.columns = Array.from({ length: width + 1 }, () => ({ width: 16, style: { numFmt: "@" } }));
  const byRow = new Map<number, ImportFault[]>();
  for (const fault of faults) byRow.set(fault.row, [...(byRow.get(fault.row) ?? []), fault]);
  const known = new Set(columns.map((column) => column.header));
  const head = lines.find((line) => line.cells.filter((cell) => known.has(cell.trim())).length > 1);
  for (const line of lines) {
    // The same line numbers as in the file, so that the sentences still fit.
    const row = sheet.getRow(line.line);
    row.values = line.cells;
    const mine = byRow.get(line.line) ?? [];
    if (line === head) row.font = { bold: true };
    if (line === head) row.getCell(width + 1).value = reasonHeader;
    else if (mine.length > 0) row.getCell(width + 1).value = mine.map((fault) => fault.message).join("\n");
    for (const fault of mine) tint(row, head, fault);
  }
  sheet.getColumn(width + 1).width = 60;
  sheet.getColumn(width + 1).alignment = { wrapText: true, vertical: "top" };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function tint(row: ExcelJS.Row, head: FileLine | undefined, fault: ImportFault): void {
  const at = head?.cells.findIndex((cell) => cell.trim() === fault.column) ?? -1;
  if (at >= 0) row.getCell(at + 1).fill = red;
}
