import "server-only";
import type { ExportSheet } from "@/lib/sheets";
import { inWorker } from "./workers";

const mimes = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;

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
export function downloadHeaders(name: string, kind: keyof typeof mimes = "xlsx"): Record<string, string> {
  const safe = name
    .replaceAll(/[\\/:*?"<>|\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "_")
    .slice(0, 100)
    // A sign that was cut in half names no file.
    .replaceAll(/[\ud800-\udfff]/gu, "");
  return {
    "content-type": mimes[kind],
    "content-disposition": `attachment; filename="export.${kind}"; filename*=UTF-8''${encodeURIComponent(safe)}.${kind}`,
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  };
}
