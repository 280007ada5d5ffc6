import "server-only";
import { v7 as uuid } from "uuid";
import { faceOf } from "@/domains/registry";
import { AppError } from "@/lib/errors";
import { Prisma } from "@/server/db/generated/client";
import { identifier } from "@/server/db/identifier";
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
type Touched = { auditId: string; recordId: string | null; year: number };

/** Which years of the county are frozen: a probe of an index, in the message that writes the audit row. */
export const frozenYears = (tx: Tx, countyId: string): Promise<{ year: number }[]> =>
  tx.$often<{ year: number }[]>`SELECT year FROM assessment_freeze WHERE county_id = ${countyId}::uuid`;

/** The years a row of any kind lies in by itself. */
const ownYears = Prisma.sql`(VALUES (left(stored.row ->> 'occurred_on', 4)::int), (left(stored.row ->> 'handed_on', 4)::int),
  ((stored.row ->> 'year')::int)) own (year)`;

/**
 * Which frozen years the changes of one table's records touch: years in which a record lay when they were frozen, or was
 * moved into since, lies now, or of which the change itself tells. What was brought in as a file is known by its moment.
 */
async function touchedIn(
  tx: Tx,
  { countyId, table, now, years }: { countyId: string; table: string | null; now: Date; years: number[] },
  entries: readonly Told[],
): Promise<Touched[]> {
  const told = Prisma.sql`jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS v (id uuid, "townshipId" uuid, "recordId" uuid, "occurredOn" date)`;
  const of = (row: Prisma.Sql) =>
    Prisma.sql`${row}.county_id = ${countyId}::uuid AND ${row}.township_id = v."townshipId"`;
  const stored =
    table === null
      ? Prisma.empty
      : Prisma.sql`UNION SELECT v.id, stored.id, own.year FROM ${told} JOIN LATERAL (
          SELECT t.id, to_jsonb(t) AS row FROM ${identifier(table)} t WHERE ${of(Prisma.sql`t`)} AND t.id = v."recordId"
          UNION ALL
          SELECT t.id, to_jsonb(t) FROM ${identifier(table)} t WHERE v."recordId" IS NULL AND ${of(Prisma.sql`t`)} AND t.entered_at = ${now}
        ) stored ON true CROSS JOIN ${ownYears}`;
  return tx.$queryRaw<Touched[]>`
    SELECT touched.id AS "auditId", touched."recordId", touched.year FROM (
      SELECT v.id, v."recordId", r.year FROM ${told} JOIN frozen_record r ON ${of(Prisma.sql`r`)} AND r.record_id = v."recordId"
      UNION SELECT v.id, v."recordId", c.year FROM ${told} JOIN frozen_change c ON ${of(Prisma.sql`c`)} AND c.record_id = v."recordId"
      UNION SELECT v.id, v."recordId", extract(year FROM v."occurredOn")::int FROM ${told}
      ${stored}
    ) touched WHERE touched.year = ANY (${years}::int[])`;
}

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
    const table = faceOf(type)?.table ?? null;
    const ofType = those.filter(({ recordType }) => recordType === type);
    touched.push(...(await touchedIn(tx, { countyId, table, now, years }, ofType)));
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
