import "server-only";
import { rosterColumns } from "@/domains/deputies/commands/roster-columns";
import { importColumns } from "@/domains/suggestions/rules/workbook";
import type { ImportColumn, ImportRow, RowAnswer } from "@/lib/sheets";
import type { Permission } from "@/server/auth/permissions";
import type { createCaller } from "@/server/trpc/root";

type Caller = ReturnType<typeof createCaller>;
export type ImportInput = {
  township: string;
  idempotencyKey: string;
  rows: ImportRow[];
  /** What was answered to questions about rows; only importables that ask take them. */
  answers: RowAnswer[];
};
/** @property notes what was written beyond the rows, for the person to check */
export type Imported = { created: number; notes?: string[] };

export type Importable = {
  title: string;
  permission: Permission;
  columns: readonly ImportColumn[];
  run: (caller: Caller, input: ImportInput) => Promise<Imported>;
};

/** Everything that can be brought in from Excel: procedure → its columns. A slice adds one entry. */
const importables: Record<string, Importable> = {
  "deputies.importRows": {
    title: "代表名册",
    permission: "deputies:write",
    columns: rosterColumns,
    run: (caller, input) => caller.deputies.importRows(input),
  },
  "suggestions.importRows": {
    title: "代表建议",
    permission: "suggestions:write",
    columns: importColumns,
    run: (caller, { township, idempotencyKey, rows }) =>
      caller.suggestions.importRows({ township, idempotencyKey, rows }),
  },
};

export function importableAt(path: string): Importable | null {
  return Object.hasOwn(importables, path) ? (importables[path] ?? null) : null;
}
