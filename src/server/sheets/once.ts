import "server-only";
import { AppError } from "@/lib/errors";
import type { ImportColumn } from "@/lib/sheets";
import { cellText } from "./cells";

/** No title says more than that; what is longer is running text. */
const longestTitle = 200;

/** What the title above the header already says: "第十九届" in 云岭镇第十九届人大代表花名册. */
export function guessed({ guess, guessAs }: ImportColumn, above: readonly string[]): string {
  if (guess === undefined) return "";
  const word =
    above.map((text) => guess.exec(text.slice(0, longestTitle))?.[0] ?? "").find((found) => found !== "") ??
    "";
  return word === "" ? "" : (guessAs ?? word);
}

const longestGiven = 200;

/**
 * What was said once for the whole file, checked and put as its cells would be.
 * @throws BAD_REQUEST for columns that cannot be said once, and for values no cell could have
 */
export function givenOnce(columns: readonly ImportColumn[], given: unknown): Record<string, string> {
  if (typeof given !== "object" || given === null) return {};
  const read = Object.entries(given).flatMap(([key, value]): [string, string][] => {
    const column = columns.find((one) => one.key === key && one.once === true);
    if (column === undefined || typeof value !== "string" || value.length > longestGiven)
      throw new AppError("BAD_REQUEST", "统一填写的内容不完整，请刷新页面后再传。");
    const text = cellText(value, column.kind);
    if (text !== null && column.kind === "day" && !/^\d{4}-\d{2}-\d{2}$/.test(text))
      throw new AppError("BAD_REQUEST", `统一填写的${column.header}「${value}」不是日期，应如 2026-03-05。`);
    return text === null ? [] : [[key, text]];
  });
  return Object.fromEntries(read);
}
