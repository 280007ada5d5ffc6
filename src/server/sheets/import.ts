import "server-only";
import { AppError } from "@/lib/errors";
import type { AuditEntry } from "@/server/audit/entry";
import { type CellProblem, problemInText, type RowQuestion } from "@/lib/sheets";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import { reportProgress } from "./progress";

/** One file of a kind at a time: the same one sent twice at once, or beside a form, would be entered twice. */
export async function importAlone(scope: TownshipScope | CountyScope, kind: string): Promise<void> {
  const whose = "townshipId" in scope ? scope.townshipId : scope.countyId;
  await scope.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${kind}.import ${whose}`}, 0))`;
}

/** @throws BAD_REQUEST that names every bad cell, with the questions to be answered; a file with any is not taken at all */
export function refuseFile(problems: readonly CellProblem[], questions: readonly RowQuestion[] = []): void {
  const [first] = problems;
  if (first === undefined) return;
  throw new AppError(
    "BAD_REQUEST",
    `文件中有 ${problems.length} 处要改，一行也没有导入。${problemInText(first)}`,
    { problems, questions },
  );
}

const part = 500;

/** Saves in parts, and says after each how far it is. @param total rows of the file */
export async function inParts<Item>(
  items: readonly Item[],
  total: number,
  save: (part: Item[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < items.length; from += part) {
    await save(items.slice(from, from + part));
    await reportProgress(Math.min(from + part, items.length), total);
  }
}

type Imported = { recordType: AuditEntry["recordType"]; summary: string } & Record<string, unknown>;

/** The one act that bringing in a file is; the rows carry their own origin. */
export const tellImport = (
  scope: TownshipScope | CountyScope,
  slice: string,
  { recordType, summary, ...detail }: Imported,
): Promise<void> =>
  scope.audit({ action: `${slice}.importRows`, recordType, recordId: null, summary, detail });
