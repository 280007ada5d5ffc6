import "server-only";
import type { LeaveDays } from "@/lib/leave";
import { Prisma } from "@/server/db/generated/client";
import { standsOn } from "@/server/db/span";

const l = Prisma.sql`l`;

/** The leave somebody has on a day. */
export type LeaveOnDay = LeaveDays & { reason: string | null };

/**
 * The leave a deputy has on a day, null without one; a scalar subselect.
 * @param row the alias of a row with the tenant's columns, @param deputyId whose it is
 */
export const leaveOn = (row: Prisma.Sql, deputyId: Prisma.Sql, day: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT json_build_object('from', l.starts_on::text, 'until', l.ends_on::text, 'reason', l.reason) FROM deputy_leave l
  WHERE l.county_id = ${row}.county_id AND l.township_id = ${row}.township_id AND l.deputy_id = ${deputyId} AND ${standsOn(l, day)}
  ORDER BY l.starts_on LIMIT 1)`;
