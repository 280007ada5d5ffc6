import "server-only";
import { dayFromText, dayFromUtc } from "@/lib/dates";
import { monthFromText } from "@/lib/months";
import type { CellKind } from "@/lib/sheets";

const invisible = /[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const strange = /[\u00a0\u3000\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;
export const plainSpaces = (text: string): string =>
  strange.test(text)
    ? text
        .replaceAll(invisible, "")
        .replaceAll(/[\u00a0\u3000]/g, " ")
        .trim()
    : text.trim();

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
    const plain = text.normalize("NFKC");
    return serialText(plain, from1904) ?? dayFromText(plain) ?? plain;
  },
  month: (text, from1904) => {
    const plain = text.normalize("NFKC");
    return serialText(plain, from1904)?.slice(0, 7) ?? monthFromText(plain) ?? plain;
  },
  number: (text) => text.normalize("NFKC").replaceAll(",", ""),
  choice: (text) => text.normalize("NFKC"),
  // 张 三 is written with a blank to align names of two characters.
  name: (text) => (/^[\p{Script=Han}\s·]+$/u.test(text) ? text.replaceAll(/\s/g, "") : halfWidth(text)),
  text: halfWidth,
};

/** A cell as the command wants it; what cannot be read stays as written, so that the message can quote it. */
export function cellText(raw: string, kind: CellKind, from1904 = false): string | null {
  const text = plainSpaces(raw).normalize("NFC");
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

/** Why a cell holds no value but a formula's failure; null for all others. */
export function formulaFault(text: string): string | null {
  if (text === "#未计算") return "公式没有算出结果，请在 Excel/WPS 里打开保存一次，或改成数值";
  return excelErrors.has(text) ? `公式出错（${text}），请改成数值或文字` : null;
}
