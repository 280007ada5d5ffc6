import "server-only";
import { dayFromText, dayFromUtc } from "@/lib/dates";
import { monthFromText } from "@/lib/months";
import { numberFromText } from "@/lib/numbers";
import { spelledName } from "@/lib/person-name";
import type { CellKind } from "@/lib/sheets";
import { oneForm, refusedSign, tidyLine, tidyLines } from "@/lib/text";

const unseen = /[\u00a0\u3000\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
/** A header or a title, where nothing unseen means anything. */
export const plainSpaces = (text: string): string =>
  text.replaceAll(unseen, (sign) => (/[\u00a0\u3000]/.test(sign) ? " " : "")).trim();

/** Full-width letters and digits become plain ones; Chinese punctuation in running text stays what it is. */
const halfWidth = (text: string): string =>
  text.replaceAll(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (sign) => sign.normalize("NFKC"));

const serialDay = /^\d{5}(\.\d+)?$/;

/** A date whose format was lost: days counted from 30 December 1899, or from 1 January 1904 as old Macs did. */
function serialText(text: string, from1904: boolean): string | null {
  if (!serialDay.test(text)) return null;
  const days = Math.floor(Number(text)) - 25_569 + (from1904 ? 1_462 : 0);
  return dayFromUtc(new Date(days * 86_400_000));
}

type Reading = (text: string, from1904: boolean) => string;

const readings: Record<CellKind, Reading> = {
  day: (text, from1904) => {
    const plain = oneForm(text);
    return serialText(plain, from1904) ?? dayFromText(plain) ?? plain;
  },
  month: (text, from1904) => {
    const plain = oneForm(text);
    return serialText(plain, from1904)?.slice(0, 7) ?? monthFromText(plain) ?? plain;
  },
  number: (text) => String(numberFromText(text) ?? text),
  choice: (text) => oneForm(text),
  name: spelledName,
  text: halfWidth,
};

/** A cell as the command wants it; what cannot be read stays as written, so that the message can quote it. */
export function cellText(raw: string, kind: CellKind, from1904 = false): string | null {
  const text = kind === "text" ? tidyLines(raw) : tidyLine(raw);
  return text === "" ? null : readings[kind](text, from1904);
}

const excelErrors = new Set([
  "#N/A",
  "#REF!",
  "#VALUE!",
  "#NAME?",
  "#DIV/0!",
  "#NUM!",
  "#NULL!",
  "#SPILL!",
  "#CALC!",
]);

/** Why a cell cannot be kept: a formula's failure, or signs that nobody types; null for all others. */
export function cellFault(text: string): string | null {
  if (text === "#未计算") return "公式没有算出结果，请在 Excel/WPS 里打开保存一次，或改成数值";
  if (excelErrors.has(text)) return `公式出错（${text}），请改成数值或文字`;
  const fault = refusedSign(text);
  return fault === null ? null : `${fault}，请删去`;
}
