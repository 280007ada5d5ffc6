import "server-only";
import { deputiesOfRow } from "@/domains/deputies/data/in-office";
import { reportedBy } from "@/domains/duty/data/reports";
import { sessionsBetween } from "@/domains/sessions/data/speeches";
import { townshipsIn } from "@/domains/tenancy/data";
import { uses } from "@/domains/uses";
import { Prisma } from "@/server/db/generated/client";
import { dayAfter, firstDay, type Period, todayOf } from "@/server/evidence/period";
import { together } from "@/server/records/uses";
import { firstStandard } from "../rules";

const { sql } = Prisma;
const a = sql`a`;

/** In the fifth year of a mandate the report that is asked for once a term is due. */
const yearsBeforeReport = 4;

/** The standard of each year `y`, a row a deed, as domains/standards/rules says which holds. */
const standard = ({ countyId, fromYear, toYear }: Period): Prisma.Sql => sql`(
  SELECT y.y, t.deed, t.needed::int FROM generate_series(${fromYear}::int, ${toYear}::int) y (y)
  CROSS JOIN LATERAL (
    SELECT c.targets FROM (
      SELECT from_year, targets, entered_at, id FROM duty_standard WHERE county_id = ${countyId}::uuid AND from_year <= y.y
      UNION ALL SELECT 0, ${JSON.stringify(firstStandard.targets)}::jsonb, '-infinity', NULL) c
    ORDER BY c.from_year DESC, c.entered_at DESC, c.id DESC LIMIT 1) held
  CROSS JOIN LATERAL jsonb_each_text(held.targets) t (deed, needed))`;

/** Every kind's deeds in a period, as its uses tell them: nothing is counted that was not entered for itself. */
function deedsIn(period: Period): Prisma.Sql {
  const last = sql`least(${todayOf(period)}, ${dayAfter(period)} - 1)`;
  return together(
    "deeds",
    uses.flatMap(({ deeds }) => deeds?.(period, firstDay(period), last) ?? []),
  );
}

/**
 * The CTEs up to `progress`: for each year a township's deputy of the township's own congress, in office at its end (today
 * while it runs), and each deed that is asked for, how often it was done and is needed. A speech more than a session asks for
 * makes up for none at another. `counted` is what was entered at all. What is demanded and what was done are grouped, not joined: how much
 * there is of either no plan can know, and a loop over one for each of the other would be felt in a county.
 */
export const progressCtes = (period: Period): Prisma.Sql => sql`
  standard AS MATERIALIZED (SELECT * FROM ${standard(period)} s),
  deeds AS MATERIALIZED (
    SELECT date_part('year', day)::int AS y, township_id, deputy_id, deed, CASE WHEN deed = 'speech' THEN id END AS of_session, sum(times)::int AS times
    FROM ${deedsIn(period)} d GROUP BY 1, 2, 3, 4, 5),
  counted AS MATERIALIZED (
    SELECT y, township_id, deputy_id, deed, sum(CASE WHEN deed = 'speech' THEN least(times, (
      SELECT s.needed FROM standard s WHERE s.y = deeds.y AND s.deed = 'speech')) ELSE times END)::int AS done
    FROM deeds GROUP BY 1, 2, 3, 4),
  asked AS MATERIALIZED (
    SELECT y, t.id AS township_id, ${period.countyId}::uuid AS county_id, least(make_date(y, 12, 31), ${todayOf(period)}, t.merged_on) AS until
    FROM ${townshipsIn(period)} t CROSS JOIN generate_series(${period.fromYear}::int, ${period.toYear}::int) y
    WHERE make_date(y, 1, 1) <= least(${todayOf(period)}, t.merged_on)),
  deputies AS MATERIALIZED (
    SELECT a.*, d.id AS deputy_id, d.name, d.pinyin, had.since, had.first_on
    FROM asked a CROSS JOIN LATERAL ${deputiesOfRow(a, sql`a.until`, "township")} d CROSS JOIN LATERAL ${reportedBy(sql`a.until`)} had),
  demanded AS MATERIALIZED (
    SELECT a.y, a.township_id, a.deputy_id, a.name, a.pinyin, a.since, s.deed,
      CASE s.deed WHEN 'speech' THEN s.needed * ${sessionsBetween(a, sql`greatest(a.since, make_date(a.y, 1, 1))`, sql`a.until`)}
        ELSE s.needed END AS needed,
      (s.deed = 'report' AND a.first_on IS NOT NULL)::int AS done,
      s.deed <> 'report' OR a.since + make_interval(years => ${yearsBeforeReport}::int) <= a.until AS due
    FROM deputies a JOIN standard s ON s.y = a.y),
  progress AS MATERIALIZED (
    SELECT y, township_id, deputy_id, max(name) AS name, max(pinyin) AS pinyin, max(since) AS since, deed, max(needed) AS needed,
      sum(done)::int AS done, bool_or(due) AS due
    FROM (SELECT * FROM demanded UNION ALL
      SELECT y, township_id, deputy_id, NULL, NULL, NULL, deed, NULL, done, NULL FROM counted WHERE deed <> 'report') told
    GROUP BY y, township_id, deputy_id, deed HAVING count(due) > 0)`;
