/** A table of a workbook; `rows` hold cells in the order of `columns`. */
export type ExportTable = {
  title: string;
  columns: ExportColumn[];
  rows: (string | number | null)[][];
};

/** What a list hands over to become an Excel file. @property beside tables on sheets of their own, under their titles */
export type ExportSheet = ExportTable & { beside?: ExportTable[] };

/**
 * @property width in characters of the body font; `day` cells are "YYYY-MM-DD"
 * @property names of people or units, put together with 、: a page shows the first of many
 */
export type ExportColumn = { header: string; width: number; kind?: "text" | "number" | "day"; names?: true };

/** How cells of an import's column are read: names lose the blanks people align them with, choices are made half-width. */
export type CellKind = "text" | "name" | "day" | "month" | "number" | "choice";

export type ImportColumn = {
  key: string;
  header: string;
  /** Other headers people use for the same thing; where a file has several, the earlier in this list is taken. */
  aliases?: readonly string[];
  /** A file may have several such columns; their texts become one, put together with this. */
  joins?: string;
  /** Units that may stand behind the header in brackets; a header with another unit is another column. */
  units?: readonly string[];
  /** May be said once for the whole file; fills the rows that leave it blank. */
  once?: boolean;
  /** Finds this column's word in the lines above the header, as a proposal for `once`. */
  guess?: RegExp;
  /** What to propose when `guess` fits, where that is not the word itself. */
  guessAs?: string;
  /** What is kept of the cell, if not all of it. */
  keeps?: string;
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
/** What several of Excel's longest cells joined into one come to. */
export const longestImportCell = 4 * 32_767;
export const largestImportFile = 10 * 1024 * 1024;

/** Headers that offices' tables carry and the system does not keep, with the reason. */
export type UnkeptColumn = { headers: readonly string[]; why: string };

/** What a file holds and the import does not take; nothing is left out without being named here. */
export type LeftOut = {
  columns: { header: string; samples: string[]; why: string }[];
  sheets: { name: string; rows: number; hidden: boolean }[];
  rows: { line: number; text: string; why: string }[];
};

/** A value that may be said once for the file. @property blanks rows without one */
export type AskedOnce = Pick<ImportColumn, "key" | "header" | "kind" | "required"> & {
  options: string[];
  several: boolean;
  guess: string;
  blanks: number;
};

/** A column that looks like joined cells whose rows below the first came out blank. @property blanks rows without a value */
export type MergedColumn = Pick<ImportColumn, "key" | "header"> & { blanks: number };

/** What will become of a file, told before anything is written. @property seal says which `leftOut` was agreed to */
export type ImportPlan = {
  sheet: string | null;
  rows: number;
  /** `blanks`: rows that have nothing in the column */
  taken: { header: string; as: string; sample: string; keeps: string; blanks: number }[];
  merged: MergedColumn[];
  leftOut: LeftOut;
  asked: AskedOnce[];
  seal: string;
};

export const holdsMore = ({ columns, sheets, rows }: LeftOut): boolean =>
  columns.length + sheets.length + rows.length > 0;
