import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { presidiumTurnout } from "@/server/db/turnout";
import { type Period, todayOf, withinDays } from "@/server/evidence/period";

const sql = Prisma.sql;

/** A FROM item: the presidium's meetings of a period, each with how many were expected and came. */
export const presidiumTurnouts = (period: Period): Prisma.Sql => sql`(
  SELECT m.township_id, m.id, t.expected, t.present
  FROM (SELECT * FROM presidium_meeting WHERE ${withinDays(sql`occurred_on`, period)} AND voided_at IS NULL
    AND occurred_on <= ${todayOf(period)} AND kind IN ('regular', 'special')) m
  CROSS JOIN LATERAL ${presidiumTurnout(sql`m`)} t)`;
