import "server-only";
import { faceOf, type PagedType } from "@/domains/registry";
import { notFound } from "@/lib/errors";
import { found, keyOf, tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { assertLiving } from "@/server/records/living";
import type { ListAttachmentsInput, RecordInput } from "./schema";

/** The record that files hang on must be there. */
export async function assertRecord(
  scope: TownshipScope,
  { recordType, recordId }: RecordInput,
): Promise<void> {
  const face = faceOf(recordType);
  if (face === null) throw notFound();
  await assertLiving(scope, face, recordId);
}

export async function listAttachments(scope: TownshipScope, { recordType, recordId }: ListAttachmentsInput) {
  await assertRecord(scope, { recordType, recordId });
  return scope.tx.attachment.findMany({
    where: { ...tenantOf(scope), recordType, recordId, voidedAt: null },
    orderBy: { uploadedAt: "asc" },
    select: { id: true, name: true, mime: true, size: true, uploadedAt: true, uploadedByName: true },
  });
}

export function countAttachments(scope: TownshipScope, { recordType, recordId }: RecordInput) {
  return scope.tx.attachment.count({
    where: { ...tenantOf(scope), recordType, recordId, voidedAt: null },
  });
}

export async function findAttachment(scope: TownshipScope, id: string) {
  const row = found(await scope.tx.attachment.findUnique({ where: keyOf(scope, id) }));
  // Only attachFile writes this column.
  return { ...row, recordType: row.recordType as PagedType };
}
