import { AppError, notFound } from "@/lib/errors";
import { isPoolTaken, isSilence } from "./silence";

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

const ownCodeOf = (error: unknown): unknown =>
  typeof error === "object" && error !== null ? (error as Record<string, unknown>)["code"] : null;

/** The driver's own errors carry no code, and come bare or as the cause of another. */
const tells = (is: (error: unknown) => boolean, error: unknown): boolean =>
  is(error) || (error instanceof Error && is(error.cause));

/** A change that came to nothing says so in these words; whoever only read had nothing to save. */
const outcome = (saving: boolean): string => (saving ? "没有保存" : "没有办成");
const unavailable = (sentence: string): AppError => new AppError("UNAVAILABLE", sentence);

/** More ask than the database can serve at once. */
export const crowded = (saving: boolean): AppError =>
  unavailable(saving ? "现在使用的人多，没有保存。请稍后再试。" : "现在使用的人多，请稍后再试。");
export const away = (saving: boolean): AppError =>
  unavailable(`服务器正忙或正在重启，${outcome(saving)}。请稍后再试。`);

const conflict = (): AppError => new AppError("CONFLICT", "有人正在修改同一条记录，请稍等几秒再试一次。");
const duplicate = (): AppError => new AppError("CONFLICT", "同样的记录已经存在，请核对编号或名称后再保存。");
const diskFull = (saving: boolean): AppError =>
  unavailable(`服务器磁盘已满，${outcome(saving)}。请联系管理员清理磁盘后再试。`);
const untypeable = (saving: boolean): AppError =>
  new AppError("BAD_REQUEST", `文字中含有无法识别的字符，${outcome(saving)}。请删去后重新输入。`);

/** SQLSTATE, its class (two characters), Prisma's own code or the socket's → the refusal; the first that fits counts. */
const refusals: [codes: readonly string[], refusal: (saving: boolean) => AppError][] = [
  [["23503", "P2003", "P2025"], notFound],
  [["23505", "P2002"], duplicate],
  [["40001", "40P01", "55P03", "P2034"], conflict],
  [["22021", "22P05"], untypeable],
  [["53100"], diskFull],
  // Too many connections; a statement that took too long; no connection of the pool, no transaction in time.
  [["53300", "57014", "P2024", "P2028"], crowded],
  [["08", "25P03", "53", "57", "58", "P1001", "P1002", "P1008", "P1017", "P2037"], away],
  [["ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EPIPE", "ENOTFOUND", "EHOSTUNREACH", "ENETUNREACH"], away],
];

/**
 * What a refused statement means to the person in front of the screen; null when it is our own mistake.
 * @param saving whether it was part of a change
 */
export function refusalOf(error: unknown, saving = false): AppError | null {
  if (tells(isPoolTaken, error)) return crowded(saving);
  const state = sqlStateOf(error);
  const known = [state, state?.slice(0, 2), ownCodeOf(error)];
  const refusal = refusals.find(([codes]) =>
    known.some((code) => typeof code === "string" && codes.includes(code)),
  );
  return refusal?.[1](saving) ?? (tells(isSilence, error) ? away(saving) : null);
}
