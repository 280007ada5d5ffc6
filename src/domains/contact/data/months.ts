import "server-only";
import { dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader } from "@/server/db/scope";
import { inYear } from "@/server/db/span";
import { own } from "@/server/records/uses";
import type { ReceptionYearInput } from "../schema";
import { fixedDays } from "./stations";

const { sql } = Prisma;

/** @property missed the stations whose fixed day has passed without a reception in that month */
export type ReceptionMonth = {
  month: number;
  receptions: number;
  /** those of them that say who came */
  told: number;
  visitors: number | null;
  missed: string[];
  begun: boolean;
};

/** Somebody is named who received: of those whose names nobody kept it is not known that they were deputies. @param row the alias of its table */
export const receiverNamed = (row: Prisma.Sql): Prisma.Sql => sql`EXISTS (SELECT FROM reception_deputy who
  WHERE who.county_id = ${row}.county_id AND who.township_id = ${row}.township_id AND who.reception_id = ${row}.id)`;

/** A reception says who received, and who came: how many, or that nobody did. Without that the month's day is not told. @param row the alias of its table */
export const visitorsTold = (row: Prisma.Sql): Prisma.Sql =>
  sql`((coalesce(${row}.visitors, 0) > 0 OR ${row}.visitors = 0 AND coalesce(${row}.note, '') <> '') AND ${receiverNamed(row)})`;

/** Why a reception is not told. @param row the alias of its table */
export const untoldBecause = (row: Prisma.Sql): Prisma.Sql =>
  sql`CASE WHEN NOT ${receiverNamed(row)} THEN 'nobodyNamed' WHEN NOT ${visitorsTold(row)} THEN 'visitorsUntold' END`;

/** A year's months with what was held in each, and where the fixed day passed without anybody being received [R57]. */
export async function receptionYear(scope: TownshipReader, { year }: ReceptionYearInput) {
  const today = dayOf(scope.now);
  const months = await scope.tx.$queryRaw<ReceptionMonth[]>`
    SELECT m AS month, count(h.id)::int AS receptions, (count(h.id) FILTER (WHERE ${visitorsTold(sql`h`)}))::int AS told, sum(h.visitors)::int AS visitors,
      make_date(${year}::int, m, 1) <= ${today}::date AS begun,
      ARRAY(SELECT f.name FROM ${fixedDays(scope, `${year}-01-01`, `${year}-12-31`)} f
        WHERE extract(month FROM f.month) = m AND NOT f.held AND f.fixed_on < ${today}::date ORDER BY f.name) AS missed
    FROM generate_series(1, 12) m
    LEFT JOIN reception h ON ${own(scope, sql`h`)} AND ${inYear(sql`h.occurred_on`, year)} AND extract(month FROM h.occurred_on) = m
    GROUP BY m ORDER BY m`;
  return { year, months };
}
