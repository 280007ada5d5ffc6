import "server-only";
import { Prisma } from "@/server/db/generated/client";
import type { Tx } from "@/server/db/tx";
import type { Period } from "@/server/evidence/period";
import { sources } from "../evidence";
import type { MetricCode } from "../rules/metrics";
import type { OwnRow } from "../rules/without";
import { judgedBy } from "./evidence";

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
