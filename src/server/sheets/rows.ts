import "server-only";
import { dayFromText, dayFromUtc } from "@/lib/dates";
import { spelledName } from "@/lib/person-name";
import { type CellProblem, type ImportColumn, type ImportRow, mostImportRows } from "@/lib/sheets";
import { numberFromText } from "@/lib/numbers";
import { refusedSign, tidyLine, tidyLines } from "@/lib/text";
import type { FileLine } from "./read";

/** The header must stand within these first filled rows; titles and notes may stand above it. */
const headSearch = 15;
const excelErrors = new Set(["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"]);
/** Columns people or we add that carry nothing to import. */
const silentHeaders = new Set(["序号", "编号", "错误原因"]);

/** In a header nothing unseen means anything. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const headerOf = (text: string): string => tidyLine(text.replaceAll(invisible, ""));

const headerKey = (text: string): string =>
  headerOf(text)
    .normalize("NFKC")
    .replaceAll(/\s|\*/g, "")
    .replace(/\(必填\)$/, "");

/** Full-width letters and digits become plain ones; Chinese punctuation in running text stays what it is. */
const halfWidth = (text: string): string =>
  text.replaceAll(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (sign) => sign.normalize("NFKC"));

const serialDay = /^\d{5}(\.\d+)?$/;

/** Days counted from 30 December 1899, as Excel keeps a date whose format was lost. */
function dayCell(text: string): string {
  const plain = text.normalize("NFKC");
  if (serialDay.test(plain)) return dayFromUtc(new Date((Math.floor(Number(plain)) - 25_569) * 86_400_000));
  return dayFromText(plain) ?? plain;
}

/** A cell as the command wants it; what cannot be read stays as written, so that the message can quote it. */
export function cellText(raw: string, kind: ImportColumn["kind"]): string | null {
  const text = kind === "text" ? tidyLines(raw) : tidyLine(raw);
  if (text === "") return null;
  if (kind === "day") return dayCell(text);
  if (kind === "number") return String(numberFromText(text) ?? text);
  if (kind === "choice") return text.normalize("NFKC");
  if (kind === "name") return spelledName(text);
  return halfWidth(text);
}

type Head = { index: number; line: number; at: Map<string, number>; unknown: string[]; doubled: string[] };

function columnOf(columns: readonly ImportColumn[], header: string): ImportColumn | undefined {
  const wanted = headerKey(header);
  return columns.find((column) =>
    [column.header, ...(column.aliases ?? [])].some((name) => headerKey(name) === wanted),
  );
}

function headIn(line: FileLine, index: number, columns: readonly ImportColumn[]): Head {
  const head: Head = { index, line: line.line, at: new Map(), unknown: [], doubled: [] };
  for (const [place, cell] of line.cells.entries()) {
    const header = headerOf(cell);
    const column = columnOf(columns, header);
    if (header === "" || (!column && silentHeaders.has(headerKey(header)))) continue;
    if (!column) head.unknown.push(header);
    else if (head.at.has(column.key)) head.doubled.push(column.header);
    else head.at.set(column.key, place);
  }
  return head;
}

/** The row with the most known headers among the first ones. */
function findHead(lines: readonly FileLine[], columns: readonly ImportColumn[]): Head | null {
  const heads = lines.slice(0, headSearch).map((line, index) => headIn(line, index, columns));
  const best = heads.reduce<Head | null>(
    (kept, head) => (head.at.size > (kept?.at.size ?? 0) ? head : kept),
    null,
  );
  return best !== null && best.at.size >= Math.min(2, columns.length) ? best : null;
}

const isExample = (row: ImportRow): boolean =>
  Object.values(row.cells).some((cell) => /^示例[:：]/.test(cell ?? ""));

export type SheetRows = { rows: ImportRow[]; problems: CellProblem[]; ignored: string[]; headLine: number };

/** Rows by column key; missing, doubled and unknown columns and Excel's own errors are named, blank rows left out. */
export function rowsOf(lines: readonly FileLine[], columns: readonly ImportColumn[]): SheetRows {
  const head = findHead(lines, columns);
  if (head === null) {
    const wanted = columns.filter((column) => column.required).map((column) => column.header);
    const message = `没有找到表头。表头应有这些列：${wanted.join("、")}。请用模板填写。`;
    return {
      rows: [],
      problems: [{ line: lines[0]?.line ?? 1, column: "", message }],
      ignored: [],
      headLine: 1,
    };
  }
  const problems: CellProblem[] = [
    ...columns
      .filter((column) => column.required && !head.at.has(column.key))
      .map(({ header }) => ({ line: head.line, column: header, message: "缺少这一列，请补上" })),
    ...head.doubled.map((column) => ({ line: head.line, column, message: "这一列出现了两次，请只留一列" })),
  ];
  const rows = lines
    .slice(head.index + 1)
    .map((line) => rowOf(line, head, columns, problems))
    .filter((row) => !isExample(row) && Object.values(row.cells).some((cell) => cell !== null));
  if (rows.length === 0) problems.push({ line: head.line, column: "", message: "表头下面没有数据" });
  if (rows.length > mostImportRows) {
    problems.push({ line: head.line, column: "", message: `超过 ${mostImportRows} 行，请分成几个文件导入` });
  }
  return { rows, problems, ignored: head.unknown, headLine: head.line };
}

function faultOf(value: string): string | null {
  if (excelErrors.has(value)) return `公式出错（${value}），请改成数值或文字`;
  const fault = refusedSign(value);
  return fault === null ? null : `${fault}，请删去`;
}

function rowOf(
  line: FileLine,
  head: Head,
  columns: readonly ImportColumn[],
  problems: CellProblem[],
): ImportRow {
  const cells: ImportRow["cells"] = {};
  for (const column of columns) {
    const place = head.at.get(column.key);
    if (place === undefined) continue;
    const value = cellText(line.cells[place] ?? "", column.kind);
    const message = value === null ? null : faultOf(value);
    if (message !== null) problems.push({ line: line.line, column: column.header, message });
    cells[column.key] = value;
  }
  return { line: line.line, cells };
}
