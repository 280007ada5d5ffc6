/** A cell as spreadsheets copy it, quoted where it holds a line break, and what parts it from the next one. */
const cellAndSign = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r?\n|\r|$)/g;

/** The rows of a table copied from a spreadsheet or a document. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, inQuotes, plain = "", sign] of text.matchAll(cellAndSign)) {
    row.push(inQuotes?.replaceAll('""', '"') ?? plain);
    if (sign === "\t") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** What was pasted as the text of a CSV file; null where there is nothing but space. */
export function csvOfPasted(text: string): string | null {
  const rows = cellsOf(text.trimEnd()).filter((row) => row.some((cell) => cell.trim() !== ""));
  if (rows.length === 0) return null;
  return rows.map((row) => row.map(quoted).join(",")).join("\r\n");
}
