import "server-only";
import { type Day, dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader } from "@/server/db/scope";
import { inYear } from "@/server/db/span";
import { coversQuarter, presidiumTurnout } from "@/server/db/turnout";
import { own } from "@/server/records/uses";

const { sql } = Prisma;
const m = sql`m`;
const t = sql`t`;

/** The presidium's meetings of this year that cover a quarter, and how many each quarter has: quarter, held. */
export const quartersHeldSql = (scope: TownshipReader): Prisma.Sql => Prisma.sql`(
  SELECT date_trunc('quarter', m.occurred_on)::date AS quarter, count(*)::int AS held
  FROM presidium_meeting m CROSS JOIN LATERAL ${presidiumTurnout(m)} t
  WHERE ${own(scope, m)} AND m.occurred_on >= date_trunc('year', ${dayOf(scope.now)}::timestamp)::date
    AND m.occurred_on <= ${dayOf(scope.now)}::date AND ${coversQuarter(m, t)}
  GROUP BY 1)`;

/** The last day of the quarter a day lies in. */
export const quarterEndSql = (day: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(date_trunc('quarter', ${day}::timestamp) + interval '3 months' - interval '1 day')::date`;

/** How many meetings of the presidium a year holds; a consultation is none. */
export const meetingsIn = (tenant: Prisma.Sql, year: number): Prisma.Sql => sql`(
  SELECT count(*)::int FROM presidium_meeting
  WHERE ${tenant} AND voided_at IS NULL AND kind IN ('regular', 'special') AND ${inYear(sql`occurred_on`, year)})`;

/** How many meetings cover the running quarter of a township so far. @param township its id */
export const heldThisQuarter = (countyId: string, township: Prisma.Sql, today: Day): Prisma.Sql => sql`(
  SELECT count(*) FROM presidium_meeting m CROSS JOIN LATERAL ${presidiumTurnout(m)} t
  WHERE m.county_id = ${countyId}::uuid AND m.township_id = ${township} AND ${coversQuarter(m, t)}
    AND m.occurred_on >= date_trunc('quarter', ${today}::date)::date AND m.occurred_on <= ${today}::date)`;

/** The presidium meeting of a row's own day, as `id` and `name`; null where none is registered. @param row the alias of a row with `occurred_on` */
export const meetingHeldOn = (row: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT json_build_object('id', m.id, 'name', m.topic) FROM presidium_meeting m
  WHERE m.county_id = ${row}.county_id AND m.township_id = ${row}.township_id AND m.voided_at IS NULL
    AND m.occurred_on = ${row}.occurred_on AND m.kind <> 'consultation' ORDER BY m.entered_at, m.id LIMIT 1)`;
