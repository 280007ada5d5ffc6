import "server-only";
import { columnOf } from "@/lib/records/kind";
import { Prisma } from "./generated/client";
import { identifier } from "./identifier";
import type { TownshipScope } from "./scope";

/** What is entered so often that the ORM's own work would be felt; by table, with the fields that its model has. */
type Rows = {
  suggestion: Prisma.SuggestionCreateManyInput;
  suggestion_signer: Prisma.SuggestionSignerCreateManyInput;
};

/** New rows straight through the driver, in one statement; all name the same fields, and the columns give them their types. */
export async function insertRows<Table extends keyof Rows>(
  { tx }: Pick<TownshipScope, "tx">,
  table: Table,
  rows: readonly Rows[Table][],
): Promise<void> {
  const fields = Object.keys(rows[0] ?? {});
  if (fields.length === 0) return;
  const values = rows.map((row) => {
    const given = fields.map((field) => Reflect.get(row, field) as unknown);
    return Prisma.sql`(${Prisma.join(given)})`;
  });
  await tx.$executeRaw`INSERT INTO ${identifier(table)} (${Prisma.join(fields.map((field) => identifier(columnOf(field))))})
    VALUES ${Prisma.join(values)}`;
}
