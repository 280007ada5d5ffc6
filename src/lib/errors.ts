/** Stable codes a client may act on; the message is always a Chinese sentence that says what to do. */
export type ErrorCode =
  | "UNAUTHORIZED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "BAD_REQUEST"
  | "RULE"
  | "FROZEN"
  | "CONFLICT"
  | "MISMATCH"
  | "TOO_MANY"
  | "TOO_LARGE"
  | "UNAVAILABLE";

/** @property fields what is wrong with which input: a form tells it beside the field, a list of them after its sentence */
export type Details = { fields?: Readonly<Record<string, string>>; [key: string]: unknown };

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Details | undefined;

  constructor(code: ErrorCode, message: string, details?: Details) {
    super(message);
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}

/** One sentence for unknown and foreign ids alike, so that nobody can tell the two apart [S1]. */
export function notFound(): AppError {
  return new AppError("NOT_FOUND", "没有找到这条记录，它可能已被移走，或不属于本单位。请返回列表重新选择。");
}

/** An input that may be one record's only is another's already: the form tells it beside the field. */
export const taken = (field: string, sentence: string): AppError =>
  new AppError("CONFLICT", sentence, { fields: { [field]: sentence } });
