import "server-only";
import { lateAfter } from "@/lib/entry-lag";
import { Prisma } from "@/server/db/generated/client";
import type { Period } from "@/server/evidence/period";
import type { Ledger, Step } from "@/server/evidence/slice";

const sql = Prisma.sql;

const partOf = sql`CASE WHEN left_out = 'voided' THEN 'voided' ELSE 'all' END`;

/** Days from a step to its entry; what was entered late stays so when it is moved to a later day. */
const lagOf = ([, day, entered, firstLag]: Step): Prisma.Sql =>
  firstLag === undefined
    ? sql`${entered} - ${day}`
    : sql`CASE WHEN ${entered} IS NOT NULL AND ${day} IS NOT NULL THEN greatest(${entered} - ${day}, ${firstLag}) END`;

/** A row for each dated step; `step` stands behind the columns every evidence row has. */
const rowsOf = ({ recordType, steps, from }: Ledger, period: Period): Prisma.Sql => {
  const days = steps.map((one) => sql`(${one[0]}::text, ${one[1]}, ${one[2]}, ${lagOf(one)})`);
  return sql`
  (SELECT year, 'G2' AS metric, ${partOf} AS part, township_id, ${recordType}::text AS record_type, record_id, v.day AS occurred_on,
    v.entered AS entered_on, (left_out IS NULL AND coalesce(v.lag <= ${lateAfter}, false))::int::float8 AS numerator,
    (left_out IS NULL AND v.entered IS NOT NULL)::int AS denominator,
    coalesce(left_out, CASE WHEN v.entered IS NULL THEN 'entryUnknown' WHEN v.lag <= ${lateAfter} THEN 'entered'
      ELSE 'enteredLate' END) AS reason, v.lag AS amount, v.step
  FROM ${from(period)} ledger CROSS JOIN LATERAL (VALUES ${Prisma.join(days)}) AS v (step, day, entered, lag)
  WHERE v.day IS NOT NULL)`;
};

const lagColumns = [sql`lag0`, sql`lag1`, sql`lag2`, sql`lag3`, sql`lag4`, sql`lag5`, sql`lag6`];

/**
 * The same rows summed by year, township and part. The days from each step to its entry are reckoned once a record, and
 * a record's steps added before its row is grouped: one by one they would be felt.
 */
const sumsOf = ({ steps, from }: Ledger, period: Period): Prisma.Sql => {
  const lags = steps.map((_, index) => lagColumns[index] ?? sql`lag`);
  const reckoned = Prisma.join(steps.map((one, index) => sql`${lagOf(one)} AS ${lags[index]}`));
  const days = Prisma.join(steps.map(([, day]) => day));
  const inTime = Prisma.join(
    lags.map((lag) => sql`coalesce((${lag} <= ${lateAfter})::int, 0)`),
    " + ",
  );
  return sql`
  (SELECT year, township_id, 'G2' AS metric, ${partOf} AS part, coalesce(sum(in_time), 0)::float8 AS numerator,
    coalesce(sum(known), 0) AS denominator, coalesce(sum(known), 0) AS counted, sum(dated) - coalesce(sum(known), 0) AS left_out,
    sum(CASE WHEN left_out = 'voided' THEN 0 ELSE dated END) AS records
  FROM (
    SELECT year, township_id, left_out, sum(dated) AS dated, sum(known) FILTER (WHERE left_out IS NULL) AS known,
      sum(in_time) FILTER (WHERE left_out IS NULL) AS in_time
    FROM (SELECT year, township_id, left_out, dated, num_nonnulls(${Prisma.join(lags)}) AS known, ${inTime} AS in_time
      FROM (SELECT year, township_id, left_out, num_nonnulls(${days}) AS dated, ${reckoned} FROM ${from(period)} ledger OFFSET 0) lagging
    ) stepped
    GROUP BY year, township_id, left_out
  ) summed GROUP BY year, township_id, ${partOf})`;
};

/** G2: every dated step of a ledger's records, judged by how long after its day it was entered. */
export const entrySource = (ledger: Ledger) => ({
  metrics: ["G2"] as const,
  rows: (period: Period) => rowsOf(ledger, period),
  sums: (period: Period) => sumsOf(ledger, period),
});
