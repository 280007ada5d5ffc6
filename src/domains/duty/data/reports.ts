import "server-only";
import { deputiesOfRow, heldSince } from "@/domains/deputies/data/in-office";
import { dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader } from "@/server/db/scope";
import { asDay } from "@/server/db/span";

const { sql } = Prisma;

/** A FROM item of one row: when deputy `d` first reported to anybody within the mandate that stands on a day (null: not yet), and since when that is held. */
export const reportedBy = (day: Prisma.Sql): Prisma.Sql => sql`(
  SELECT since.day AS since, min(x.occurred_on) AS first_on,
    (array_agg(x.occurred_entered_on ORDER BY x.occurred_on, x.id))[1] AS entered_on
  FROM (SELECT ${heldSince(day)} AS day) since LEFT JOIN duty_report x
    ON x.county_id = d.county_id AND x.township_id = d.township_id AND x.deputy_id = d.id AND x.voided_at IS NULL
    AND x.occurred_on BETWEEN since.day AND ${day} AND coalesce(x.voters, 1) > 0
  GROUP BY since.day)`;

export type ReportCoverage = { inOffice: number; reported: number; waiting: { id: string; name: string }[] };

/** Who of those in office today has reported to the voters within the present term, and who has not [R47]. */
export async function reportCoverage(scope: TownshipReader): Promise<ReportCoverage> {
  const on = asDay(dayOf(scope.now));
  const rows = await scope.tx.$queryRaw<{ id: string; name: string; reported: boolean }[]>`
    SELECT d.id, d.name, had.first_on IS NOT NULL AS reported
    FROM (SELECT ${scope.countyId}::uuid AS county_id, ${scope.townshipId}::uuid AS township_id) t
    CROSS JOIN LATERAL ${deputiesOfRow(sql`t`, on)} d CROSS JOIN LATERAL ${reportedBy(on)} had ORDER BY d.pinyin, d.id`;
  const waiting = rows.filter(({ reported }) => !reported).map(({ id, name }) => ({ id, name }));
  return { inOffice: rows.length, reported: rows.length - waiting.length, waiting };
}
