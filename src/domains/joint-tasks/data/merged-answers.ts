import "server-only";
import type { CountyScope } from "@/server/db/scope";
import type { Answer, Severity } from "../rules/merged";

export type PartAnswer = Answer & { partId: string; severity: Severity | null };

/** What was seen in the field at the points of a task's checklist, of all its townships. */
export async function answersOfTask({ tx, countyId }: CountyScope, taskId: string): Promise<PartAnswer[]> {
  return tx.$queryRaw<PartAnswer[]>`
    SELECT a.part_id AS "partId", a.item_code AS code, a.answer, a.severity, a.finding_id AS "findingId"
    FROM joint_answer a JOIN joint_part p ON p.county_id = a.county_id AND p.township_id = a.township_id AND p.id = a.part_id
    WHERE a.county_id = ${countyId}::uuid AND p.task_id = ${taskId}::uuid AND p.voided_at IS NULL LIMIT 100000`;
}
