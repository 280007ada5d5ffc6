import "server-only";
import { type Day, dayFromUtc } from "@/lib/dates";
import { Prisma } from "./generated/client";
import { found, keyOf } from "./record";
import type { TownshipScope } from "./scope";

/**
 * The appraisal that a line names, and how a round is called: findings are told with their source, and appraisals with
 * their findings, so that neither slice may ask the other.
 * @param line the alias of a row with `appraisal_id`
 */
export const appraisalOf = (line: Prisma.Sql): Prisma.Sql => Prisma.sql`appraisal ap
  ON ap.county_id = ${line}.county_id AND ap.township_id = ${line}.township_id AND ap.id = ${line}.appraisal_id`;

/** As `appraisalName` of the slice's labels says it, of row `ap`. */
export const appraisalNameSql = Prisma.sql`ap.year || '年' || CASE ap.quarter WHEN 'q1' THEN '第一季度' WHEN 'q2' THEN '第二季度'
  WHEN 'q3' THEN '第三季度' ELSE '第四季度' END || '站所评议'`;

/** The day of a living appraisal, of which a problem is told. */
export async function appraisalDay(scope: TownshipScope, id: string): Promise<Day> {
  return dayFromUtc(found(await scope.tx.appraisal.findUnique({ where: keyOf(scope, id) })).occurredOn);
}
