import { oneForm } from "./text";

const plain = /^[+-]?\d{1,15}(?:\.\d+)?$/;
const grouped = /^[+-]?\d{1,3}(?:,\d{3}){1,4}(?:\.\d+)?$/;

/** A number as people write it: full-width digits, 1,200, a Chinese full stop as the point; null when it is none. */
export function numberFromText(text: string): number | null {
  const written = oneForm(text).replaceAll(/\s/g, "").replaceAll("。", ".").replace("−", "-");
  if (!plain.test(written) && !grouped.test(written)) return null;
  return Number(written.replaceAll(",", ""));
}

const digits = "零一二三四五六七八九";

/** 1 to 99 as written in 届 and 次 and before headings: 8 → 八, 19 → 十九, 20 → 二十. */
export function inChinese(number: number): string {
  if (number < 10) return digits.charAt(number);
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return `${tens === 1 ? "" : digits.charAt(tens)}十${ones === 0 ? "" : digits.charAt(ones)}`;
}

const numerals = new Map(Array.from({ length: 99 }, (_, index) => [inChinese(index + 1), index + 1]));
/** So many yuan are meant by the word behind an amount. */
const yuan: Readonly<Record<string, number>> = { "": 1, 万: 10_000, 亿: 100_000_000 };

function moneyFromText(text: string): number | null {
  const [, amount = "", word = ""] = /^(.*?)([万亿]?)元?$/.exec(text) ?? [];
  const number = numberFromText(amount);
  // No digit behind the fen is made by counting.
  return number === null ? null : Number((number * (yuan[word] ?? 1)).toFixed(word === "" ? 10 : 4));
}

/** A number with or without what it counts: 第二十届, 三月, 9月份, 20万元; null when it is none, or of another unit. */
export function measuredFromText(text: string, unit = ""): number | null {
  const written = oneForm(text).replaceAll(/\s/g, "");
  if (unit === "元") return moneyFromText(written);
  const bare = unit === "月" ? written.replace(/份$/, "") : written;
  const counted =
    unit !== "" && bare.endsWith(unit) ? bare.slice(0, -unit.length).replace(/^第/, "") : written;
  return numberFromText(counted) ?? numerals.get(counted) ?? null;
}
