import "server-only";
import { rm } from "node:fs/promises";
import { withCountyScope, withTownshipScope } from "@/server/db/scope";
import { storedFiles, storedTownships } from "./store";

const sweeper = { accountId: "", name: "系统", role: "gate", ip: null, requestId: null };
/** A younger file may belong to an upload whose row is about to be committed. */
const orphanAge = 60 * 60_000;

/** Those of the files that have a row: in a township's folder an attachment's, in the county's own a notice's. */
async function rowsOf(
  { countyId, townshipId }: { countyId: string; townshipId: string },
  ids: string[],
  now: Date,
): Promise<Set<string>> {
  const request = { actor: sweeper, now, readOnly: true };
  const rows =
    townshipId === countyId
      ? await withCountyScope(countyId, request, ({ tx }) =>
          tx.noticeFile.findMany({ where: { countyId, id: { in: ids } }, select: { id: true } }),
        )
      : await withTownshipScope(
          { as: "township", countyId, townshipId, confidential: true },
          request,
          ({ tx }) =>
            tx.attachment.findMany({
              where: { countyId, townshipId, id: { in: ids } },
              select: { id: true },
            }),
        );
  return new Set(rows.map((row) => row.id));
}

/** Removes what a crash between file and row left behind; files with a row, voided ones too, stay [S79]. */
export async function sweepOrphans(now = new Date(), age = orphanAge): Promise<number> {
  let removed = 0;
  for (const township of await storedTownships()) {
    const old = (await storedFiles(township)).filter(
      (file) => now.getTime() - file.modifiedAt.getTime() > age,
    );
    const known = await rowsOf(
      township,
      old.map((file) => file.id),
      now,
    );
    for (const file of old.filter(({ id, part }) => part || !known.has(id))) {
      await rm(file.path, { force: true });
      removed += 1;
    }
  }
  return removed;
}
