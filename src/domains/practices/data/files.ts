import "server-only";
import type { CountyScope, TownshipReader } from "@/server/db/scope";
import { attachedTo } from "@/domains/attachments/data";
import { notFound } from "@/lib/errors";
import type { EditionRow, FileShown } from "./rows";
import { editionById } from "./rows";

/** The files of a township's practice as they hang on it now. */
export const filesOf = (
  { tx, countyId }: CountyScope,
  townshipId: string,
  id: string,
): Promise<FileShown[]> => attachedTo(tx, { countyId, townshipId, recordType: "practice", recordId: id });

/** Where a file of a published edition lies: whoever may read the edition may read what it was reviewed with, while it stands. */
export async function editionFile(
  scope: TownshipReader | CountyScope,
  editionId: string,
  fileId: string,
): Promise<FileShown & Pick<EditionRow, "authorId">> {
  const { files, authorId, current, retiredOn } = await editionById(scope, editionId);
  const file = files.find(({ id }) => id === fileId);
  if (file === undefined || !current || retiredOn !== null) throw notFound();
  return { ...file, authorId };
}
