import "server-only";
import { v7 as uuid } from "uuid";
import { atOnce } from "@/server/db/at-once";
import type { Tx } from "@/server/db/tx";
import type { AuditEntry } from "./entry";
import { type Change, frozenYears, tellFrozen } from "./frozen";

/** Why a change of a frozen year was made stands in the change's own row, for its history. */
const detailOf = ({ detail, looked }: AuditEntry, { reason }: Change) =>
  reason === null || looked === true ? detail : { ...detail, afterFreeze: reason };

/** Appends to the county's chain; place, time and hash are set by the database (trigger `chain`). */
export async function writeAudit(
  tx: Tx,
  change: Change,
  tenant: { countyId: string; townshipId: string | null },
  entry: AuditEntry,
): Promise<void> {
  const { actor } = change;
  const { countyId, townshipId } = tenant;
  const id = uuid();
  const detail = detailOf(entry, change);
  const written = tx.$executeRaw`
    INSERT INTO audit_event (county_id, id, township_id, actor_id, actor_name, actor_role, ip, request_id,
      action, record_type, record_id, occurred_on, summary, detail)
    VALUES (${countyId}::uuid, ${id}::uuid, ${townshipId}::uuid,
      ${actor.accountId === "" ? null : actor.accountId}::uuid, ${actor.name}, ${actor.role}, ${actor.ip}, ${actor.requestId},
      ${entry.action}, ${entry.recordType}, ${entry.recordId}::uuid, ${entry.occurredOn ?? null}::date, ${entry.summary},
      ${detail === undefined ? null : JSON.stringify(detail)}::jsonb)`;
  if (townshipId === null) {
    await written;
    return;
  }
  const [, frozen] = await atOnce(written, frozenYears(tx, countyId));
  await tellFrozen(tx, countyId, change, frozen, [{ ...entry, id, townshipId }]);
}

/** Many entries at once, each of its township: the traces one change of the county's leaves on its townships' records. */
export async function writeAudits(
  tx: Tx,
  change: Change,
  countyId: string,
  entries: readonly (AuditEntry & { townshipId: string })[],
): Promise<void> {
  const { actor } = change;
  const rows = entries.map((entry) => ({ ...entry, id: uuid(), detail: detailOf(entry, change) }));
  const [, frozen] = await atOnce(
    tx.$executeRaw`
    INSERT INTO audit_event (county_id, id, township_id, actor_id, actor_name, actor_role, ip, request_id,
      action, record_type, record_id, occurred_on, summary, detail)
    SELECT ${countyId}::uuid, v.id, v."townshipId", ${actor.accountId === "" ? null : actor.accountId}::uuid, ${actor.name},
      ${actor.role}, ${actor.ip}, ${actor.requestId}, v.action, v."recordType", v."recordId", v."occurredOn", v.summary, v.detail
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS v (id uuid, "townshipId" uuid, action text, "recordType" text,
      "recordId" uuid, "occurredOn" date, summary text, detail jsonb)`,
    frozenYears(tx, countyId),
  );
  await tellFrozen(
    tx,
    countyId,
    change,
    frozen,
    entries.map((entry, index) => ({ ...entry, id: rows[index]?.id ?? "" })),
  );
}
