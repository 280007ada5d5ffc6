import "server-only";
import { createHash } from "node:crypto";
import { fileDoors } from "@/domains/file-doors";
import { notFound } from "@/lib/errors";
import { obey } from "@/lib/obey";
import { difference, lost } from "@/server/audit/difference";
import { tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { countAttachments, doorOf, findAttachment } from "./data";
import { mayAttach } from "./rules";
import type { RecordInput, VoidAttachmentInput } from "./schema";

export type NewFile = { id: string; name: string; mime: string; bytes: Buffer };

/** Whether the record is there and takes another file; asked before anything is written to the disk. */
export async function expectFile(scope: TownshipScope, record: RecordInput, size: number): Promise<void> {
  obey(await doorOf(scope, record));
  obey(mayAttach({ size }, await countAttachments(scope, record)));
}

/** Makes a stored file reachable: its row and the audit row, in one transaction. */
export async function attachFile(scope: TownshipScope, record: RecordInput, file: NewFile) {
  await expectFile(scope, record, file.bytes.length);
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  const { id, name, mime } = file;
  const size = file.bytes.length;
  await scope.tx.attachment.create({
    data: {
      ...tenantOf(scope),
      ...record,
      id,
      name,
      mime,
      size,
      sha256,
      uploadedAt: scope.now,
      uploadedBy: scope.actor.accountId,
      uploadedByName: scope.actor.name,
    },
  });
  await scope.audit({
    action: "attachments.add",
    ...record,
    summary: `添加附件「${name}」`,
    detail: difference(null, { id, name, mime, size, sha256 }),
  });
  return { id, filename: name, size, mime };
}

/** Taken out of sight with a reason; the file itself is kept for whoever has to look into it. */
export async function voidAttachment(scope: TownshipScope, { id, reason }: VoidAttachmentInput) {
  const row = await findAttachment(scope, id);
  const { recordType, recordId } = row;
  if (fileDoors[recordType] !== undefined) obey(await doorOf(scope, { recordType, recordId }));
  const { count } = await scope.tx.attachment.updateMany({
    where: { ...tenantOf(scope), id, voidedAt: null },
    data: { voidedAt: scope.now, voidReason: reason },
  });
  if (count !== 1) throw notFound();
  await scope.audit({
    action: "attachments.void",
    ...{ recordType, recordId },
    summary: `移除附件「${row.name}」：${reason}`,
    detail: { ...lost({ id, name: row.name, sha256: row.sha256 }), reason },
  });
  return { id };
}
