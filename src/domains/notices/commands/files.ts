import "server-only";
import { createHash } from "node:crypto";
import { obey } from "@/lib/obey";
import { difference, lost } from "@/server/audit/difference";
import type { CountyScope } from "@/server/db/scope";
import { fileById, filesOf, holdNotice, keepFile, strikeFile } from "../data/files";
import { noticeById } from "../data/rows";
import { mayHang } from "../rules/files";
import type { RemoveFileInput } from "../schema";

/** Whether the notice takes another file; asked before anything is written to the disk. */
export async function expectNoticeFile(scope: CountyScope, noticeId: string): Promise<void> {
  const notice = await noticeById(scope, noticeId);
  obey(mayHang(notice.state, (await filesOf(scope, noticeId)).length));
}

type Received = { id: string; name: string; mime: string; bytes: Buffer };

export async function attachNoticeFile(scope: CountyScope, noticeId: string, file: Received) {
  await holdNotice(scope, noticeId);
  await expectNoticeFile(scope, noticeId);
  const { id, name, mime, bytes } = file;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const size = bytes.length;
  await keepFile(scope, { id, noticeId, name, mime, size, sha256 });
  await scope.audit({
    ...{ action: "notices.addFile", recordType: "countyNotice", recordId: noticeId },
    ...{ summary: `添加附件「${name}」`, detail: difference(null, { id, name, mime, size, sha256 }) },
  });
  return { id, filename: name, size, mime };
}

/** Of a draft alone: what was sent out stays as it was sent. */
export async function removeFile(scope: CountyScope, { id, reason }: RemoveFileInput) {
  const { noticeId } = await fileById(scope, id);
  await holdNotice(scope, noticeId);
  const file = await fileById(scope, id);
  const notice = await noticeById(scope, file.noticeId);
  obey(mayHang(notice.state, 0));
  await strikeFile(scope, id, reason);
  await scope.audit({
    ...{ action: "notices.removeFile", recordType: "countyNotice", recordId: notice.id },
    ...{ summary: `移除附件「${file.name}」：${reason}`, detail: { ...lost({ name: file.name }), reason } },
  });
  return { id };
}
