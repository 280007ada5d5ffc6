import "server-only";
import { rm } from "node:fs/promises";
import { withTownshipScope } from "@/server/db/scope";
import { storedFiles, storedTownships } from "./store";

const sweeper = { accountId: "", name: "系统", role: "gate", ip: null, requestId: null };
/** A younger file may belong to an upload whose row is about to be committed. */
const orphanAge = 60 * 60_000;

/** Removes what a crash between file and row left behind; files with a row, voided ones too, stay [S79]. */
export async function sweepOrphans(now = new Date(), age = orphanAge): Promise<number> {
  let removed = 0;
  for (const township of await storedTownships()) {
    const old = (await storedFiles(township)).filter(
      (file) => now.getTime() - file.modifiedAt.getTime() > age,
    );
    const rows = await withTownshipScope(
      { as: "township", ...township, confidential: true },
      { actor: sweeper, now, readOnly: true },
      ({ tx, countyId, townshipId }) =>
        tx.attachment.findMany({
          where: { countyId, townshipId, id: { in: old.map((file) => file.id) } },
          select: { id: true },
        }),
    );
    const known = new Set(rows.map((row) => row.id));
    for (const file of old.filter(({ id, part }) => part || !known.has(id))) {
      await rm(file.path, { force: true });
      removed += 1;
    }
  }
  return removed;
}
