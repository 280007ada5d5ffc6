// Technical limits: each lies above what any office's table needs, and each refuses; none of them ever cuts.

import { Refusal } from "./refusal.mjs";

/** Unpacked, all parts of a workbook together. */
export const mostInflated = 96 * 1024 * 1024;
export const mostEntries = 2_000;
export const mostColumns = 200;
/** Excel's own limit of one cell. */
export const longestCell = 32_767;
/** Filled cells and characters of all sheets together that are kept. */
const mostCells = 500_000;
const mostCharacters = 20_000_000;

/** Counts what is kept of one file. */
export class Budget {
  #cells = 0;
  #characters = 0;

  keep(text) {
    this.#cells += 1;
    this.#characters += text.length;
    if (this.#cells > mostCells || this.#characters > mostCharacters)
      throw new Refusal("文件内容过多，已停止读取。请只保留要导入的工作表和列，或分成几个文件。");
  }
}

const letters = (at) =>
  at < 26 ? String.fromCharCode(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26);

/** One sheet's rows as they come in; past a limit the reason is kept and the rows are only counted. */
export class SheetLines {
  lines = [];
  rows = 0;
  fault = null;
  #budget;
  #most;

  constructor(budget, most) {
    this.#budget = budget;
    this.#most = most;
  }

  /** @param cells texts by place; holes are blank */
  add(line, cells) {
    if (this.fault !== null) {
      if (cells.some((cell) => cell.trim() !== "")) this.rows += 1;
      return;
    }
    const filled = Array.from(cells, (cell) => cell ?? "");
    while (filled.length > 0 && filled.at(-1).trim() === "") filled.pop();
    if (filled.length === 0) return;
    this.rows += 1;
    this.fault = this.#faultOf(line, filled);
    if (this.fault !== null) return;
    for (const cell of filled) if (cell !== "") this.#budget.keep(cell);
    this.lines.push({ line, cells: filled });
  }

  /** Cells joined into one mean the same text in each of its rows and columns. */
  spread({ top, left, bottom, right }) {
    const text = this.lines.find(({ line }) => line === top)?.cells[left] ?? "";
    if (text === "") return;
    for (const { line, cells } of this.lines) {
      if (line < top || line > bottom) continue;
      for (let at = left; at <= Math.min(right, mostColumns - 1); at += 1) {
        while (cells.length <= at) cells.push("");
        if (cells[at] !== "") continue;
        cells[at] = text;
        this.#budget.keep(text);
      }
    }
  }

  #faultOf(line, cells) {
    if (cells.length > mostColumns)
      return `第${line}行到 ${letters(cells.length - 1)} 列还有内容，超过 ${mostColumns} 列。请只保留要导入的列。`;
    const long = cells.findIndex((cell) => cell.length > longestCell);
    if (long >= 0)
      return `第${line}行 ${letters(long)} 列有 ${cells[long].length} 字，超过一格 ${longestCell} 字的上限，请分开填写。`;
    return this.lines.length >= this.#most ? `文件超过 ${this.#most - 20} 行，请分成几个文件导入。` : null;
  }
}
