import "server-only";
import { found, keyOf, tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import type { AttachableType } from "./rules";
import type { ListAttachmentsInput, RecordInput } from "./schema";

type Exists = (scope: TownshipScope, id: string) => Promise<{ voidedAt: Date | null } | null>;
const select = { voidedAt: true };

const owners: Record<AttachableType, Exists> = {
  suggestion: (scope, id) => scope.tx.suggestion.findUnique({ where: keyOf(scope, id), select }),
  session: (scope, id) => scope.tx.session.findUnique({ where: keyOf(scope, id), select }),
  presidiumMeeting: (scope, id) => scope.tx.presidiumMeeting.findUnique({ where: keyOf(scope, id), select }),
  activity: (scope, id) => scope.tx.activity.findUnique({ where: keyOf(scope, id), select }),
  finding: (scope, id) => scope.tx.finding.findUnique({ where: keyOf(scope, id), select }),
  deputy: (scope, id) => scope.tx.deputy.findUnique({ where: keyOf(scope, id), select }),
};

/** The record files hang on must be one of this township's; an unknown or foreign one does not exist. */
export async function assertRecord(
  scope: TownshipScope,
  { recordType, recordId }: RecordInput,
): Promise<void> {
  found(await owners[recordType](scope, recordId));
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
  return found(await scope.tx.attachment.findUnique({ where: keyOf(scope, id) }));
}
