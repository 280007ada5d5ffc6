import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { type Period, withinDays } from "@/server/evidence/period";

const sql = Prisma.sql;

const done = (period: Period): Prisma.Sql => sql`(
  SELECT * FROM activity WHERE ${withinDays(sql`occurred_on`, period)} AND voided_at IS NULL AND state = 'done')`;

/** A FROM item: the activities of a period that are done, each with how many problems it found. */
export const findingsByActivity = (period: Period): Prisma.Sql => sql`(
  SELECT a.township_id, a.id, (SELECT count(*)::int FROM finding f WHERE f.county_id = a.county_id AND f.township_id = a.township_id
    AND f.activity_id = a.id AND f.voided_at IS NULL) AS findings
  FROM ${done(period)} a)`;

/** Their reports, as `records/data/texts` gives the kit's own texts. */
export const reportTexts = (period: Period): Prisma.Sql => sql`
  SELECT township_id, 'activity' AS record_type, id, occurred_on, entered_at, report AS words FROM ${done(period)} a
  WHERE report IS NOT NULL`;
