/** The cells of a table copied from a spreadsheet or a document: tabs between cells, quotes around what holds a line break. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /"((?:[^"]|"")*)"(?=\t|\r?\n|$)|([^\t\r\n]*)/y;
  let at = 0;
  for (;;) {
    cell.lastIndex = at;
    const found = cell.exec(text);
    rows.at(-1)?.push(found?.[1]?.replaceAll('""', '"') ?? found?.[2] ?? "");
    at += found?.[0].length ?? 0;
    const between = /\t|\r?\n|\r/y;
    between.lastIndex = at;
    const sign = between.exec(text)?.[0];
    if (sign === undefined) return rows;
    if (sign !== "\t") rows.push([]);
    at += sign.length;
  }
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** What was pasted as the text of a CSV file; null where there is nothing but space. */
export function csvOfPasted(text: string): string | null {
  const rows = cellsOf(text.trimEnd()).filter((row) => row.some((cell) => cell.trim() !== ""));
  if (rows.length === 0) return null;
  return rows.map((row) => row.map(quoted).join(",")).join("\r\n");
}
