import "server-only";
import type { Day } from "@/lib/dates";
import { Prisma } from "./generated/client";

/** A time as ISO text: what leaves in an answer is plain JSON. */
export const isoTime = (column: Prisma.Sql): Prisma.Sql => Prisma.sql`(to_json(${column}) #>> '{}')`;

/** A stored row as the database's own JSON tells it: a day is "YYYY-MM-DD", a time an ISO text. */
export type Told<Row> = {
  [Key in keyof Row]: Row[Key] extends Date ? Day : Row[Key] extends Date | null ? Day | null : Row[Key];
};

const names = new Map<string, string>();

function nameOf(column: string): string {
  const known = names.get(column);
  if (known !== undefined) return known;
  const name = column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  names.set(column, name);
  return name;
}

/** What `row_to_json` gives, with the names that the code has for the columns. */
export const told = <Row>(json: object): Told<Row> =>
  Object.fromEntries(
    Object.entries(json).map(([column, value]) => [nameOf(column), value as unknown]),
  ) as Told<Row>;
