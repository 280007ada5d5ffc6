import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { inYear } from "@/server/db/span";

const { sql } = Prisma;

/** Whether unit `h` is to be appraised: offices and stations are, villages and enterprises where somebody says so. */
export const isAppraised = sql`(h.voided_at IS NULL AND coalesce(h.appraised, h.kind IN ('government', 'department', 'institution')))`;

/** Whether unit `h` is to be appraised in a year: it was there by the year's end. */
export const toBeAppraised = (year: Prisma.Sql): Prisma.Sql =>
  sql`(${isAppraised} AND h.occurred_on <= make_date(${year}, 12, 31))`;

/** How many units of the township of row `r` are to be appraised in a year. */
export const countToBeAppraised = (r: Prisma.Sql, year: Prisma.Sql): Prisma.Sql => sql`(
  SELECT count(*)::int FROM handling_unit h WHERE h.county_id = ${r}.county_id AND h.township_id = ${r}.township_id AND ${toBeAppraised(year)})`;

/** The units `h` of a county or township, for whoever joins them. */
export const allUnits = sql`handling_unit h`;

/** What deputies last said in a year of the suggestions that unit `h` leads: a FROM item of one row. */
export const ratedWorkOf = (year: number): Prisma.Sql => sql`(
  SELECT count(*)::int AS rated, count(*) FILTER (WHERE rating = 'satisfied')::int AS satisfied,
    count(*) FILTER (WHERE rating = 'basic')::int AS basic
  FROM (SELECT DISTINCT ON (r.suggestion_id) r.rating FROM suggestion_unit u
    JOIN suggestion s ON s.county_id = u.county_id AND s.township_id = u.township_id AND s.id = u.suggestion_id AND s.voided_at IS NULL
    JOIN rating r ON r.county_id = s.county_id AND r.township_id = s.township_id AND r.suggestion_id = s.id
    WHERE u.county_id = h.county_id AND u.township_id = h.township_id AND u.unit_id = h.id AND u.role = 'lead' AND u.ended_on IS NULL
      AND r.rating IN ('satisfied', 'basic', 'unsatisfied') AND ${inYear(sql`r.rated_on`, year)}
    ORDER BY r.suggestion_id, r.attempt DESC) last)`;
