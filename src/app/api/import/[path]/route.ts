import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { SessionOnRequest } from "@/server/auth/session";
import { fromAnotherSite } from "@/server/http/guard";
import {
  faultsAnswer,
  type ImportAnswer,
  jsonAnswer,
  problemsIn,
  refusalAnswer,
  refusalIn,
} from "@/server/sheets/answers";
import { advanceJob, finishJob, startJob } from "@/server/sheets/jobs";
import { watched } from "@/server/sheets/progress";
import { readLines } from "@/server/sheets/read";
import { rowsOf } from "@/server/sheets/rows";
import { createCaller } from "@/server/trpc/root";
import { admitted } from "../admission";
import type { Imported } from "../importables";
import { uploaded } from "../upload";

type Route = { params: Promise<{ path: string }> };

/** More rows than this are worked off after the answer, with a progress to look at. */
const watchedFrom = 500;

const namedFields = z.object({ township: z.string(), idempotencyKey: z.uuid() });

function fieldsOf(form: FormData) {
  const fields = namedFields.safeParse({
    township: form.get("township"),
    idempotencyKey: form.get("idempotencyKey"),
  });
  if (!fields.success) throw new AppError("BAD_REQUEST", "请求不完整，请刷新页面后再传。");
  return fields.data;
}

/** What came of it; refusals of cells become the list of errors, other refusals are thrown on. */
async function outcome(run: () => Promise<Imported>, ignored: string[]): Promise<ImportAnswer> {
  try {
    const { created, notes = [] } = await run();
    return notes.length === 0 ? { created } : { created, notes };
  } catch (error) {
    const problems = problemsIn(error);
    if (problems.length === 0) throw error;
    return faultsAnswer(problems, ignored);
  }
}

const answerOf = (answer: ImportAnswer): Response => jsonAnswer(answer, "created" in answer ? 200 : 422);

async function inBackground(
  session: SessionOnRequest,
  job: string,
  work: () => Promise<ImportAnswer>,
): Promise<void> {
  try {
    const answer = await watched((done) => advanceJob(session, job, done), work);
    await finishJob(session, job, "created" in answer ? "done" : "failed", answer);
  } catch (error) {
    await finishJob(session, job, "failed", { message: refusalIn(error).message });
  }
}

async function importFile(request: Request, path: string): Promise<Response> {
  const { importable, context, session } = await admitted(request, path);
  const form = await uploaded(request);
  if (form instanceof Response) return form;
  const fields = fieldsOf(form.fields);
  const { rows, problems, ignored } = rowsOf(await readLines(form.file), importable.columns);
  if (problems.length > 0) return answerOf(faultsAnswer(problems, ignored));
  const caller = createCaller(context);
  const work = () => outcome(() => importable.run(caller, { ...fields, rows }), ignored);
  if (rows.length <= watchedFrom) return answerOf(await work());
  const job = await startJob(session, path, rows.length);
  void inBackground(session, job, work).catch(() => undefined);
  return jsonAnswer({ job, total: rows.length }, 202);
}

/**
 * Brings rows in from a file: all of them or none. Answers {created}, {errors} naming every bad cell, or for many
 * rows {job} to be asked for at /api/jobs/<job>.
 */
export async function POST(request: Request, { params }: Route): Promise<Response> {
  const foreign = fromAnotherSite(request);
  if (foreign) return foreign;
  return importFile(request, (await params).path).catch(refusalAnswer);
}
