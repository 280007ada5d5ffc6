import "server-only";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipScope } from "@/server/db/scope";
import { runsOn } from "@/server/db/span";
import { own, type Whose } from "@/server/records/uses";
import type { Opened } from "../rules/stations";

const { sql } = Prisma;
const s = sql`s`;

/** The station that a record names, voided or not; null where none is named. */
export async function stationNamed(scope: TownshipScope, id: string | null): Promise<Opened | null> {
  const [row] = await scope.tx.$queryRaw<Opened[]>`
    SELECT s.name, to_char(s.starts_on, 'YYYY-MM-DD') AS "startsOn", to_char(s.ends_on, 'YYYY-MM-DD') AS "endsOn" FROM station s
    WHERE s.county_id = ${scope.countyId}::uuid AND s.township_id = ${scope.townshipId}::uuid AND s.id = ${id}::uuid`;
  return row ?? null;
}

/** When and where the reception that an opinion names was held; null where none is named. */
export async function receptionNamed(scope: TownshipScope, id: string | null) {
  const [row] = await scope.tx.$queryRaw<{ occurredOn: Day; stationId: string }[]>`
    SELECT to_char(r.occurred_on, 'YYYY-MM-DD') AS "occurredOn", r.station_id AS "stationId" FROM reception r
    WHERE r.county_id = ${scope.countyId}::uuid AND r.township_id = ${scope.townshipId}::uuid AND r.id = ${id}::uuid`;
  return row ?? null;
}

/** The fixed day of station `s` in the month that begins on a day; null where it has none. A month without that day ends on its last. */
const fixedDayIn = (month: Prisma.Sql): Prisma.Sql => sql`CASE
  WHEN s.fixed_day IS NOT NULL
    THEN least(${month} + s.fixed_day - 1, (${month} + interval '1 month' - interval '1 day')::date)
  WHEN s.fixed_week IS NOT NULL THEN (
    SELECT CASE WHEN week < 5 OR extract(month FROM first + 28) = extract(month FROM first) THEN first + 7 * (week - 1) ELSE first + 21 END
    FROM (SELECT array_position(ARRAY['first', 'second', 'third', 'fourth', 'last'], s.fixed_week) AS week,
      ${month} + (array_position(ARRAY['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'], s.fixed_weekday)
        - extract(isodow FROM ${month})::int + 7) % 7 AS first) w)
END`;

/**
 * A FROM item: the fixed days of living stations between two days, while they were open: township_id, station_id, name,
 * place, month, fixed_on, held (whether voters were received there on that day, or on one of its month to which the day
 * was put off with a reason).
 */
export const fixedDays = (whose: Whose, from: Day, to: Day): Prisma.Sql => sql`(
  SELECT f.*, EXISTS (SELECT FROM reception h WHERE h.county_id = f.county_id AND h.township_id = f.township_id
      AND h.station_id = f.station_id AND h.voided_at IS NULL
      AND h.occurred_on >= f.month AND h.occurred_on < (f.month + interval '1 month')::date
      AND (h.occurred_on = f.fixed_on OR h.moved_reason IS NOT NULL)) AS held
  FROM (SELECT s.county_id, s.township_id, s.id AS station_id, s.name, s.place, s.starts_on, s.ends_on, m.month,
      ${fixedDayIn(sql`m.month`)} AS fixed_on
    FROM station s CROSS JOIN (SELECT month::date AS month FROM generate_series(date_trunc('month', ${from}::date),
      ${to}::date::timestamp, interval '1 month') month) m
    WHERE ${own(whose, s)}) f
  WHERE f.fixed_on BETWEEN ${from}::date AND ${to}::date AND ${runsOn(sql`f`, sql`f.fixed_on`)})`;
