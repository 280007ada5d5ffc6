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
