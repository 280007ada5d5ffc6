/** What a list hands over to become an Excel file; `rows` hold cells in the order of `columns`. */
export type ExportSheet = {
  title: string;
  columns: ExportColumn[];
  rows: (string | number | null)[][];
};

/** @property width in characters of the body font; `day` cells are "YYYY-MM-DD". */
export type ExportColumn = { header: string; width: number; kind?: "text" | "number" | "day" };

/** How cells of an import's column are read: names lose the blanks people align them with, choices are made half-width. */
export type CellKind = "text" | "name" | "day" | "number" | "choice";

export type ImportColumn = {
  key: string;
  header: string;
  /** Other headers people use for the same thing. */
  aliases?: readonly string[];
  kind: CellKind;
  required: boolean;
  width: number;
  /** In the template: what to write. */
  note: string;
  example: string;
  /** Offered as a drop-down list; several may be joined with 、 where `several` is set. */
  options?: readonly string[];
  several?: boolean;
};

/** @property line the row's number in the file as Excel shows it */
export type ImportRow = { line: number; cells: Record<string, string | null> };

/** One bad cell; `column` is a header, or "" when the whole row is meant. */
export type CellProblem = { line: number; column: string; message: string };

/**
 * A row that may be somebody or something there already. It is asked before anything is written: the file is sent again
 * with an answer for each, and an answer whose choice is no longer offered is asked anew.
 * @property facts what the file says, and what is there
 */
export type RowQuestion = { line: number; title: string; facts: string[]; choices: RowChoice[] };
/** @property kind what choices of several rows have in common, so that the remaining ones can be answered alike */
export type RowChoice = { value: string; kind: "update" | "keep" | "another"; label: string };
export type RowAnswer = { line: number; value: string };

/** "第3行「姓名」：没有填写". */
export function problemInText({ line, column, message }: CellProblem): string {
  return column === "" ? `第${line}行：${message}` : `第${line}行「${column}」：${message}`;
}

/** The largest import of one file. */
export const mostImportRows = 10_000;
export const largestImportFile = 10 * 1024 * 1024;
