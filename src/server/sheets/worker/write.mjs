// Writes workbooks in a worker thread: thousands of styled cells would keep everybody else waiting on the one that serves.
import { PassThrough } from "node:stream";
import { parentPort, workerData } from "node:worker_threads";
import ExcelJS from "exceljs";

const thin = { style: "thin", color: { argb: "FFBFBFBF" } };
const border = { top: thin, bottom: thin, left: thin, right: thin };
const solid = (argb) => ({ type: "pattern", pattern: "solid", fgColor: { argb } });
const formats = { text: "@", number: "General", day: "yyyy-mm-dd" };

/**
 * A cell's value with its type fixed: text is stored as text and formatted as text, so that "=1+1" or "@SUM" stays
 * words even after somebody edits the cell [S59].
 */
function typed(value, column) {
  if (value === null || value === "") return null;
  if (column?.kind === "day" && typeof value === "string") return new Date(`${value}T00:00:00.000Z`);
  return typeof value === "number" && column?.kind !== "number" ? String(value) : value;
}

function exportHead(sheet, { title, columns, rows }, note) {
  const titleRow = sheet.addRow([`${title}  共 ${rows.length} 条  ${note}`]);
  titleRow.font = { bold: true, size: 13 };
  titleRow.height = 24;
  titleRow.commit();
  const header = sheet.addRow(columns.map((column) => column.header));
  header.eachCell((cell) => {
    cell.font = { bold: true };
    cell.fill = solid("FFE8EEF6");
    cell.border = border;
    cell.alignment = { vertical: "middle", wrapText: true };
  });
  header.commit();
}

/** What a list shows, under a line that says who took it and when; what explains it on sheets of its own. */
function writeExport(workbook, { exported, note }) {
  const { beside = [], ...first } = exported;
  writeTable(workbook, "数据", first, note);
  for (const table of beside) writeTable(workbook, table.title, table, note);
}

function writeTable(workbook, name, exported, note) {
  const { columns, rows } = exported;
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: "frozen", ySplit: 2, xSplit: 1 }],
    pageSetup: { orientation: "landscape", fitToPage: true, fitToHeight: 0 },
  });
  sheet.columns = columns.map((column) => ({
    width: column.width,
    style: { numFmt: formats[column.kind ?? "text"], alignment: { vertical: "top", wrapText: true } },
  }));
  exportHead(sheet, exported, note);
  for (const row of rows) {
    const line = sheet.addRow(row.map((value, at) => typed(value, columns[at])));
    line.eachCell((cell) => {
      cell.border = border;
      // Words among numbers stay words, too.
      if (typeof cell.value === "string") cell.numFmt = formats.text;
    });
    line.commit();
  }
  sheet.commit();
}

/** A person's own rows again, values only, with a column that says what is wrong and the bad cells tinted. */
function writeMarked(workbook, { lines, headLine, faults, places }) {
  const sheet = workbook.addWorksheet("改正后再传");
  const width = lines.reduce((most, { cells }) => Math.max(most, cells.length), 1);
  sheet.columns = Array.from({ length: width + 1 }, (_, at) =>
    at === width
      ? { width: 60, style: { numFmt: "@", alignment: { wrapText: true, vertical: "top" } } }
      : { width: 16, style: { numFmt: "@" } },
  );
  const byRow = new Map();
  for (const fault of faults) byRow.set(fault.row, [...(byRow.get(fault.row) ?? []), fault]);
  for (const { line, cells } of lines) {
    // The same line numbers as in the file, so that the sentences still fit.
    const row = sheet.getRow(line);
    row.values = cells;
    const mine = byRow.get(line) ?? [];
    if (line === headLine) row.font = { bold: true };
    if (line === headLine) row.getCell(width + 1).value = "错误原因";
    else if (mine.length > 0) row.getCell(width + 1).value = mine.map((fault) => fault.message).join("\n");
    for (const { column } of mine)
      if (column in places) row.getCell(places[column] + 1).fill = solid("FFFFD8D6");
    row.commit();
  }
  sheet.commit();
}

const writers = { export: writeExport, marked: writeMarked };

async function written({ kind, ...task }) {
  const stream = new PassThrough();
  const pieces = [];
  stream.on("data", (piece) => pieces.push(piece));
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: false,
  });
  writers[kind](workbook, task);
  await workbook.commit();
  return new Uint8Array(Buffer.concat(pieces));
}

const bytes = await written(workerData);
parentPort.postMessage(bytes, [bytes.buffer]);
