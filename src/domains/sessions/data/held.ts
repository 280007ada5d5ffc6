import "server-only";
import { dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader } from "@/server/db/scope";
import { type DatedValue, datedValues, sessionQuorate, sessionTurnout } from "@/server/db/turnout";
import { own } from "@/server/records/uses";

const s = Prisma.sql`s`;
const t = Prisma.sql`t`;

/** How many sessions had the number of deputies present which the law of their day asks for, within its dated values. */
export const sessionsHeldSql = (
  scope: TownshipReader,
  presentPercent: readonly DatedValue[],
): Prisma.Sql => Prisma.sql`(
  SELECT count(*)::int FROM session s
  JOIN ${datedValues(presentPercent)} q (since, until, value) ON s.starts_on BETWEEN q.since AND q.until
  CROSS JOIN LATERAL ${sessionTurnout(s)} t
  WHERE ${own(scope, s)} AND s.starts_on <= ${dayOf(scope.now)}::date AND ${sessionQuorate(t, Prisma.sql`q.value`)} IS NOT FALSE)`;
