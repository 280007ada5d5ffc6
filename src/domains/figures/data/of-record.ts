import "server-only";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope } from "@/server/db/scope";
import type { Tx } from "@/server/db/tx";
import type { Period } from "@/server/evidence/period";
import { sources } from "../evidence";
import type { MetricCode } from "../rules/metrics";
import type { OwnRow } from "../rules/without";
import { judgedBy } from "./evidence";
import { frozenRowsAmong } from "./snapshot";

/** Whether a statement gives rows of a kind of record: each names the kinds it speaks of. */
const speaksOf = ({ sql, values }: Prisma.Sql, type: string): boolean =>
  sql.includes(`'${type}'`) || values.includes(type);

export type RowOfRecord = OwnRow & { year: number };

/** Every row of evidence that stands for one record of a township, of any of some metrics, in one statement. */
export async function rowsOfRecord(
  tx: Tx,
  period: Period & { townshipId: string },
  record: { type: string; id: string },
  among: readonly MetricCode[],
): Promise<RowOfRecord[]> {
  const judged = await judgedBy(tx, period);
  const asked = sources.filter(({ metrics }) => metrics.some((metric) => among.includes(metric)));
  const rows = asked.map((source) => source.rows(judged)).filter((one) => speaksOf(one, record.type));
  if (rows.length === 0) return [];
  const branches = rows.map(
    (one) => Prisma.sql`SELECT year, metric, part, numerator, denominator, reason, amount
      FROM ${one} e WHERE record_type = ${record.type} AND record_id = ${record.id}::uuid`,
  );
  return tx.$queryRaw<RowOfRecord[]>`${Prisma.join(branches, " UNION ALL ")}`;
}

export type RowOfMany = OwnRow & { townshipId: string; recordId: string };

/** Every row of a county's year that stands for one of some records: of a frozen year as it was kept, else counted. */
export async function rowsOfRecords(
  scope: CountyScope,
  period: Period,
  ids: readonly string[],
  among: readonly MetricCode[],
): Promise<RowOfMany[]> {
  if (ids.length === 0 || among.length === 0) return [];
  const frozen = await frozenRowsAmong(scope, period.fromYear, ids, among);
  if (frozen !== null) return frozen;
  const judged = await judgedBy(scope.tx, period);
  const branches = sources
    .filter(({ metrics }) => metrics.some((metric) => among.includes(metric)))
    .map(
      (source) => Prisma.sql`
      SELECT township_id AS "townshipId", record_id AS "recordId", metric, part, numerator, denominator, reason, amount
      FROM ${source.rows(judged)} e
      WHERE year = ${period.fromYear}::int AND record_id = ANY (${ids}::uuid[]) AND metric = ANY (${among}::text[])`,
    );
  return scope.tx.$queryRaw<RowOfMany[]>`${Prisma.join(branches, " UNION ALL ")}`;
}
