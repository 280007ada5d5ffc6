import { expect, inject, it } from "vitest";
import { recordKinds } from "@/domains/record-kinds";
import { columnOf } from "@/lib/records/kind";
import type { AnyKind } from "@/lib/records/kind";
import { entryOf, stepsOf } from "@/lib/records/steps";
import { withClient } from "../../../scripts/lib/roles";

const columnsOf = async (table: string): Promise<string[]> =>
  withClient(inject("adminUrl"), async (client) => {
    const sql =
      "SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1";
    const { rows } = await client.query<{ column_name: string }>(sql, [table]);
    return rows.map((row) => row.column_name);
  });

it.each(recordKinds.map((kind: AnyKind) => [kind.type, kind] as const))(
  "every field of %s has its column or its table of lines",
  async (_, kind) => {
    const kept = await columnsOf(kind.table);
    const told: string[] = [];
    for (const [key, { lines }] of Object.entries(kind.fields)) {
      const has = lines === undefined ? kept.includes(columnOf(key)) : (await columnsOf(lines)).length > 0;
      const what = lines ?? `${kind.table}.${columnOf(key)}`;
      if (!has) told.push(`add ${what} in a migration and in prisma/schema, or take the field out`);
    }
    for (const [, step] of stepsOf(kind)) {
      const column = columnOf(entryOf(step));
      if (!kept.includes(column))
        told.push(`add ${kind.table}.${column}, the day on which the step is entered`);
    }
    expect(told).toEqual([]);
  },
);
