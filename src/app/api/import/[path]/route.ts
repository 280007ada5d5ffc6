import { z } from "zod";
import { AppError } from "@/lib/errors";
import { holdsMore } from "@/lib/sheets";
import type { SessionOnRequest } from "@/server/auth/session";
import { refusalIn, route } from "@/server/http/answers";
import { logFault } from "@/server/http/faults";
import { fromAnotherSite } from "@/server/http/guard";
import {
  faultsAnswer,
  type ImportAnswer,
  jsonAnswer,
  problemsIn,
  questionsIn,
} from "@/server/sheets/answers";
import { advanceJob, finishJob, startJob } from "@/server/sheets/jobs";
import { givenOnce } from "@/server/sheets/once";
import { watched } from "@/server/sheets/progress";
import { rehearsed } from "@/server/sheets/rehearsal";
import { readLines } from "@/server/sheets/read";
import { rowsOf, type SheetRows } from "@/server/sheets/rows";
import { createCaller } from "@/server/trpc/root";
import { rowAnswers } from "@/server/trpc/inputs";
import { admitted } from "../admission";
import type { Importable } from "../importables";
import { uploaded } from "../upload";

type Route = { params: Promise<{ path: string }> };

/** More rows than this are worked off after the answer, with a progress to look at. */
const watchedFrom = 500;

const namedFields = z.object({
  township: z.string().nullable(),
  idempotencyKey: z.uuid(),
  /** `check` tells what would be imported and writes nothing. */
  step: z.enum(["check", "write"]),
  given: z.string().max(5_000),
  seal: z.string().max(100),
  down: z.array(z.string().max(100)).max(200),
  answers: rowAnswers,
});

/** A list as JSON; what is no JSON fails the schema. */
function listIn(form: FormData, name: string): unknown {
  const text = form.get(name);
  if (text === null) return [];
  try {
    return JSON.parse(typeof text === "string" ? text : "");
  } catch {
    return null;
  }
}

function fieldsOf(form: FormData) {
  const fields = namedFields.safeParse({
    township: form.get("township"),
    idempotencyKey: form.get("idempotencyKey"),
    step: form.get("step") ?? "write",
    given: form.get("given") ?? "{}",
    seal: form.get("seal") ?? "",
    down: listIn(form, "down"),
    answers: listIn(form, "answers"),
  });
  if (!fields.success) throw new AppError("BAD_REQUEST", "请求不完整，请刷新页面后再传。");
  return fields.data;
}

function givenIn(importable: Importable, text: string): Record<string, string> {
  try {
    return givenOnce(importable.columns, JSON.parse(text));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("BAD_REQUEST", "请求不完整，请刷新页面后再传。");
  }
}

/** What came of it; refusals of cells become the list of errors, other refusals are thrown on. */
async function outcome(
  run: () => ReturnType<Importable["run"]>,
  { plan, ignored }: SheetRows,
): Promise<ImportAnswer> {
  const leftOut = plan?.leftOut ?? { columns: [], sheets: [], rows: [] };
  // What people's cells hold does not stay in the job's row; the headers tell which columns were left out.
  const columns = leftOut.columns.map((column) => ({ ...column, samples: [] }));
  try {
    return { ...(await run()), leftOut: { ...leftOut, columns } };
  } catch (error) {
    const problems = problemsIn(error);
    if (problems.length === 0) throw error;
    const questions = questionsIn(error);
    return { ...faultsAnswer(problems, ignored), ...(questions.length > 0 ? { questions } : {}) };
  }
}

function answerOf(answer: ImportAnswer): Response {
  if ("plan" in answer) return jsonAnswer(answer, 200);
  return jsonAnswer(answer, "created" in answer ? 200 : 422);
}

async function inBackground(
  session: SessionOnRequest,
  job: string,
  work: () => Promise<ImportAnswer>,
): Promise<void> {
  try {
    const answer = await watched((done) => advanceJob(session, job, done), work);
    await finishJob(session, job, "created" in answer ? "done" : "failed", answer);
  } catch (error) {
    const { code, message } = refusalIn(error);
    if (code === "UNAVAILABLE") logFault({ layer: "job", error });
    await finishJob(session, job, "failed", { code, message });
  }
}

/** The plan to agree to, or the faults of the sheet; null when everything in the file may be written. */
function beforeWriting(sheet: SheetRows, step: string, seal: string): Response | null {
  const { plan, problems, ignored } = sheet;
  const asked = new Set(plan?.asked.map(({ header }) => header));
  // What may be said once for the file is asked for in the plan, before its lack is a fault.
  const faults =
    step === "check"
      ? problems.filter(({ line, column }) => line !== sheet.headLine || !asked.has(column))
      : problems;
  if (plan === null || faults.length > 0) return answerOf(faultsAnswer(faults, ignored));
  if (step === "check") return answerOf({ plan });
  return holdsMore(plan.leftOut) && seal !== plan.seal ? jsonAnswer({ plan }, 409) : null;
}

/**
 * The bad cells that the import itself would name, told before it is agreed to; null where none are, and where too much
 * is still to be said about the file to know.
 */
async function foreseenFaults(
  run: () => ReturnType<Importable["run"]>,
  { plan, rows, ignored }: SheetRows,
): Promise<Response | null> {
  if (plan === null || rows.length > watchedFrom || plan.asked.some(({ required }) => required)) return null;
  const open = new Set([...plan.asked, ...plan.merged].map(({ header }) => header));
  const problems = await rehearsed(run).then(() => [], problemsIn);
  const faults = problems.filter(({ column }) => !open.has(column));
  // A question about a row is a refusal, too; it is asked when the file is written.
  return faults.length === 0 ? null : jsonAnswer({ plan, ...faultsAnswer(faults, ignored) }, 200);
}

async function importFile(request: Request, path: string): Promise<Response> {
  const { importable, context, session } = await admitted(request, path);
  const form = await uploaded(request);
  if (form instanceof Response) return form;
  const { step, given, seal, down, ...fields } = fieldsOf(form.fields);
  const { columns, unkept } = importable;
  const said = givenIn(importable, given);
  const sheet = rowsOf(await readLines(form.file, session.accountId), columns, { unkept, given: said, down });
  const { rows } = sheet;
  const caller = createCaller(context);
  const run = () => importable.run(caller, { ...fields, rows });
  const halted = beforeWriting(sheet, step, seal);
  if (halted?.ok === true) return (await foreseenFaults(run, sheet)) ?? halted;
  if (halted !== null) return halted;
  const work = () => outcome(run, sheet);
  if (rows.length <= watchedFrom || fields.township === null) return answerOf(await work());
  const job = fields.idempotencyKey;
  if (await startJob(session, job, path, rows.length))
    void inBackground(session, job, work).catch(() => undefined);
  return jsonAnswer({ job, total: rows.length }, 202);
}

/**
 * Brings rows in from a file: all of them or none. Answers {plan} where something in the file is not taken and nobody
 * has agreed to that yet; then {created}, {errors} naming every bad cell, with them {questions} about rows that may be
 * there already, or for many rows {job} to be asked for at /api/jobs/<job>.
 */
export const POST = route(
  "import",
  async (request, { params }: Route) => fromAnotherSite(request) ?? importFile(request, (await params).path),
);
