import "server-only";
import type { ImportColumn, ImportRow, MergedColumn } from "@/lib/sheets";
import type { Places } from "./left-out";

const valueOf = (row: ImportRow, key: string): string | null => row.cells[key] ?? null;

export const blanksOf = (rows: readonly ImportRow[], key: string): number =>
  rows.filter((row) => valueOf(row, key) === null).length;

/**
 * Whether a column looks like joined cells that lost their joining, as every CSV does: the first row is filled, two or
 * more are blank and no fewer than are filled, and what follows is always something else. A name or a joined text is each row's own.
 */
function looksMerged({ key, kind, joins }: ImportColumn, rows: readonly ImportRow[]): boolean {
  const [first] = rows;
  if (first === undefined || valueOf(first, key) === null || kind === "name" || joins !== undefined)
    return false;
  const filled = rows.flatMap((row) => valueOf(row, key) ?? []);
  const blanks = rows.length - filled.length;
  return blanks > 1 && blanks >= filled.length && filled.every((text, at) => text !== filled[at - 1]);
}

/** The columns that look merged, each to be answered for before the file is taken. */
export const mergedIn = (
  columns: readonly ImportColumn[],
  rows: readonly ImportRow[],
  places: Places,
): MergedColumn[] =>
  columns
    .filter((column) => places.has(column.key) && looksMerged(column, rows))
    .map(({ key, header }) => ({ key, header, blanks: blanksOf(rows, key) }));

/** What a joined cell says holds for the rows below it, down to the next one that says something. */
export function fillDown(rows: readonly ImportRow[], keys: readonly string[]): void {
  for (const key of keys) {
    let above: string | null = null;
    for (const row of rows) {
      above = valueOf(row, key) ?? above;
      row.cells[key] = above;
    }
  }
}
