import "server-only";
import { fileDoors } from "@/domains/file-doors";
import { faceOf, filedTypes, type FiledType } from "@/domains/registry";
import { type Day, minuteInText } from "@/lib/dates";
import { allow, type Decision } from "@/lib/decision";
import { notFound } from "@/lib/errors";
import { Prisma } from "@/server/db/generated/client";
import { identifier } from "@/server/db/identifier";
import { found, keyOf, tenantOf } from "@/server/db/record";
import type { CountyScope, TownshipReader, TownshipScope } from "@/server/db/scope";
import { inYear } from "@/server/db/span";
import { assertLiving } from "@/server/records/living";
import { own } from "@/server/records/uses";
import type { ListAttachmentsInput, RecordInput } from "./schema";

/** The record that files hang on must be there. @returns whether files may come and go now */
export async function doorOf(scope: TownshipScope, { recordType, recordId }: RecordInput): Promise<Decision> {
  const door = fileDoors[recordType];
  if (door !== undefined) {
    const decision = await door(scope, recordId);
    if (decision === null) throw notFound();
    return decision;
  }
  const face = faceOf(recordType);
  if (face === null) throw notFound();
  await assertLiving(scope, face, recordId);
  return allow;
}

export async function listAttachments(scope: TownshipScope, { recordType, recordId }: ListAttachmentsInput) {
  await doorOf(scope, { recordType, recordId });
  const files = await scope.tx.attachment.findMany({
    where: { ...tenantOf(scope), recordType, recordId, voidedAt: null },
    orderBy: { uploadedAt: "asc" },
    select: { id: true, name: true, mime: true, size: true, uploadedAt: true, uploadedByName: true },
  });
  return files.map((file) => ({ ...file, uploadedAt: file.uploadedAt.toISOString() }));
}

export function countAttachments(scope: TownshipScope, { recordType, recordId }: RecordInput) {
  return scope.tx.attachment.count({
    where: { ...tenantOf(scope), recordType, recordId, voidedAt: null },
  });
}

export async function findAttachment(scope: TownshipScope, id: string) {
  const row = found(await scope.tx.attachment.findUnique({ where: keyOf(scope, id) }));
  // Only attachFile writes this column.
  return { ...row, recordType: row.recordType as FiledType };
}

export type FileShown = { id: string; name: string; size: number; mime: string; by: string; at: string };

/** The files of some records of a kind, by the record: for pages that show many of them. */
export async function filesOf(
  { tx, countyId }: Pick<CountyScope, "tx" | "countyId">,
  recordType: FiledType,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, FileShown[]>> {
  const rows =
    recordIds.length === 0
      ? []
      : await tx.attachment.findMany({
          where: { countyId, recordType, recordId: { in: [...recordIds] }, voidedAt: null },
          orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
          select: {
            ...{ recordId: true, id: true, name: true, size: true, mime: true },
            ...{ uploadedByName: true, uploadedAt: true },
          },
        });
  const files = new Map<string, FileShown[]>(recordIds.map((id) => [id, []]));
  for (const { recordId, uploadedByName: by, uploadedAt, ...file } of rows)
    files.get(recordId)?.push({ ...file, by, at: minuteInText(uploadedAt.toISOString()) });
  return files;
}

/** How many files hang on a row. @param row the alias of a record of the type */
export const filesOfRow = (row: Prisma.Sql, type: FiledType): Prisma.Sql => Prisma.sql`(
  SELECT count(*)::int FROM attachment f WHERE f.county_id = ${row}.county_id AND f.township_id = ${row}.township_id
    AND f.record_type = ${type} AND f.record_id = ${row}.id AND f.voided_at IS NULL)`;

/** The files of one record, for the slice whose record it is: whose tenant it is the caller has made sure of. */
export const attachedTo = (
  tx: TownshipReader["tx"],
  record: RecordInput & { countyId: string; townshipId: string },
): Promise<{ id: string; name: string; mime: string; size: number }[]> => tx.$queryRaw`
  SELECT a.id, a.name, a.mime, a.size FROM attachment a
  WHERE a.county_id = ${record.countyId}::uuid AND a.township_id = ${record.townshipId}::uuid AND a.record_type = ${record.recordType}
    AND a.record_id = ${record.recordId}::uuid AND a.voided_at IS NULL ORDER BY a.uploaded_at, a.id`;

type FileOfYear = { recordType: string; recordId: string; name: string; day: Day; by: string };

const r = Prisma.sql`r`;
const mostFiles = 20_000;
const keptOn = Prisma.sql`(a.uploaded_at AT TIME ZONE 'Asia/Shanghai')`;

/** Files `a` of a year whose record stands: those of a record struck out are gone with it. What has no page is not struck out. */
function standingIn(scope: TownshipReader, year: number): Prisma.Sql {
  const ofLiving = filedTypes.flatMap((type) => {
    const face = faceOf(type);
    if (face?.table === undefined) return [];
    const living =
      face.path === null
        ? Prisma.sql`r.county_id = ${scope.countyId}::uuid AND r.township_id = ${scope.townshipId}::uuid`
        : own(scope, r);
    return Prisma.sql`a.record_type = ${type} AND EXISTS (SELECT FROM ${identifier(face.table)} r WHERE ${living} AND r.id = a.record_id)`;
  });
  return Prisma.sql`${own(scope, Prisma.sql`a`)} AND ${inYear(keptOn, year)} AND (${Prisma.join(ofLiving, " OR ")})`;
}

/** The files that were put to the records in a year, in the order they came. */
export const filesOfYear = (scope: TownshipReader, year: number): Promise<FileOfYear[]> =>
  scope.tx.$queryRaw<FileOfYear[]>`
    SELECT a.record_type AS "recordType", a.record_id AS "recordId", a.name, to_char(${keptOn}, 'YYYY-MM-DD') AS day,
      a.uploaded_by_name AS by
    FROM attachment a WHERE ${standingIn(scope, year)} ORDER BY a.uploaded_at, a.id LIMIT ${mostFiles}::int`;

/** How many those are: a SELECT of one number. */
export const countOfYear = (scope: TownshipReader, year: number): Prisma.Sql =>
  Prisma.sql`SELECT least(count(*), ${mostFiles}::int) FROM attachment a WHERE ${standingIn(scope, year)}`;
