import "server-only";
import { pinyin } from "pinyin-pro";

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

/** Keys of a unit's, place's or group's name, read as ordinary words. */
export function placeKeys(name: string): NameKeys {
  return keysOf(syllablesOf(name, "off"));
}
