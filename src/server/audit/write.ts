import "server-only";
import { v7 as uuid } from "uuid";
import type { Actor, Tx } from "@/server/db/tx";
import type { AuditEntry } from "./entry";

/** Appends to the county's chain; place, time and hash are set by the database (trigger `chain`). */
export async function writeAudit(
  tx: Tx,
  actor: Actor,
  tenant: { countyId: string; townshipId: string | null },
  entry: AuditEntry,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO audit_event (county_id, id, township_id, actor_id, actor_name, actor_role, ip, request_id,
      action, record_type, record_id, occurred_on, summary, detail)
    VALUES (${tenant.countyId}::uuid, ${uuid()}::uuid, ${tenant.townshipId}::uuid,
      ${actor.accountId === "" ? null : actor.accountId}::uuid, ${actor.name}, ${actor.role}, ${actor.ip}, ${actor.requestId},
      ${entry.action}, ${entry.recordType}, ${entry.recordId}::uuid, ${entry.occurredOn ?? null}::date, ${entry.summary},
      ${entry.detail === undefined ? null : JSON.stringify(entry.detail)}::jsonb)`;
}

/** Many entries at once, each of its township: the traces one change of the county's leaves on its townships' records. */
export async function writeAudits(
  tx: Tx,
  actor: Actor,
  countyId: string,
  entries: readonly (AuditEntry & { townshipId: string })[],
): Promise<void> {
  const rows = entries.map((entry) => ({ ...entry, id: uuid() }));
  await tx.$executeRaw`
    INSERT INTO audit_event (county_id, id, township_id, actor_id, actor_name, actor_role, ip, request_id,
      action, record_type, record_id, occurred_on, summary, detail)
    SELECT ${countyId}::uuid, v.id, v."townshipId", ${actor.accountId === "" ? null : actor.accountId}::uuid, ${actor.name},
      ${actor.role}, ${actor.ip}, ${actor.requestId}, v.action, v."recordType", v."recordId", v."occurredOn", v.summary, v.detail
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS v (id uuid, "townshipId" uuid, action text, "recordType" text,
      "recordId" uuid, "occurredOn" date, summary text, detail jsonb)`;
}
