import { problemOf } from "../states/problem";

export type ImportFault = { row: number; column: string; message: string };

export type ImportResult =
  | { kind: "created"; created: number; notes: string[] }
  | { kind: "faults"; message: string; errors: ImportFault[]; total: number; ignored: string[] }
  | { kind: "refused"; message: string };

export type ImportProgress = { done: number; total: number };

type Answer = Record<string, unknown>;

const record = (value: unknown): Answer => (typeof value === "object" && value !== null ? { ...value } : {});

const isFault = (value: unknown): value is ImportFault =>
  typeof value === "object" && value !== null && "row" in value && "message" in value;

function resultOf(answer: Answer): ImportResult {
  if (typeof answer["created"] === "number") {
    const notes = Array.isArray(answer["notes"]) ? answer["notes"].map(String) : [];
    return { kind: "created", created: answer["created"], notes };
  }
  const { errors, total, ignored } = answer;
  if (!Array.isArray(errors)) {
    return { kind: "refused", message: problemOf(answer["error"] ?? answer).message };
  }
  return {
    kind: "faults",
    message: problemOf(answer).message,
    errors: errors.filter(isFault),
    total: typeof total === "number" ? total : errors.length,
    ignored: Array.isArray(ignored) ? ignored.map(String) : [],
  };
}

const pause = (ms: number) => new Promise((resume) => setTimeout(resume, ms));

/** Asks once a second, and says by a header that nobody is sitting there [S30]. */
async function watch(job: string, onProgress: (progress: ImportProgress) => void): Promise<ImportResult> {
  for (;;) {
    await pause(1000);
    const response = await fetch(`/api/jobs/${job}`, { headers: { "x-poll": "1" } });
    const state = record(await response.json().catch(() => null));
    if (!response.ok) return resultOf(state);
    if (state["status"] !== "running") return resultOf(record(state["result"]));
    onProgress({ done: Number(state["done"]), total: Number(state["total"]) });
  }
}

type Sending = { procedure: string; township: string; file: File; key: string };

/** Sends the file and waits until everything is in, or nothing. The key makes sending it twice harmless. */
export async function sendImport(
  { procedure, township, file, key }: Sending,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportResult> {
  const body = new FormData();
  body.set("township", township);
  body.set("idempotencyKey", key);
  body.set("file", file);
  try {
    const response = await fetch(`/api/import/${procedure}`, { method: "POST", body });
    const answer = record(await response.json().catch(() => null));
    return typeof answer["job"] === "string" ? await watch(answer["job"], onProgress) : resultOf(answer);
  } catch (error) {
    return { kind: "refused", message: problemOf(error).message };
  }
}

/** Saves the person's own rows with the reasons beside them. */
export async function saveMarked(
  procedure: string,
  file: File,
  errors: readonly ImportFault[],
): Promise<string | null> {
  const body = new FormData();
  body.set("errors", JSON.stringify(errors));
  body.set("file", file);
  const response = await fetch(`/api/import/${procedure}/marked`, { method: "POST", body });
  if (!response.ok) return problemOf(record(await response.json().catch(() => null))["error"]).message;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = `${file.name.replace(/\.\w+$/, "")}-错误标注.xlsx`;
  link.click();
  URL.revokeObjectURL(link.href);
  return null;
}
