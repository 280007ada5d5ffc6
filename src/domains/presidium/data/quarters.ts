import "server-only";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { inYear } from "@/server/db/span";
import { coversQuarter, presidiumTurnout } from "@/server/db/turnout";

const sql = Prisma.sql;
const m = sql`m`;
const t = sql`t`;

/** How many meetings of the presidium a year holds; a consultation is none. */
export const meetingsIn = (tenant: Prisma.Sql, year: number): Prisma.Sql => sql`(
  SELECT count(*)::int FROM presidium_meeting
  WHERE ${tenant} AND voided_at IS NULL AND kind IN ('regular', 'special') AND ${inYear(sql`occurred_on`, year)})`;

/** How many meetings cover the running quarter of a township so far. @param township its id */
export const heldThisQuarter = (countyId: string, township: Prisma.Sql, today: Day): Prisma.Sql => sql`(
  SELECT count(*) FROM presidium_meeting m CROSS JOIN LATERAL ${presidiumTurnout(m)} t
  WHERE m.county_id = ${countyId}::uuid AND m.township_id = ${township} AND ${coversQuarter(m, t)}
    AND m.occurred_on >= date_trunc('quarter', ${today}::date)::date AND m.occurred_on <= ${today}::date)`;
