import "server-only";
import { rosterColumns, rosterUnkept } from "@/domains/deputies/commands/roster-columns";
import { importColumns, importUnkept } from "@/domains/suggestions/rules/workbook-columns";
import { recordKinds } from "@/domains/record-kinds";
import { schemeColumns } from "@/domains/assessments/rules/table-columns";
import { townshipColumns, townshipUnkept } from "@/domains/tenancy/rules/township-columns";
import { importColumns as columnsOf, isImported } from "@/lib/records/importing";
import type { AnyKind } from "@/lib/records/kind";
import type { ImportColumn, ImportRow, RowAnswer, UnkeptColumn } from "@/lib/sheets";
import type { Permission } from "@/server/auth/permissions";
import type { ImportLink } from "@/server/sheets/answers";
import type { createCaller } from "@/server/trpc/root";

type Caller = ReturnType<typeof createCaller>;
export type ImportInput = {
  /** null where the county itself imports */
  township: string | null;
  idempotencyKey: string;
  rows: ImportRow[];
  /** What was answered to questions about rows; only importables that ask take them. */
  answers: RowAnswer[];
};
/** @property notes what else is to be told of it, a sentence each */
export type Imported = { created: number; links: ImportLink[]; notes?: string[] };

export type Importable = {
  title: string;
  permission: Permission;
  columns: readonly ImportColumn[];
  unkept: readonly UnkeptColumn[];
  run: (caller: Caller, input: ImportInput) => Promise<Imported>;
};

const inTownship = <Input extends { township: string | null }>({ township, ...input }: Input) => ({
  ...input,
  township: township ?? "",
});

type Run = (input: {
  township: string;
  idempotencyKey: string;
  rows: ImportRow[];
}) => Promise<{ created: number }>;

/** What is said once is brought in by its definition. */
const importableOf = (kind: AnyKind): Importable => ({
  title: kind.name,
  // Every kind's rights are rows of the permission table (server/auth/permissions).
  permission: `${kind.rights}:write` as Permission,
  columns: columnsOf(kind),
  unkept: [],
  run: async (caller, { township, idempotencyKey, rows }) => {
    const routers = caller as unknown as Record<string, { importRows: Run }>;
    const told = await routers[kind.router]?.importRows(inTownship({ township, idempotencyKey, rows }));
    return { created: told?.created ?? 0, links: [{ label: `查看${kind.name}`, query: "" }] };
  },
});

/** Everything that can be brought in from Excel: procedure → its columns. A slice adds one entry, a kind of the kit none. */
const importables: Record<string, Importable> = {
  ...Object.fromEntries(
    recordKinds.filter(isImported).map((kind) => [`${kind.router}.importRows`, importableOf(kind)]),
  ),
  "deputies.importRows": {
    title: "代表名册",
    permission: "deputies:write",
    columns: rosterColumns,
    unkept: rosterUnkept,
    run: async (caller, input) => {
      const { levels, allInOffice, ...told } = await caller.deputies.importRows(inTownship(input));
      const query = new URLSearchParams({
        ...(levels.length === 1 ? { level: levels[0] ?? "" } : {}),
        ...(allInOffice ? {} : { state: "all" }),
      });
      return { ...told, links: [{ label: "查看导入的代表", query: String(query) }] };
    },
  },
  "suggestions.importRows": {
    title: "代表建议",
    permission: "suggestions:write",
    columns: importColumns,
    unkept: importUnkept,
    run: async (caller, { township, idempotencyKey, rows }) => {
      const input = inTownship({ township, idempotencyKey, rows });
      const { created, years, notes } = await caller.suggestions.importRows(input);
      const links = years.map(({ year, count }) => ({
        label: `查看 ${year} 年的建议（${count} 件）`,
        query: `year=${year}`,
      }));
      return { created, links, ...(notes === undefined ? {} : { notes }) };
    },
  },
  "assessments.importScheme": {
    title: "考核方案",
    permission: "assessments:manage",
    columns: schemeColumns,
    unkept: [],
    run: async (caller, { idempotencyKey, rows }) => {
      const { created } = await caller.assessments.importScheme({ idempotencyKey, rows });
      return { created, links: [{ label: "查看考核方案", query: "" }] };
    },
  },
  "tenancy.importTownships": {
    title: "乡镇",
    permission: "tenancy:manage",
    columns: townshipColumns,
    unkept: townshipUnkept,
    run: async (caller, { idempotencyKey, rows }) => {
      const { created } = await caller.tenancy.importTownships({ idempotencyKey, rows });
      return { created, links: [{ label: "查看乡镇", query: "" }] };
    },
  },
};

export function importableAt(path: string): Importable | null {
  return Object.hasOwn(importables, path) ? (importables[path] ?? null) : null;
}
