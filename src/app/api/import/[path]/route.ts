import { z } from "zod";
import { AppError } from "@/lib/errors";
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
import { watched } from "@/server/sheets/progress";
import { readLines } from "@/server/sheets/read";
import { rowsOf } from "@/server/sheets/rows";
import { createCaller } from "@/server/trpc/root";
import { rowAnswers } from "@/server/trpc/inputs";
import { admitted } from "../admission";
import type { Imported } from "../importables";
import { uploaded } from "../upload";

type Route = { params: Promise<{ path: string }> };

/** More rows than this are worked off after the answer, with a progress to look at. */
const watchedFrom = 500;

const namedFields = z.object({ township: z.string(), idempotencyKey: z.uuid(), answers: rowAnswers });

/** The answers are a list as JSON; what is no JSON fails the schema. */
function answersIn(form: FormData): unknown {
  const text = form.get("answers");
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
    answers: answersIn(form),
  });
  if (!fields.success) throw new AppError("BAD_REQUEST", "请求不完整，请刷新页面后再传。");
  return fields.data;
}

/** What came of it; refusals of cells become the list of errors, other refusals are thrown on. */
async function outcome(run: () => Promise<Imported>, ignored: string[]): Promise<ImportAnswer> {
  try {
    return await run();
  } catch (error) {
    const problems = problemsIn(error);
    if (problems.length === 0) throw error;
    const questions = questionsIn(error);
    return { ...faultsAnswer(problems, ignored), ...(questions.length > 0 ? { questions } : {}) };
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
    const { code, message } = refusalIn(error);
    if (code === "UNAVAILABLE") logFault({ layer: "job", error });
    await finishJob(session, job, "failed", { message });
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
 * Brings rows in from a file: all of them or none. Answers {created}, {errors} naming every bad cell, with them
 * {questions} about rows that may be there already, or for many rows {job} to be asked for at /api/jobs/<job>.
 */
export const POST = route(
  "import",
  async (request, { params }: Route) => fromAnotherSite(request) ?? importFile(request, (await params).path),
);
