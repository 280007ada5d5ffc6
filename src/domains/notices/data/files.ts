import "server-only";
import { notFound } from "@/lib/errors";
import { isoTime } from "@/server/db/told";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import type { Rows } from "@/server/db/tx";
import { noticeById } from "./rows";

export type NoticeFile = {
  id: string;
  noticeId: string;
  name: string;
  mime: string;
  size: number;
  uploadedAt: string;
};

const filesWhere = ({ tx, countyId }: { tx: Rows; countyId: string }, which: Prisma.Sql) => tx.$queryRaw<
  NoticeFile[]
>`
  SELECT f.id, f.notice_id AS "noticeId", f.name, f.mime, f.size, ${isoTime(Prisma.sql`f.uploaded_at`)} AS "uploadedAt"
  FROM notice_file f WHERE f.county_id = ${countyId}::uuid AND f.voided_at IS NULL AND ${which} ORDER BY f.uploaded_at, f.id LIMIT 100`;

/** What hangs on a notice; a township that it was not sent to finds nothing. */
export const filesOf = (scope: { tx: Rows; countyId: string }, noticeId: string) =>
  filesWhere(scope, Prisma.sql`f.notice_id = ${noticeId}::uuid`);

export async function fileById(scope: { tx: Rows; countyId: string }, id: string): Promise<NoticeFile> {
  const [file] = await filesWhere(scope, Prisma.sql`f.id = ${id}::uuid`);
  if (file === undefined) throw notFound();
  return file;
}

/** For whoever opens it: of a notice that was recalled a township reads no more than why. */
export async function readableFile(scope: CountyScope | TownshipScope, id: string): Promise<NoticeFile> {
  const file = await fileById(scope, id);
  const { state } = await noticeById(scope, file.noticeId);
  if ("townshipId" in scope && state === "recalled") throw notFound();
  return file;
}

/** Until this change is made nobody sends the notice, and a sending under way is waited for. */
export async function holdNotice({ tx, countyId }: CountyScope, noticeId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM county_notice WHERE county_id = ${countyId}::uuid AND id = ${noticeId}::uuid FOR UPDATE`;
}

type NewFile = Omit<NoticeFile, "uploadedAt"> & { sha256: string };

export async function keepFile({ tx, countyId, now, actor }: CountyScope, file: NewFile): Promise<void> {
  await tx.noticeFile.create({ data: { countyId, ...file, uploadedAt: now, uploadedByName: actor.name } });
}

export async function strikeFile(
  { tx, countyId, now }: CountyScope,
  id: string,
  reason: string,
): Promise<void> {
  const { count } = await tx.noticeFile.updateMany({
    where: { countyId, id, voidedAt: null },
    data: { voidedAt: now, voidReason: reason },
  });
  if (count !== 1) throw notFound();
}
