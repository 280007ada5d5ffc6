import "server-only";
import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { AppError, type ErrorCode } from "@/lib/errors";
import { refusalOf } from "@/server/db/sql-state";
import { logFault, requestId } from "./faults";

const statuses: Record<ErrorCode, number> = {
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_REQUEST: 400,
  RULE: 412,
  FROZEN: 412,
  CONFLICT: 409,
  MISMATCH: 422,
  TOO_MANY: 429,
  TOO_LARGE: 413,
  UNAVAILABLE: 503,
};

/** What a refusal was, whether it came through tRPC or not; null for what nobody foresaw. */
function foreseen(error: unknown): AppError | null {
  const cause = error instanceof TRPCError ? error.cause : error;
  if (cause instanceof AppError) return cause;
  if (cause instanceof ZodError) {
    const said = cause.issues.slice(0, 3).map((issue) => issue.message);
    return new AppError("BAD_REQUEST", `填写有误：${said.join("；")}`);
  }
  return refusalOf(cause);
}

const unforeseen = (id: string): AppError =>
  new AppError("UNAVAILABLE", `系统出了差错，没有办成。请稍后再试；仍不行时把请求编号 ${id} 告诉管理员。`);

/** The sentence for any error: our own, a driver's or a library's. Nothing of the inside is ever in it [S62]. */
export const refusalIn = (error: unknown): AppError => foreseen(error) ?? unforeseen(requestId());

type Told = { status: number; code: ErrorCode; message: string };

/** What is told of a request that failed; what is the system's own failure is written down, under the number it tells. */
export function toldOf(error: unknown, route: string): Told {
  const id = requestId();
  const known = foreseen(error);
  const { code, message } = known ?? unforeseen(id);
  const status = known === null ? 500 : statuses[code];
  if (status >= 500) logFault({ layer: "route", route, error, status, request: id });
  return { status, code, message };
}

/** The same as the answer that every route but the export API gives. */
export function refusalAnswer(error: unknown, route: string): Response {
  const { status, ...told } = toldOf(error, route);
  return Response.json(
    { error: { ...told, ...(status >= 500 ? { requestId: requestId() } : {}) } },
    { status, headers: { "cache-control": "private, no-store" } },
  );
}

/** Every handler outside tRPC is made by this, so that none can answer with anything but a sentence. */
export const route =
  <Rest extends unknown[]>(
    name: string,
    handler: (request: Request, ...rest: Rest) => Promise<Response> | Response,
  ) =>
  async (request: Request, ...rest: Rest): Promise<Response> => {
    try {
      return await handler(request, ...rest);
    } catch (error) {
      return refusalAnswer(error, name);
    }
  };
