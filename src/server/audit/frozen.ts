import "server-only";
import { v7 as uuid } from "uuid";
import { faceOf } from "@/domains/registry";
import { AppError } from "@/lib/errors";
import { frozenTouched, type Touched } from "@/server/db/frozen";
import type { Actor, Tx } from "@/server/db/tx";
import type { AuditEntry } from "./entry";

/*
 * Records of a frozen year are changed with a reason only. It is asked here, where every change tells of itself, so that no
 * command can forget it, and after the audit row was written: that holds the county's chain, so a year that is frozen at the
 * same moment is either seen here or waits until this change is in its evidence.
 */

export type Change = {
  actor: Actor;
  now: Date;
  /** why records of a frozen year are changed */ reason: string | null;
};
type Told = AuditEntry & { id: string; townshipId: string };

/** Which years of the county are frozen: a probe of an index, in the message that writes the audit row. */
export const frozenYears = (tx: Tx, countyId: string): Promise<{ year: number }[]> =>
  tx.$often<{ year: number }[]>`SELECT year FROM assessment_freeze WHERE county_id = ${countyId}::uuid`;

const yearsInText = (years: readonly number[]): string =>
  [...new Set(years)].sort((one, other) => one - other).join("、");

/** @throws FROZEN where a change touches a frozen year and nobody said why; with a reason it is put down beside its audit row */
export async function tellFrozen(
  tx: Tx,
  countyId: string,
  { actor, now, reason }: Change,
  frozen: readonly { year: number }[],
  entries: readonly Told[],
): Promise<void> {
  const those = entries.filter(({ looked }) => looked !== true);
  if (frozen.length === 0 || those.length === 0) return;
  const years = frozen.map(({ year }) => year);
  const touched: Touched[] = [];
  for (const type of new Set(those.map(({ recordType }) => recordType))) {
    const stored = faceOf(type);
    const ofType = those.filter(({ recordType }) => recordType === type);
    touched.push(...(await frozenTouched(tx, { countyId, stored, now, years }, ofType)));
  }
  if (touched.length === 0) return;
  if (reason === null) {
    const told = yearsInText(touched.map(({ year }) => year));
    throw new AppError(
      "FROZEN",
      `${told} 年考核已封存，这次修改涉及该年的记录。封存的成绩不变，修改仍可保存：请写明修改理由。`,
      { years: touched.map(({ year }) => year) },
    );
  }
  const byAudit = new Map(those.map((one) => [one.id, one]));
  const rows = touched.flatMap(({ auditId, recordId, year }) => {
    const entry = byAudit.get(auditId);
    if (entry === undefined) return [];
    return [
      { id: uuid(), townshipId: entry.townshipId, year, recordType: entry.recordType, recordId, auditId },
    ];
  });
  await tx.$executeRaw`
    INSERT INTO frozen_change (county_id, township_id, id, year, record_type, record_id, audit_id, changed_at, changed_by_name, reason)
    SELECT ${countyId}::uuid, v."townshipId", v.id, v.year, v."recordType", v."recordId", v."auditId", ${now}, ${actor.name}, ${reason}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS v (id uuid, "townshipId" uuid, year int, "recordType" text, "recordId" uuid, "auditId" uuid)`;
}
