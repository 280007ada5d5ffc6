import "server-only";
import type { ExportSheet } from "@/lib/sheets";
import { inWorker } from "./workers";

export const excelMime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const timeLimit = 60_000;

/**
 * The sheet as an .xlsx file. @param note who exported and when, printed in the first row
 * @param person whose turn it takes; files of one person follow one another
 */
export function workbookOf(
  exported: ExportSheet,
  note: string,
  person = "anybody",
): Promise<Uint8Array<ArrayBuffer>> {
  return inWorker(person, { worker: "write", data: { kind: "export", exported, note }, timeLimit });
}

/** Headers of a download under a Chinese name that never stays in a shared cache. */
export function downloadHeaders(name: string): Record<string, string> {
  const safe = name
    .replaceAll(/[\\/:*?"<>|\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "_")
    .slice(0, 100);
  return {
    "content-type": excelMime,
    "content-disposition": `attachment; filename="export.xlsx"; filename*=UTF-8''${encodeURIComponent(safe)}.xlsx`,
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  };
}
