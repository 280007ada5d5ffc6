import "server-only";
import { entered } from "../evidence";
import { faceOf } from "@/domains/registry";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { identifier } from "@/server/db/identifier";
import type { Tx } from "@/server/db/tx";

/** When a record was first written down, whatever day it was moved to since, and when it was struck out. */
export type FirstEntry = { recordId: string; enteredOn: Day; struckOn: Day | null };

type Ref = { recordType: string; recordId: string };

const dayIn = (time: Prisma.Sql) => Prisma.sql`(${time} AT TIME ZONE interval '8 hours')::date::text`;

/** Of records of the kinds whose entry is judged. */
export async function firstEntries(
  tx: Tx,
  countyId: string,
  refs: readonly Ref[],
): Promise<Map<string, FirstEntry>> {
  const parts = entered.flatMap((type) => {
    const ids = refs.flatMap(({ recordType, recordId }) => (recordType === type ? [recordId] : []));
    const table = faceOf(type)?.table;
    return ids.length === 0 || table === undefined
      ? []
      : [
          Prisma.sql`SELECT id AS "recordId", ${dayIn(Prisma.sql`entered_at`)} AS "enteredOn", ${dayIn(Prisma.sql`voided_at`)} AS "struckOn"
            FROM ${identifier(table)} WHERE county_id = ${countyId}::uuid AND id = ANY (${ids}::uuid[])`,
        ];
  });
  if (parts.length === 0) return new Map();
  const rows = await tx.$queryRaw<FirstEntry[]>`${Prisma.join(parts, " UNION ALL ")}`;
  return new Map(rows.map((row) => [row.recordId, row]));
}
