import { AppError, notFound } from "@/lib/errors";

const statePattern = /^[0-9A-Z]{5}$/;

/** The SQLSTATE somewhere inside a Prisma error; the driver adapter wraps it at varying depths. */
export function sqlStateOf(error: unknown, depth = 0): string | null {
  if (typeof error !== "object" || error === null || depth > 6) return null;
  const fields = error as Record<string, unknown>;
  const code = fields["originalCode"] ?? fields["code"];
  if (typeof code === "string" && statePattern.test(code) && !code.startsWith("P2")) return code;
  return (
    ["meta", "driverAdapterError", "cause", "error"]
      .map((key) => sqlStateOf(fields[key], depth + 1))
      .find((state) => state !== null) ?? null
  );
}

const spoken = [
  "Query read timeout",
  "Connection terminated",
  "timeout expired",
  "timeout exceeded when trying to connect",
  "Client has encountered a connection error and is not queryable",
  "Client was closed and is not queryable",
  "Cannot use a pool after calling end on the pool",
];

/** Whether the driver says that no answer will come: it gives these errors a sentence and no code. */
export const isSilence = (error: unknown): error is Error =>
  error instanceof Error && spoken.some((words) => error.message.startsWith(words));

const ownCodeOf = (error: unknown): unknown =>
  typeof error === "object" && error !== null ? (error as Record<string, unknown>)["code"] : null;

/** The driver's own errors carry no code, and come bare or as the cause of another. */
const tellsOfSilence = (error: unknown): boolean =>
  isSilence(error) || (error instanceof Error && isSilence(error.cause));

const conflict = (): AppError => new AppError("CONFLICT", "有人正在修改同一条记录，请稍等几秒再试一次。");
const duplicate = (): AppError => new AppError("CONFLICT", "同样的记录已经存在，请核对编号或名称后再保存。");
const busy = (): AppError => new AppError("UNAVAILABLE", "服务器正忙或正在重启，没有保存。请稍后再试。");
const diskFull = (): AppError =>
  new AppError("UNAVAILABLE", "服务器磁盘已满，没有保存。请联系管理员清理磁盘后再试。");

const untypeable = (): AppError =>
  new AppError("BAD_REQUEST", "文字中含有无法识别的字符，没有保存。请删去后重新输入。");

/** SQLSTATE, its class (two characters), Prisma's own code or the socket's → the refusal; the first that fits counts. */
const refusals: [codes: readonly string[], refusal: () => AppError][] = [
  [["23503", "P2003", "P2025"], notFound],
  [["23505", "P2002"], duplicate],
  [["40001", "40P01", "55P03", "P2034"], conflict],
  [["22021", "22P05"], untypeable],
  [["53100"], diskFull],
  [["08", "25P03", "53", "57", "58", "P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2037"], busy],
  [["ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EPIPE", "ENOTFOUND", "EHOSTUNREACH", "ENETUNREACH"], busy],
];

/** What a refused statement means to the person in front of the screen; null when it is our own mistake. */
export function refusalOf(error: unknown): AppError | null {
  const state = sqlStateOf(error);
  const known = [state, state?.slice(0, 2), ownCodeOf(error)];
  const refusal = refusals.find(([codes]) =>
    known.some((code) => typeof code === "string" && codes.includes(code)),
  );
  return refusal?.[1]() ?? (tellsOfSilence(error) ? busy() : null);
}
