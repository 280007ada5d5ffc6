import "server-only";
import ExcelJS from "exceljs";
import type { ImportColumn } from "@/lib/sheets";

const templateRows = 2_000;
const listSheet = "字典";

/** The empty file people fill in: headers, one example row marked as such, drop-downs, and a sheet of notes. */
export async function templateOf(
  title: string,
  columns: readonly ImportColumn[],
): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(title, { views: [{ state: "frozen", ySplit: 1 }] });
  const dictionary = workbook.addWorksheet(listSheet, { state: "veryHidden" });
  sheet.columns = columns.map((column) => ({ width: column.width, style: { numFmt: "@" } }));
  const header = sheet.addRow(columns.map((column) => column.header));
  header.font = { bold: true };
  sheet.addRow(columns.map((column) => column.example)).font = { italic: true, color: { argb: "FF7F7F7F" } };
  for (const [index, column] of columns.entries()) {
    const cell = header.getCell(index + 1);
    const colour = column.required ? "FFFCE4D6" : "FFE8EEF6";
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: colour } };
    if (column.note !== "") cell.note = column.note;
    if (column.options) offer(sheet, dictionary, index + 1, column);
  }
  addNotes(workbook, columns);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function offer(
  sheet: ExcelJS.Worksheet,
  dictionary: ExcelJS.Worksheet,
  at: number,
  column: ImportColumn,
): void {
  const options = column.options ?? [];
  dictionary.getColumn(at).values = [column.header, ...options];
  const letter = dictionary.getColumn(at).letter;
  const area = `${listSheet}!$${letter}$2:$${letter}$${options.length + 1}`;
  const cells = sheet as ExcelJS.Worksheet & {
    dataValidations: { add: (range: string, rule: ExcelJS.DataValidation) => void };
  };
  cells.dataValidations.add(`${letter}2:${letter}${templateRows}`, {
    type: "list",
    allowBlank: true,
    formulae: [area],
    // Where several may be joined, the list is an offer only.
    showErrorMessage: column.several !== true,
    errorTitle: column.header,
    error: `请从列表中选择：${options.join("、")}`,
  });
}

function addNotes(workbook: ExcelJS.Workbook, columns: readonly ImportColumn[]): void {
  const notes = workbook.addWorksheet("填写说明");
  notes.columns = [{ width: 16 }, { width: 10 }, { width: 60 }];
  notes.addRow(["列", "是否必填", "怎样填"]).font = { bold: true };
  for (const column of columns) {
    notes.addRow([column.header, column.required ? "必填" : "选填", column.note]);
  }
  notes.addRow([]);
  notes.addRow([
    "说明",
    "",
    "第2行是示例,导入时自动跳过,可以删掉。有一处不对就一行也不导入,改好后整个文件再传一次。",
  ]);
}
