import "server-only";
import { dayOf } from "@/lib/dates";
import type { CountyScope } from "@/server/db/scope";

export type MonthSoFar = { month: number; received: number; closed: number };

/** Suggestions received and closed in the year, added up month by month until the month that has begun. */
export async function receivedAndClosed(scope: CountyScope, year: number): Promise<MonthSoFar[]> {
  const { tx, countyId, now } = scope;
  return tx.$queryRaw<MonthSoFar[]>`
    WITH days AS (
      SELECT received_on AS day, 1 AS received, 0 AS closed FROM suggestion
      WHERE county_id = ${countyId}::uuid AND year = ${year} AND voided_at IS NULL AND state NOT IN ('draft', 'returned')
      UNION ALL
      SELECT closed_on, 0, 1 FROM suggestion
      WHERE county_id = ${countyId}::uuid AND year = ${year} AND voided_at IS NULL AND closed_on IS NOT NULL
    ), monthly AS (
      SELECT greatest(1, (extract(year FROM day)::int - ${year}::int) * 12 + extract(month FROM day)::int) AS month,
        sum(received) AS received, sum(closed) AS closed
      FROM days GROUP BY 1
    )
    SELECT m.month, coalesce(sum(d.received), 0)::int AS received, coalesce(sum(d.closed), 0)::int AS closed
    FROM generate_series(1, 12) AS m (month)
    LEFT JOIN monthly d ON d.month <= m.month
    WHERE make_date(${year}::int, m.month, 1) <= ${dayOf(now)}::date
    GROUP BY m.month ORDER BY m.month`;
}
