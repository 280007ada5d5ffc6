type Cell = string | number | boolean | null;

/** What a spreadsheet would take for a formula, in either width; a sign before it makes it a text [S59]. */
const formula = /^[=+\-@\t\r＝＋－＠]/;

function written(cell: Cell): string {
  if (cell === null) return "";
  const text = typeof cell === "string" && formula.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Excel takes a file without it for GBK, and every Chinese word in it for something else. */
const byteOrderMark = "\ufeff";

/** A CSV file after RFC 4180, in UTF-8 with its mark: header, then a line a row; nothing where there is no value. */
export function csvOf(columns: readonly string[], rows: readonly Readonly<Record<string, Cell>>[]): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))];
  return `${byteOrderMark}${lines.map((line) => `${line.map(written).join(",")}\r\n`).join("")}`;
}
