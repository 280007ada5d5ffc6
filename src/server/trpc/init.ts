import "server-only";
import { initTRPC, TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { AppError, type ErrorCode } from "@/lib/errors";
import { plainJson } from "@/lib/plain-json";
import type { Permission } from "@/server/auth/permissions";
import type { SessionOnRequest } from "@/server/auth/session";
import { requestId } from "@/server/http/faults";

export type ScopeKind = "township" | "county" | "accounts" | "auth";
export type Meta = { permission: Permission; scope: ScopeKind };

export type Context = {
  session: SessionOnRequest | null;
  ip: string | null;
  requestId: string;
  now: Date;
  /** why records of a frozen year are changed, for those who were asked */
  reason?: string | null | undefined;
};

const trpcCodes: Record<ErrorCode, TRPCError["code"]> = {
  UNAUTHORIZED: "UNAUTHORIZED",
  FORBIDDEN: "FORBIDDEN",
  NOT_FOUND: "NOT_FOUND",
  BAD_REQUEST: "BAD_REQUEST",
  RULE: "PRECONDITION_FAILED",
  FROZEN: "PRECONDITION_FAILED",
  CONFLICT: "CONFLICT",
  MISMATCH: "UNPROCESSABLE_CONTENT",
  TOO_MANY: "TOO_MANY_REQUESTS",
  TOO_LARGE: "PAYLOAD_TOO_LARGE",
  UNAVAILABLE: "SERVICE_UNAVAILABLE",
};

export function toTrpcError(error: AppError): TRPCError {
  return new TRPCError({ code: trpcCodes[error.code], message: error.message, cause: error });
}

/** Field name → what is wrong with it, in Chinese; unknown keys are named under "_". The first thing said of a field stays. */
const fieldErrors = (error: ZodError): Record<string, string> =>
  Object.fromEntries(error.issues.toReversed().map((issue) => [issue.path.join(".") || "_", issue.message]));

export const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    transformer: plainJson,
    errorFormatter({ shape, error, ctx, type }) {
      const cause = error.cause;
      const id = ctx?.requestId ?? requestId();
      const { httpStatus, path } = shape.data;
      const base = { httpStatus, path, requestId: id, fieldErrors: {}, details: null };
      if (cause instanceof AppError) {
        const { fields = {}, ...details } = cause.details ?? {};
        return { ...shape, data: { ...base, code: cause.code, fieldErrors: fields, details } };
      }
      if (cause instanceof ZodError) {
        const fields = fieldErrors(cause);
        const message = `填写有误：${Object.values(fields).slice(0, 3).join("；")}`;
        return { ...shape, message, data: { ...base, code: "BAD_REQUEST", fieldErrors: fields } };
      }
      const known = error.code !== "INTERNAL_SERVER_ERROR";
      const message = known
        ? "请求的格式不对，请刷新页面后再试。"
        : `系统出了差错，${type === "query" ? "没有办成" : "没有保存"}。请稍后再试；仍不行时把编号 ${id} 告诉管理员。`;
      return { ...shape, message, data: { ...base, code: error.code } };
    },
  });

export const router = t.router;
