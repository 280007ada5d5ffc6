import { refusedSign, tidyLine } from "./text";

/** Carries why records of a frozen year are changed, percent-encoded: a header holds no Chinese. */
export const changeReasonHeader = "x-change-reason";

const longest = 200;

/** The reason a request gives; null where it gives none, or nothing that can be kept. */
export function changeReasonIn(headers: Pick<Headers, "get">): string | null {
  try {
    const reason = tidyLine(decodeURIComponent(headers.get(changeReasonHeader) ?? ""));
    return reason === "" || reason.length > longest || refusedSign(reason) !== null ? null : reason;
  } catch {
    return null;
  }
}
