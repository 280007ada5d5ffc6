import "server-only";
import { pinyin } from "pinyin-pro";
import { naturalKey } from "@/lib/natural-order";

const plainLetters = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll("ü", "v")
    .replaceAll(/[^a-z0-9 ]/g, "");

function syllablesOf(name: string, surname: "head" | "off"): string[] {
  const syllables = pinyin(name, { toneType: "none", type: "array", surname, nonZh: "consecutive" });
  return syllables.map((syllable) => plainLetters(syllable).trim()).filter((syllable) => syllable !== "");
}

/** How a name is found and sorted: "zeng guo qiang" and "zgq". */
export type NameKeys = { pinyin: string; initials: string };

const keysOf = (syllables: string[]): NameKeys => ({
  pinyin: syllables.join(" "),
  initials: syllables.map((syllable) => syllable.slice(0, 1)).join(""),
});

/** A person's keys: the first character is read as a surname (曾 zeng, 单 shan, 仇 qiu). */
export function personKeys(name: string): NameKeys {
  return keysOf(syllablesOf(name, "head"));
}

const numeral = "[〇零一二三四五六七八九两十][〇零一二三四五六七八九两十百千万]*";
/** Numbers that count: digits, and numerals after 第 or before what is counted. 三江 and 五里 are places, 三中 and 五组 are numbered. */
const counted = new RegExp(`([0-9]+|(?<=第)${numeral}|${numeral}(?=[号组区队所站中小院厂校届期村片]))`, "u");

/** By pinyin, with numbers in their order: 第二小学 before 第十小学. */
const sortKeyOf = (name: string): string =>
  name
    .normalize("NFKC")
    .split(counted)
    .map((part, at) => (at % 2 === 1 ? naturalKey(part) : syllablesOf(part, "off").join(" ")))
    .filter((part) => part !== "")
    .join(" ");

/** Keys of a unit's name, read as ordinary words; `sortKey` is what lists of units stand by. */
export function placeKeys(name: string): NameKeys & { sortKey: string } {
  return { ...keysOf(syllablesOf(name, "off")), sortKey: sortKeyOf(name) };
}

/** How each sign of a text is read, in small letters; a sign that is none of Chinese is itself. */
export function signSounds(text: string): string[] {
  return pinyin(text, { toneType: "none", type: "array", nonZh: "spaced" }).map((one) =>
    plainLetters(one).trim(),
  );
}
