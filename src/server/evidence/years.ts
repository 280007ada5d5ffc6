import "server-only";
import { type Day, yearOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader } from "@/server/db/scope";
import type { Tx } from "@/server/db/tx";
import { own } from "./period";

type Whose = { countyId: string; townshipId: string | null; today: Day };

/** A table with the day its records are counted by. */
export type DatedTable = readonly [table: Prisma.Sql, day: Prisma.Sql];

const sql = Prisma.sql;

/**
 * Steps from the latest year back to the one before, an index probe for each: it does not matter how many rows there are.
 * The day a probe looks below stands in a column of its own: under row-level security a condition that has to compute
 * something is no index condition but a filter over every row.
 */
const yearsIn = ([table, day]: DatedTable, whose: Whose): Prisma.Sql => sql`(WITH RECURSIVE found (began) AS (
    SELECT date_trunc('year', max(${day})::timestamp)::date FROM ${table} WHERE ${own(whose)}
    UNION ALL
    SELECT date_trunc('year', latest.day::timestamp)::date FROM found
    CROSS JOIN LATERAL (SELECT max(${day}) AS day FROM ${table} WHERE ${own(whose)} AND ${day} < found.began) latest
    WHERE found.began IS NOT NULL
  ) SELECT extract(year FROM began)::int AS year FROM found WHERE began IS NOT NULL)`;

/** The years a filter offers: this one, and every earlier one that holds records, newest first. */
export async function yearsWithRecords(
  tx: Tx | TownshipReader["tx"],
  whose: Whose,
  tables: readonly DatedTable[],
): Promise<number[]> {
  const each = tables.map((table) => yearsIn(table, whose));
  const rows = await tx.$often<
    { year: number }[]
  >`SELECT DISTINCT year FROM (${Prisma.join(each, " UNION ALL ")}) years`;
  const current = yearOf(whose.today);
  const earlier = rows.map(({ year }) => year).filter((year) => year < current);
  return [current, ...earlier.sort((one, other) => other - one)];
}
