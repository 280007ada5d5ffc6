import "server-only";
import { createHash } from "node:crypto";
import { AppError } from "@/lib/errors";
import {
  type AskedOnce,
  type CellProblem,
  type ImportColumn,
  type ImportPlan,
  type ImportRow,
  mostImportRows,
  type UnkeptColumn,
} from "@/lib/sheets";
import { cellFault, cellText } from "./cells";
import { blanksOf, fillDown, mergedIn } from "./down";
import { findHead, type Head } from "./head";
import { excerptOf, leftOutOf, type Places, placesOf, recordsOf, samplesOf } from "./left-out";
import { guessed } from "./once";
import type { FileLine, FileSheet, ReadFile } from "./read";

export type SheetRows = {
  rows: ImportRow[];
  problems: CellProblem[];
  /** Headers of columns that are not taken. */
  ignored: string[];
  headLine: number;
  /** The sheet's filled rows as they stand in the file. */
  lines: FileLine[];
  /** Place of each known column in the file's rows. */
  places: Map<string, number>;
  plan: ImportPlan | null;
};

type Chosen = { sheet: FileSheet; head: Head };

/** The sheet whose header fits best; a cover page or notes may stand before it. */
function chosenSheet(file: ReadFile, columns: readonly ImportColumn[]): Chosen | null {
  const found = file.sheets
    .filter(({ hidden }) => !hidden)
    .flatMap((sheet): Chosen[] => {
      const head = findHead(sheet.lines, columns);
      return head === null ? [] : [{ sheet, head }];
    });
  return found.reduce<Chosen | null>(
    (kept, one) => (one.head.known > (kept?.head.known ?? 0) ? one : kept),
    null,
  );
}

function rowOf(
  line: FileLine,
  columns: readonly ImportColumn[],
  places: Places,
  { from1904 }: ReadFile,
): { row: ImportRow; problems: CellProblem[] } {
  const cells: ImportRow["cells"] = {};
  const problems: CellProblem[] = [];
  for (const column of columns) {
    const from = places.get(column.key);
    if (from === undefined) continue;
    const texts = from.flatMap(({ place }) => cellText(line.cells[place] ?? "", column.kind, from1904) ?? []);
    cells[column.key] = texts.length === 0 ? null : [...new Set(texts)].join(column.joins ?? "");
    for (const message of texts.flatMap((text) => cellFault(text) ?? []))
      problems.push({ line: line.line, column: column.header, message });
  }
  return { row: { line: line.line, cells }, problems };
}

const noHead = (file: ReadFile, columns: readonly ImportColumn[]): SheetRows => {
  const wanted = columns.filter((column) => column.required).map((column) => column.header);
  const message = `没有找到表头。表头应有这些列：${wanted.join("、")}。请用模板填写。`;
  const lines = file.sheets[0]?.lines ?? [];
  const line = lines[0]?.line ?? 1;
  const problems = [{ line, column: "", message }];
  return { rows: [], problems, ignored: [], headLine: 1, lines, places: new Map(), plan: null };
};

/** What is amiss with the sheet as a whole. */
function sheetProblems(line: number, rows: number, missing: string[], doubled: string[]): CellProblem[] {
  const whole = [
    ...(rows === 0 ? ["表头下面没有数据"] : []),
    ...(rows > mostImportRows ? [`超过 ${mostImportRows} 行，请分成几个文件导入`] : []),
  ];
  return [
    ...missing.map((column) => ({ line, column, message: "缺少这一列，请补上" })),
    ...doubled.map((column) => ({ line, column, message: "这一列出现了两次，请只留一列" })),
    ...whole.map((message) => ({ line, column: "", message })),
  ];
}

