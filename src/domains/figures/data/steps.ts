import "server-only";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { Tx } from "@/server/db/tx";
import type { Period } from "@/server/evidence/period";
import { sources } from "../evidence";
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
