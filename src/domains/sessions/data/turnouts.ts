import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { sessionTurnout } from "@/server/db/turnout";
import { type Period, todayOf, withinDays } from "@/server/evidence/period";

const sql = Prisma.sql;

/** A FROM item: the sessions held in a period, each with how many were expected and came. */
export const sessionTurnouts = (period: Period): Prisma.Sql => sql`(
  SELECT s.township_id, s.id, s.starts_on, t.expected, t.present
  FROM (SELECT * FROM session WHERE ${withinDays(sql`starts_on`, period)} AND voided_at IS NULL AND starts_on <= ${todayOf(period)}) s
  CROSS JOIN LATERAL ${sessionTurnout(sql`s`)} t)`;
