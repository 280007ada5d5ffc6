import "server-only";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { inYear } from "@/server/db/span";
import { longestTermMonths, notifyDays } from "../rules/terms";

/**
 * When finding `f` is due; the same as `findingDueOn` of rules/terms.ts. A unit that was never told must be told within
 * the days for it, a term set years ahead counts no longer than the longest one, and one set anew puts nothing off.
 */
export const findingDueSql = Prisma.sql`coalesce(
  least(f.first_due_on, (f.notified_on + make_interval(months => ${longestTermMonths}::int))::date),
  f.closed_on, f.occurred_on + ${notifyDays}::int)`;

/** The one notion of an overdue finding `f`, of whatever year: counts, lists, home pages and B4 all ask this. */
export const findingOverdueSql = (today: Day): Prisma.Sql =>
  Prisma.sql`(f.voided_at IS NULL AND f.state <> 'closed' AND ${findingDueSql} < ${today}::date)`;

/** How many activities of supervision a year holds; what was called off is none. */
export const activitiesIn = (tenant: Prisma.Sql, year: number): Prisma.Sql => Prisma.sql`(
  SELECT count(*)::int FROM activity
  WHERE ${tenant} AND voided_at IS NULL AND state <> 'cancelled' AND ${inYear(Prisma.sql`occurred_on`, year)})`;
