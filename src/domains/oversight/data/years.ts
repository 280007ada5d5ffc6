import "server-only";
import { type Day, yearOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader, Tx } from "@/server/db/scope";

type Whose = { countyId: string; townshipId: string | null; today: Day };

const sql = Prisma.sql;

/** Each table with the day its records are counted by. */
const dated = [
  [sql`session`, sql`starts_on`],
  [sql`presidium_meeting`, sql`occurred_on`],
  [sql`activity`, sql`occurred_on`],
  [sql`finding`, sql`occurred_on`],
  [sql`suggestion`, sql`occurred_on`],
] as const;

const own = ({ countyId, townshipId }: Whose): Prisma.Sql =>
  townshipId === null
    ? sql`county_id = ${countyId}::uuid`
    : sql`county_id = ${countyId}::uuid AND township_id = ${townshipId}::uuid`;

/**
 * Steps from the latest year back to the one before, an index probe for each: it does not matter how many rows there are.
 * The day a probe looks below stands in a column of its own: under row-level security a condition that has to compute
 * something is no index condition but a filter over every row.
 */
function yearsIn([table, day]: (typeof dated)[number], whose: Whose, index: number): Prisma.Sql {
  const name = [sql`y0`, sql`y1`, sql`y2`, sql`y3`, sql`y4`][index] ?? sql`y`;
  return sql`(WITH RECURSIVE ${name} (began) AS (
    SELECT date_trunc('year', max(${day})::timestamp)::date FROM ${table} WHERE ${own(whose)}
    UNION ALL
    SELECT date_trunc('year', latest.day::timestamp)::date FROM ${name}
    CROSS JOIN LATERAL (SELECT max(${day}) AS day FROM ${table} WHERE ${own(whose)} AND ${day} < ${name}.began) latest
    WHERE ${name}.began IS NOT NULL
  ) SELECT extract(year FROM began)::int AS year FROM ${name} WHERE began IS NOT NULL)`;
}

/** The years a filter offers: this one, and every earlier one that holds records, newest first. */
export async function yearsWithRecords(tx: Tx | TownshipReader["tx"], whose: Whose): Promise<number[]> {
  const tables = dated.map((table, index) => yearsIn(table, whose, index));
  const rows = await tx.$queryRaw<
    { year: number }[]
  >`SELECT DISTINCT year FROM (${Prisma.join(tables, " UNION ALL ")}) years`;
  const current = yearOf(whose.today);
  const earlier = rows.map(({ year }) => year).filter((year) => year < current);
  return [current, ...earlier.sort((one, other) => other - one)];
}
