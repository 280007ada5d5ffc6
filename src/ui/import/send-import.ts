import type { ImportPlan, LeftOut, RowAnswer, RowQuestion } from "@/lib/sheets";
import { askingReason } from "@/trpc/asking-fetch";
import { type Problem, problemOf, Refused, refusalOf } from "../states/problem";

export type ImportFault = { row: number; column: string; message: string };
export type ImportLink = { label: string; query: string };

export type ImportResult =
  | { kind: "created"; created: number; notes: string[]; links: ImportLink[]; leftOut: LeftOut | null }
  | { kind: "plan"; plan: ImportPlan }
  | { kind: "asked"; questions: RowQuestion[] }
  | { kind: "faults"; errors: ImportFault[]; total: number; ignored: string[] }
  | { kind: "refused"; problem: Problem };
/** What ends an import: nothing more is agreed to or asked. */
export type FinalResult = Exclude<ImportResult, { kind: "plan" | "asked" }>;

export type ImportProgress = { done: number; total: number };

type Answer = Record<string, unknown>;

const record = (value: unknown): Answer => (typeof value === "object" && value !== null ? { ...value } : {});

const isFault = (value: unknown): value is ImportFault =>
  typeof value === "object" && value !== null && "row" in value && "message" in value;

/** The server's own shapes, from src/lib/sheets; only whether they are there is asked. */
const isPlan = (value: unknown): value is ImportPlan =>
  typeof value === "object" && value !== null && "leftOut" in value && "seal" in value;
const isLeftOut = (value: unknown): value is LeftOut =>
  typeof value === "object" && value !== null && "columns" in value && "rows" in value && "sheets" in value;
const isLink = (value: unknown): value is ImportLink =>
  typeof value === "object" && value !== null && "label" in value && "query" in value;

function createdOf(created: number, { links, leftOut, notes }: Answer): ImportResult {
  return {
    kind: "created",
    created,
    notes: Array.isArray(notes) ? notes.map(String) : [],
    links: Array.isArray(links) ? links.filter(isLink) : [],
    leftOut: isLeftOut(leftOut) ? leftOut : null,
  };
}

function resultOf(answer: Answer): ImportResult {
  const { plan, created, questions, errors, total, ignored } = answer;
  // A plan with faults is none to agree to.
  if (isPlan(plan) && !Array.isArray(errors)) return { kind: "plan", plan };
  if (typeof created === "number") return createdOf(created, answer);
  if (Array.isArray(questions) && questions.length > 0) {
    return { kind: "asked", questions: questions as RowQuestion[] };
  }
  if (!Array.isArray(errors)) {
    return { kind: "refused", problem: problemOf(answer["error"] ?? answer) };
  }
  return {
    kind: "faults",
    errors: errors.filter(isFault),
    total: typeof total === "number" ? total : errors.length,
    ignored: Array.isArray(ignored) ? ignored.map(String) : [],
  };
}

/** Whoever was signed out meanwhile is told so, and sends the same again. */
function signedIn({ status }: Response, answer: Answer): void {
  if (status === 401) throw new Refused(refusalOf(status, answer["error"] ?? answer));
}

const pause = (ms: number) => new Promise((resume) => setTimeout(resume, ms));

/** Asks once a second, and says by a header that nobody is sitting there [S30]. */
async function watch(job: string, onProgress: (progress: ImportProgress) => void): Promise<Answer> {
  for (;;) {
    await pause(1000);
    const response = await fetch(`/api/jobs/${job}`, { headers: { "x-poll": "1" } });
    const state = record(await response.json().catch(() => null));
    signedIn(response, state);
    if (!response.ok) return state;
    if (state["status"] !== "running") return record(state["result"]);
    onProgress({ done: Number(state["done"]), total: Number(state["total"]) });
  }
}

/** @property township null where the county itself imports */
export type Sending = { procedure: string; township: string | null; file: File; key: string };

async function post(
  { procedure, township, file, key }: Sending,
  more: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const body = new FormData();
  if (township !== null) body.set("township", township);
  body.set("idempotencyKey", key);
  for (const [name, value] of Object.entries(more)) body.set(name, value);
  body.set("file", file);
  const response = await fetch(`/api/import/${procedure}`, { method: "POST", body, headers });
  const answer = record(await response.json().catch(() => null));
  signedIn(response, answer);
  return answer;
}

/** What would be imported and what not; nothing is written, and nothing is asked about rows yet. */
export async function checkImport(sending: Sending): Promise<Exclude<ImportResult, { kind: "asked" }>> {
  try {
    const result = resultOf(await post(sending, { step: "check" }));
    return result.kind === "asked" ? { kind: "refused", problem: problemOf(null) } : result;
  } catch (error) {
    return { kind: "refused", problem: problemOf(error) };
  }
}

/**
 * @property given what is said once for the file
 * @property down columns to be filled from the row above
 * @property seal the plan that was agreed to
 */
export type Agreed = { given: Record<string, string>; down: string[]; seal: string };
type Told = Agreed & { answers: readonly RowAnswer[] };

/** Sends the file and waits until everything is in, or nothing. The key makes sending it twice harmless. */
export async function sendImport(
  sending: Sending,
  { given, down, seal, answers }: Told,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportResult> {
  try {
    const lists = { given, down, answers };
    const texts = Object.entries(lists).map(([name, list]): [string, string] => [name, JSON.stringify(list)]);
    const more = { step: "write", seal, ...Object.fromEntries(texts) };
    const ended = await askingReason(
      async (headers) => {
        const answer = await post(sending, more, headers);
        return typeof answer["job"] === "string" ? watch(answer["job"], onProgress) : answer;
      },
      (answer) => answer,
    );
    return resultOf(ended);
  } catch (error) {
    return { kind: "refused", problem: problemOf(error) };
  }
}

/** Saves the person's own rows with the reasons beside them. */
export async function saveMarked(
  procedure: string,
  file: File,
  errors: readonly ImportFault[],
): Promise<void> {
  const body = new FormData();
  body.set("errors", JSON.stringify(errors));
  body.set("file", file);
  const response = await fetch(`/api/import/${procedure}/marked`, { method: "POST", body });
  if (!response.ok)
    throw new Refused(refusalOf(response.status, record(await response.json().catch(() => null))["error"]));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = `${file.name.replace(/\.\w+$/, "")}-错误标注.xlsx`;
  link.click();
  URL.revokeObjectURL(link.href);
}
