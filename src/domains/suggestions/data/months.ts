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
    )
    SELECT m.month, (count(*) FILTER (WHERE d.received = 1))::int AS received,
      (count(*) FILTER (WHERE d.closed = 1))::int AS closed
    FROM generate_series(1, 12) AS m (month)
    LEFT JOIN days d ON d.day < make_date(${year}::int, m.month, 1) + interval '1 month'
    WHERE make_date(${year}::int, m.month, 1) <= ${dayOf(now)}::date
    GROUP BY m.month ORDER BY m.month`;
}
