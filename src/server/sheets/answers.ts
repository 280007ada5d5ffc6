import "server-only";
import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { AppError, type ErrorCode } from "@/lib/errors";
import { type CellProblem, problemInText } from "@/lib/sheets";

/** One refusal of a file: `row` is the line Excel shows, `message` the whole sentence. */
export type ImportFault = { row: number; column: string; message: string };
export type ImportAnswer =
  | { created: number; notes?: string[] }
  | { message: string; errors: ImportFault[]; total: number; ignored: string[] };

const mostShown = 5_000;

const statuses: Record<ErrorCode, number> = {
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_REQUEST: 400,
  RULE: 412,
  CONFLICT: 409,
  MISMATCH: 422,
  TOO_MANY: 429,
  TOO_LARGE: 413,
  UNAVAILABLE: 503,
};

const unknown = new AppError("UNAVAILABLE", "系统出了差错，没有办成。请稍后再试；仍不行时告诉管理员。");

/** What a procedure's refusal was, whether it came through tRPC or not. */
export function refusalIn(error: unknown): AppError {
  const cause = error instanceof TRPCError ? error.cause : error;
  if (cause instanceof AppError) return cause;
  if (cause instanceof ZodError) {
    const said = cause.issues.slice(0, 3).map((issue) => issue.message);
    return new AppError("BAD_REQUEST", `填写有误：${said.join("；")}`);
  }
  return unknown;
}

export function refusalAnswer(error: unknown): Response {
  const { code, message } = refusalIn(error);
  return Response.json(
    { error: { message } },
    { status: statuses[code], headers: { "cache-control": "private, no-store" } },
  );
}

const isProblem = (value: unknown): value is CellProblem =>
  typeof value === "object" && value !== null && "line" in value && "column" in value && "message" in value;

/** The bad cells a command named in its refusal; empty when it was refused for something else. */
export function problemsIn(error: unknown): CellProblem[] {
  const details = refusalIn(error).details;
  const listed =
    typeof details === "object" && details !== null && "problems" in details ? details.problems : [];
  return Array.isArray(listed) ? listed.filter(isProblem) : [];
}

export function faultsAnswer(problems: CellProblem[], ignored: string[] = []): ImportAnswer {
  const errors = problems
    .slice(0, mostShown)
    .map((problem) => ({ row: problem.line, column: problem.column, message: problemInText(problem) }));
  const message = `有 ${problems.length} 处要改，一行也没有导入。改好后把整个文件再传一次。`;
  return { message, errors, total: problems.length, ignored };
}

export const jsonAnswer = (answer: object, status: number): Response =>
  Response.json(answer, { status, headers: { "cache-control": "private, no-store" } });
