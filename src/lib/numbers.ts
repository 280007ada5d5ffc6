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

/** People are counted in any of these: 36 人 came, and 36 人次 are no other number. */
const heads = ["人次", "人", "名", "位"];

/** What may stand behind a number of the unit. */
const unitsLike = (unit: string): readonly string[] =>
  heads.includes(unit) ? heads : unit === "" ? [] : [unit];

/** A number with or without what it counts: 第二十届, 三月, 9月份, 20万元; null when it is none, or of another unit. */
export function measuredFromText(text: string, unit = ""): number | null {
  const written = oneForm(text).replaceAll(/\s/g, "");
  if (unit === "元") return moneyFromText(written);
  const bare = unit === "月" ? written.replace(/份$/, "") : written;
  const behind = unitsLike(unit).find((one) => bare.endsWith(one));
  const counted = behind === undefined ? written : bare.slice(0, -behind.length).replace(/^第/, "");
  return numberFromText(counted) ?? numerals.get(counted) ?? null;
}

/**
 * A number that says of itself that it is a round one: 70多人次, 200余, 近13万元, 约30, 20人左右; null when it does not,
 * or is no number.
 */
export function roundFromText(text: string, unit = ""): number | null {
  const written = oneForm(text).replaceAll(/\s/g, "");
  const bare = written
    .replace(/^(?:大约|大概|约|将近|近|超过|逾)/, "")
    .replace(/(?:左右|上下|以上)$/, "")
    .replace(/(?<=[\d十百万亿])[余多来](?=\D*$)/, "");
  return bare === written ? null : measuredFromText(bare, unit);
}
