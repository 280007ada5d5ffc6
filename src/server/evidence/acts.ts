import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { firstDay, type Period } from "./period";

/*
 * What the audit tells of records' acts, for signals. Of what is read confidentially there are no rows here: the audit's
 * own policies hold it back from whoever may not see it.
 */

const sql = Prisma.sql;

/** When an act was entered: its own time, or the one that the demo's load means; that is never the later one. */
const meant = sql`coalesce((detail ->> 'enteredAt')::timestamptz, at)`;
const dayIn = (time: Prisma.Sql): Prisma.Sql => sql`(${time} AT TIME ZONE interval '8 hours')::date`;

/** Records of the period of which something was changed since: the act with what stood before and stands after. */
export const changesIn = (period: Period): Prisma.Sql => sql`(
  SELECT township_id, record_type, record_id, action, seq, ${dayIn(meant)} AS changed_on,
    detail -> 'before' AS before, detail -> 'after' AS after
  FROM audit_event
  WHERE county_id = ${period.countyId}::uuid AND at >= ${firstDay(period)} AND township_id IS NOT NULL AND record_id IS NOT NULL
    AND detail -> 'before' IS NOT NULL AND detail -> 'after' IS NOT NULL AND action ~ '\\.(edit|recordAttendance)')`;

/** Records of which several steps of the period were entered within some seconds, on days of theirs that lie apart. */
export const sittingsIn = (
  period: Period,
  { steps, seconds, apart }: { steps: number; seconds: number; apart: number },
): Prisma.Sql => sql`(
  SELECT township_id, record_type, record_id, min(entered) AS at, count(*)::int + ${steps - 1}::int AS steps, min(first_day) AS from_on,
    max(last_day) AS to_on
  FROM (
    SELECT township_id, record_type, record_id, entered, min(occurred_on) OVER run AS first_day, max(occurred_on) OVER run AS last_day,
      entered - first_value(entered) OVER run <= make_interval(secs => ${seconds}::int) AND count(*) OVER run = ${steps}::int AS at_once
    FROM (SELECT township_id, record_type, record_id, seq, occurred_on, ${meant} AS entered FROM audit_event
      WHERE county_id = ${period.countyId}::uuid AND at >= ${firstDay(period)} AND township_id IS NOT NULL AND record_id IS NOT NULL
        AND occurred_on IS NOT NULL AND extract(year FROM occurred_on) BETWEEN ${period.fromYear}::int AND ${period.toYear}::int) act
    WINDOW run AS (PARTITION BY record_id ORDER BY seq ROWS BETWEEN ${steps - 1}::int PRECEDING AND CURRENT ROW)
  ) acts
  WHERE at_once AND last_day - first_day >= ${apart}::int
  GROUP BY township_id, record_type, record_id)`;
