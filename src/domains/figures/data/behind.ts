import "server-only";
import { Prisma } from "@/server/db/generated/client";
import type { RecordBehind } from "@/server/evidence/slice";
import type { MetricCode } from "../rules/metrics";
import { decidedBy, records } from "../evidence";

const sql = Prisma.sql;

const byKind = (pick: (record: RecordBehind) => Prisma.Sql | undefined): Prisma.Sql => {
  const cases = records.flatMap(([kind, record]) => {
    const value = pick(record);
    return value === undefined ? [] : [sql`WHEN ${kind} THEN ${value}`];
  });
  return sql`CASE e.record_type ${Prisma.join(cases, " ")} END`;
};

/** What the record behind an evidence row `e` is called; `e` is already cut to one page of one township. */
export const titleOf = byKind(({ title }) => title);

/** What a record's row is listed by before its day; null where that is the day alone. */
export const listedBy = byKind(({ order }) => order);

/** Whether the record was brought in as already closed, from the papers of an earlier year. */
export const enteredClosed = sql`coalesce(${byKind((record) => record.enteredClosed)}, false)`;

/**
 * `entry (day, entered)` of an evidence row `e`, cut to one page: what it is judged by and when that was entered. Where the
 * deciding step has not been taken, the record's own entry stands.
 */
export function entryOf(metric: MetricCode): Prisma.Sql {
  const own = sql`SELECT 2 AS place, e.occurred_on AS day, e.entered_on AS entered`;
  const judged = decidedBy(metric);
  const both =
    judged === undefined ? own : sql`SELECT 1 AS place, * FROM (${judged}) judged UNION ALL ${own}`;
  return sql`LEFT JOIN LATERAL (SELECT day, entered FROM (${both}) entry WHERE entered IS NOT NULL ORDER BY place LIMIT 1) entry ON true`;
}
