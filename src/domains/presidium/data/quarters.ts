import "server-only";
import { dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipScope } from "@/server/db/scope";
import { coversQuarter, presidiumTurnout } from "@/server/db/turnout";
import { own } from "@/server/records/uses";

const m = Prisma.sql`m`;
const t = Prisma.sql`t`;

/** The presidium's meetings of this year that cover a quarter, and how many each quarter has: quarter, held. */
export const quartersHeldSql = (scope: TownshipScope): Prisma.Sql => Prisma.sql`(
  SELECT date_trunc('quarter', m.occurred_on)::date AS quarter, count(*)::int AS held
  FROM presidium_meeting m CROSS JOIN LATERAL ${presidiumTurnout(m)} t
  WHERE ${own(scope, m)} AND m.occurred_on >= date_trunc('year', ${dayOf(scope.now)}::timestamp)::date
    AND m.occurred_on <= ${dayOf(scope.now)}::date AND ${coversQuarter(m, t)}
  GROUP BY 1)`;

/** The last day of the quarter a day lies in. */
export const quarterEndSql = (day: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(date_trunc('quarter', ${day}::timestamp) + interval '3 months' - interval '1 day')::date`;