/** What may be said once for the file, and how many rows would be filled by it. */
function askedOnce(
  columns: readonly ImportColumn[],
  rows: readonly ImportRow[],
  places: Places,
  above: readonly string[],
): AskedOnce[] {
  const offered = columns.filter(
    ({ key, once, required }) => once === true && (required || !places.has(key)),
  );
  return offered.flatMap((column) => {
    const { key, header, kind, required, options = [], several = false } = column;
    const blanks = blanksOf(rows, key);
    const asked = { key, header, kind, required, options: [...options], several, blanks };
    return blanks === 0 ? [] : [{ ...asked, guess: guessed(column, above) }];
  });
}

/** Each column that is taken, with what its first filled cell becomes; of joined ones, what each holds. */
function takenFrom(
  places: Places,
  rows: readonly ImportRow[],
  lines: readonly FileLine[],
): ImportPlan["taken"] {
  return [...places].flatMap(([key, from]) =>
    from.map(({ header, place, match }) => {
      const filled = rows.find(({ cells }) => (cells[key] ?? null) !== null);
      const read = from.length === 1 ? (filled?.cells[key] ?? "") : "";
      return {
        header,
        as: match?.column.header ?? "",
        sample: read === "" ? (samplesOf(lines, place)[0] ?? "") : excerptOf(read),
        keeps: match?.column.keeps ?? "",
        blanks: blanksOf(rows, key),
      };
    }),
  );
}

export type RowsWanted = {
  unkept?: readonly UnkeptColumn[];
  given?: Readonly<Record<string, string>>;
  down?: readonly string[];
};

/**
 * Rows by column key. Missing and doubled columns and Excel's own errors are named as problems; columns, sheets and
 * rows that are not taken are named in the plan.
 * @param down keys of the columns to be filled from the row above; of those that look merged, no others
 * @param given what is said once for the file, by column key; fills the rows that leave it blank
 * @throws BAD_REQUEST when the sheet passes a limit
 */
export function rowsOf(
  file: ReadFile,
  columns: readonly ImportColumn[],
  { unkept = [], given = {}, down = [] }: RowsWanted = {},
): SheetRows {
  const chosen = chosenSheet(file, columns);
  if (chosen === null) return noHead(file, columns);
  const { sheet, head } = chosen;
  if (sheet.fault !== null) throw new AppError("BAD_REQUEST", sheet.fault);
  const found = placesOf(head);
  const { places } = found;
  const sorted = recordsOf(sheet.lines.slice(head.next), head, places);
  const read = sorted.records.map((line) => rowOf(line, columns, places, file));
  const rows = read.map(({ row }) => row);
  const above = [sheet.name ?? "", ...sheet.lines.slice(0, head.first).flatMap(({ cells }) => cells)];
  const asked = askedOnce(columns, rows, places, above);
  const taken = takenFrom(places, rows, sorted.records);
  // A workbook says which cells are joined, and they are filled already: its blank telephone is a blank.
  const merged = sheet.name === null ? mergedIn(columns, rows, places) : [];
  const filled = merged.map(({ key }) => key).filter((key) => down.includes(key));
  fillDown(rows, filled);
  for (const [key, text] of Object.entries(given)) for (const { cells } of rows) cells[key] ??= text;
  const missing = columns.filter(({ key, required }) => required && !places.has(key) && !(key in given));
  const leftOut = leftOutOf(file, sheet, head, { ...found, ...sorted }, unkept);
  const seal = createHash("sha256").update(JSON.stringify(leftOut)).digest("hex");
  return {
    rows,
    problems: [
      ...sheetProblems(
        head.line,
        rows.length,
        missing.map(({ header }) => header),
        found.doubled,
      ),
      ...read.flatMap((one) => one.problems),
    ],
    ignored: leftOut.columns.map(({ header }) => header),
    headLine: head.line,
    lines: sheet.lines,
    places: new Map([...places].flatMap(([key, [first]]) => (first ? [[key, first.place] as const] : []))),
    plan: { sheet: sheet.name, rows: rows.length, taken, merged, leftOut, asked, seal },
  };
}
