/**
 * The order people expect of names with numbers: 第二 before 第十, 2号 before 10号. `app.natural_key` in the database does the
 * same step by step, so that a list sorted there and a choice sorted here agree.
 */

const longestCompared = 200;
const paired = (signs: string, meanings: string): ReadonlyMap<string, string> =>
  new Map(Array.from(signs, (sign, at) => [sign, meanings.charAt(at)]));
const formal = paired("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千");
const digits = paired("〇零一二三四五六七八九两", "001234567892");
const units = new Map([
  ["十", 10n],
  ["百", 100n],
  ["千", 1000n],
]);
const numbers = /[0-9]+|[〇零一二三四五六七八九两十][〇零一二三四五六七八九两十百千万]*/gu;

/** 一百零五 → 105, 二〇二六 → 2026, 十二 → 12. */
function valueOf(run: string): string {
  if (!/[十百千万]/u.test(run))
    return Array.from(run)
      .map((sign) => digits.get(sign) ?? sign)
      .join("");
  let total = 0n;
  let section = 0n;
  let digit = 0n;
  for (const sign of run) {
    const unit = units.get(sign);
    if (sign === "万") {
      total = (total + section + digit || 1n) * 10_000n;
      section = 0n;
      digit = 0n;
    } else if (unit === undefined) {
      digit = digit * 10n + BigInt(digits.get(sign) ?? sign);
    } else {
      section += (digit || 1n) * unit;
      digit = 0n;
    }
  }
  return String(total + section + digit);
}

/** Its count of digits before a number makes longer ones greater, however long. */
function numberKey(run: string): string {
  const plain = valueOf(run).replace(/^0+/, "");
  return `${String(plain.length).padStart(4, "0")}${plain}`;
}

/** Compared sign by sign, keys of names stand in their natural order. Only the first 200 signs count. */
export function naturalKey(text: string): string {
  const plain = Array.from(text)
    .slice(0, longestCompared)
    .join("")
    .normalize("NFKC")
    .replaceAll("廿", "二十")
    .replaceAll("卅", "三十")
    .replaceAll(/[壹贰叁肆伍陆柒捌玖拾佰仟]/gu, (sign) => formal.get(sign) ?? sign);
  return plain.replaceAll(numbers, numberKey);
}

/** By code points, as the database's "C" collation has it; JavaScript's own order differs beyond the basic plane. */
function bySigns(one: string, other: string): number {
  const left = Array.from(one);
  const right = Array.from(other);
  const at = left.findIndex((sign, place) => sign !== right[place]);
  if (at === -1) return left.length - right.length;
  return (left[at]?.codePointAt(0) ?? -1) - (right[at]?.codePointAt(0) ?? -1);
}

/** For `toSorted`: 第一 第二 … 第十 第十一, 1号 2号 10号. */
export function naturalOrder(one: string, other: string): number {
  return bySigns(naturalKey(one), naturalKey(other)) || bySigns(one, other);
}
