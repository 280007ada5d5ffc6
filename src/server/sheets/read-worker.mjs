// Runs in a worker thread with a memory limit of its own: whatever a hostile or broken file makes of the parser, only
// this thread dies. Plain JavaScript, because a worker is started from a file as it stands on disk.
import { parentPort, workerData } from "node:worker_threads";
import { inflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";

const inflatedLimit = 96 * 1024 * 1024;
const entryLimit = 2_000;
const columnLimit = 200;
const cellLimit = 4_000;

class Refusal extends Error {}

function centralDirectory(file) {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > file.length) throw new Refusal("文件不完整,打不开。请重新保存为 .xlsx 后再传。");
  const count = file.readUInt16LE(end + 10);
  const start = file.readUInt32LE(end + 16);
  if (count > entryLimit || start === 0xffffffff)
    throw new Refusal("文件结构异常,请另存为普通的 .xlsx 后再传。");
  return { count, start };
}

function entryAt(file, at) {
  if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50)
    throw new Refusal("文件不完整,打不开。请重新保存为 .xlsx 后再传。");
  const local = file.readUInt32LE(at + 42);
  const nameLength = file.readUInt16LE(local + 26);
  const extraLength = file.readUInt16LE(local + 28);
  const from = local + 30 + nameLength + extraLength;
  return {
    method: file.readUInt16LE(at + 10),
    data: file.subarray(from, from + file.readUInt32LE(at + 20)),
    next: at + 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32),
  };
}

/** Inflates every entry under one shared budget first: sizes in a zip's directory may lie, a hard output limit does not. */
function refuseBomb(file) {
  const { count, start } = centralDirectory(file);
  let budget = inflatedLimit;
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const entry = entryAt(file, at);
    if (entry.method !== 0 && entry.method !== 8)
      throw new Refusal("文件的压缩方式不认识,请另存为 .xlsx 后再传。");
    try {
      budget -=
        entry.method === 0
          ? entry.data.length
          : inflateRawSync(entry.data, { maxOutputLength: Math.max(1, budget) }).length;
    } catch (error) {
      if (error.code === "ERR_BUFFER_TOO_LARGE") budget = -1;
      else throw new Refusal("文件已损坏,打不开。请重新保存为 .xlsx 后再传。");
    }
    if (budget < 0) throw new Refusal("文件解压后过大,已拒绝。请只保留要导入的工作表和列。");
    at = entry.next;
  }
}

const two = (number) => String(number).padStart(2, "0");

function dayText(date) {
  if (Number.isNaN(date.getTime())) return "";
  const day = `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
  const minutes = date.getUTCHours() * 60 + date.getUTCMinutes();
  return minutes === 0 ? day : `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}

const numberText = (number) =>
  Number.isInteger(number)
    ? number.toLocaleString("en-US", { useGrouping: false })
    : String(Number(number.toPrecision(15)));

/** The value people see: never a formula, a link's target or a style. */
function textOf(value) {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return numberText(value);
  if (typeof value === "boolean") return value ? "是" : "否";
  if (value instanceof Date) return dayText(value);
  if (Array.isArray(value.richText)) return value.richText.map((part) => part.text).join("");
  if ("formula" in value || "sharedFormula" in value) return textOf(value.result);
  return value.error ?? textOf(value.text);
}

function linesOfSheet(sheet, rowLimit) {
  const lines = [];
  sheet.eachRow((row, number) => {
    const cells = [];
    if (row.cellCount > columnLimit && row.actualCellCount > columnLimit) {
      throw new Refusal(
        `第${number}行有 ${row.actualCellCount} 列,超过 ${columnLimit} 列。请只保留模板里的列。`,
      );
    }
    row.eachCell((cell, at) => {
      if (at <= columnLimit) cells[at - 1] = textOf(cell.value).slice(0, cellLimit);
    });
    const filled = Array.from(cells, (cell) => cell ?? "");
    if (filled.some((cell) => cell.trim() !== "")) lines.push({ line: number, cells: filled });
    if (lines.length > rowLimit) throw new Refusal(`文件超过 ${rowLimit - 20} 行,请分成几个文件导入。`);
  });
  return lines;
}

async function readWorkbook(file, rowLimit) {
  refuseBomb(file);
  const workbook = new ExcelJS.Workbook();
  const ignoreNodes = [
    "dataValidations",
    "conditionalFormatting",
    "hyperlinks",
    "drawing",
    "legacyDrawing",
    "extLst",
    "picture",
    "tableParts",
  ];
  await workbook.xlsx.load(file, { ignoreNodes }).catch(() => {
    throw new Refusal("文件打不开,可能已损坏或加了密码。请重新保存为 .xlsx 后再传。");
  });
  const sheets = workbook.worksheets.filter((sheet) => sheet.state === "visible");
  const sheet = sheets.find((one) => one.actualRowCount > 0);
  return sheet ? linesOfSheet(sheet, rowLimit) : [];
}

function decoded(file) {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder("utf-16le").decode(file);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    // What Excel on Chinese Windows saves as CSV.
    return new TextDecoder("gb18030").decode(file);
  }
}

function separatorOf(text) {
  const first = text.slice(0, 5_000).split(/\r?\n/, 1)[0];
  return ["\t", ";", ","].find((sign) => first.split(sign).length > 2) ?? ",";
}

function readCsv(file, rowLimit) {
  const text = decoded(file);
  if (text.includes("\u0000")) throw new Refusal("这不是表格文件。请上传 .xlsx 或 .csv。");
  const separator = separatorOf(text);
  const lines = [];
  let cells = [];
  let cell = "";
  let quoted = false;
  let line = 1;
  const endLine = () => {
    cells.push(cell);
    if (cells.some((one) => one.trim() !== "")) lines.push({ line, cells: cells.slice(0, columnLimit) });
    if (lines.length > rowLimit) throw new Refusal(`文件超过 ${rowLimit - 20} 行,请分成几个文件导入。`);
    cells = [];
    cell = "";
    line += 1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[(at += 1)];
      else quoted = false;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === separator) {
      cells.push(cell);
      cell = "";
    } else if (sign === "\n") endLine();
    else if (sign !== "\r") cell += sign;
  }
  endLine();
  return lines;
}

async function read({ bytes, rowLimit }) {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sign = file.subarray(0, 4).toString("hex");
  if (sign === "d0cf11e0")
    throw new Refusal("这是旧版 .xls 或加了密码的文件。请在 Excel/WPS 里另存为不加密的 .xlsx 后再传。");
  if (sign === "504b0304") return readWorkbook(file, rowLimit);
  if (sign.startsWith("504b")) throw new Refusal("文件是空的压缩包,请重新选择。");
  return readCsv(file, rowLimit);
}

try {
  parentPort.postMessage({ lines: await read(workerData) });
} catch (error) {
  parentPort.postMessage({
    refusal: error instanceof Refusal ? error.message : "文件读不出来。请重新保存为 .xlsx 后再传。",
  });
}
