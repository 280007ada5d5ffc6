import "server-only";
import { faceOf } from "@/domains/registry";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { identifier } from "@/server/db/identifier";
import type { Tx } from "@/server/db/tx";
import type { Period } from "@/server/evidence/period";
import { entered, sources } from "../evidence";
import type { StepCode } from "../rules/steps";
import { judgedBy } from "./evidence";

export type EnteredStep = {
  townshipId: string;
  recordType: string;
  recordId: string;
  step: StepCode;
  day: Day;
  enteredOn: Day;
  late: boolean;
  struck: boolean;
};

/**
 * Of the dated steps that G2 judges: those that were entered late, the own days of records that were struck out, and of
 * some records, whether they count or not, when they, and their roll, were entered.
 */
export async function enteredSteps(
  tx: Tx,
  period: Period,
  ofRecords: readonly string[],
): Promise<EnteredStep[]> {
  const judged = await judgedBy(tx, period);
  const rows = sources.filter(({ metrics }) => metrics.includes("G2")).map((source) => source.rows(judged));
  return tx.$queryRaw<EnteredStep[]>`
    SELECT township_id AS "townshipId", record_type AS "recordType", record_id AS "recordId", step,
      occurred_on::text AS day, entered_on::text AS "enteredOn", reason = 'enteredLate' AS late, part = 'voided' AS struck
    FROM (${Prisma.join(rows, " UNION ALL ")}) steps
    WHERE reason = 'enteredLate' OR (part = 'voided' AND step = 'registered')
      OR (step IN ('registered', 'attendance') AND entered_on IS NOT NULL AND record_id = ANY (${ofRecords}::uuid[]))
    ORDER BY entered_on, record_id, step`;
}

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
