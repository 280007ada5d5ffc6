import { oneForm } from "./text";

/**
 * People's names as they are written: 张　三 aligned with a blank, 阿依古丽•买买提 with any of a dozen dots, 张三（女）with a note.
 * Every place that stores, compares, finds or lists names reads them here.
 */

/** Han characters, and the private-use ones that stand for rare characters in older systems. */
const han = "[\\p{Script=Han}\\u{E000}-\\u{F8FF}]";
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const variants = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const dot = "[·•‧∙⋅・˙●⦁⸱⸳᛫ꞏ∘◦]";
/** Blanks that are looked at once, from their first one on: a file may hold thousands in one cell. */
const blanks = "(?:(?<!\\s)\\s+)?";
const anyDot = new RegExp(`${blanks}${dot}+\\s*`, "gu");
/** A full stop between two Han characters stands for the dot; in "J. Smith" it stays. */
const stopAsDot = new RegExp(`(?<=${han})\\s*[.。]\\s*(?=${han})`, "gu");
const firstDots = /^[·.。\s]+/u;
const lastDots = /(?<![·.。\s])[·.。\s]+$/u;
const endsInHan = new RegExp(`${han}$`, "u");
const blankBetween = new RegExp(`(?<=${han})\\s+(?=${han})`, "gu");
const note = new RegExp(`${blanks}[([{<【〔〖〈《]([^)\\]}>】〕〗〉》]*)[)\\]}>】〕〗〉》]`, "gu");

/** The text up to the last of these signs, and what follows: only before it can a bracket be closed. */
function partedAfterLast(text: string, signs: string): [head: string, tail: string] {
  const end = Math.max(...Array.from(signs, (sign) => text.lastIndexOf(sign))) + 1;
  return [text.slice(0, end), text.slice(end)];
}

function withNotes(text: string): string {
  const [head, tail] = partedAfterLast(text, ")]}>】〕〗〉》");
  return head.replaceAll(note, (_, words: string) => `（${words.replaceAll(/\s+/g, "")}）`) + tail;
}

/** One form of every sign; blanks between names are kept, those around dots and notes are not. */
function tidy(text: string): string {
  return withNotes(oneForm(text.replaceAll("˙", "·")).replaceAll(unseen, ""))
    .replaceAll(anyDot, "·")
    .replaceAll(stopAsDot, "·");
}

const written = /（([^）]*)）/gu;
function replaceNotes(text: string, replace: (whole: string, inside: string) => string): string {
  const [head, tail] = partedAfterLast(text, "）");
  return head.replaceAll(written, replace) + tail;
}
const sexes: Record<string, "male" | "female" | undefined> = {
  男: "male",
  男性: "male",
  女: "female",
  女性: "female",
};
const people = /^\p{Script=Han}{1,6}族$/u;

/** Dots at an end belong to no name; after letters they may: "J. Smith Jr." */
function withoutOuterDots(text: string): string {
  return text.replace(firstDots, "").replace(lastDots, (run, at: number, whole: string) => {
    if (endsInHan.test(whole.slice(0, at))) return "";
    return run.includes("·") ? run.slice(0, run.indexOf("·") + 1) : run;
  });
}

const inOneWord = (text: string): string =>
  withoutOuterDots(text.replaceAll(blankBetween, "").replaceAll(/\s+/g, " ").trim());

/** One spelling with its notes left in: for cells that are read further. */
export const spelledName = (text: string): string => inOneWord(tidy(text));

export type ReadName = { name: string; gender: "male" | "female" | null; ethnicity: string | null };

/**
 * A name as it is kept, and what a note behind it says of the person: 阿依古丽（女，维吾尔族）. Other notes stay part of the
 * name, since they tell people of one name apart: 张伟（大）.
 */
export function readPersonName(text: string): ReadName {
  let gender: ReadName["gender"] = null;
  let ethnicity: string | null = null;
  const name = replaceNotes(tidy(text), (whole, inside) => {
    const words = inside.split(/[、,;，；]/u).filter((word) => word !== "");
    if (!words.every((word) => sexes[word] !== undefined || people.test(word))) return whole;
    for (const word of words) {
      gender = sexes[word] ?? gender;
      ethnicity = people.test(word) ? word : ethnicity;
    }
    return "";
  });
  return { name: inOneWord(name), gender, ethnicity };
}

/** A name as it is kept and shown: 张　三 → 张三, 阿依古丽•买买提 → 阿依古丽·买买提, 张三（女）→ 张三. */
export const personName = (text: string): string => readPersonName(text).name;

/** What two spellings of one name have in common: no blanks, dots, notes or capitals. For comparing and finding only. */
export function nameKey(text: string): string {
  return replaceNotes(tidy(text), () => "")
    .replaceAll(variants, "")
    .replaceAll(/[\s·.。'’`-]/gu, "")
    .toLowerCase();
}

export type NameIndex<Person> = {
  /** Everybody this name may mean: those written just so, or else all whose name is the same but for its spelling. */
  of: (name: string) => readonly Person[];
  has: (name: string) => boolean;
};

export function nameIndex<Person extends { name: string }>(persons: readonly Person[]): NameIndex<Person> {
  const byKey = new Map<string, Person[]>();
  for (const person of persons) {
    const key = nameKey(person.name);
    byKey.set(key, [...(byKey.get(key) ?? []), person]);
  }
  const of = (name: string): readonly Person[] => {
    const alike = byKey.get(nameKey(name)) ?? [];
    const exact = alike.filter((person) => personName(person.name) === personName(name));
    return exact.length > 0 ? exact : alike;
  };
  return { of, has: (name) => byKey.has(nameKey(name)) };
}

const between = "、,;/|\\\\&+\\n\\r\\t\\v\\f\\u2028\\u2029";
const separators = new RegExp(`[${between}]+`, "gu");
const notesAndSeparators = new RegExp(`（[^）]*）|[${between}]+`, "gu");
const nothing = /^(无|没有|暂无|空|略|n\/?a|[-—–/、]+)?$/iu;

/** Words people join with commas, semicolons, slashes or blanks of any width: "县、乡镇". */
export function splitWords(text: string): string[] {
  return oneForm(text)
    .split(new RegExp(`[${between}\\s]+`, "u"))
    .filter((word) => word !== "");
}

type Known = (name: string) => boolean;
const longestName = 4;

/** Words as names of the roster from end to end, the longest first; null where one is not in it. */
function asKnown(words: readonly string[], known: Known): string[] | null {
  const named = (from: number, size: number): string => words.slice(from, from + size).join(" ");
  /** How many words the name from here on has, where names follow it to the very end. */
  const sizes = new Map<number, number>([[words.length, 0]]);
  for (let from = words.length - 1; from >= 0; from -= 1) {
    let size = Math.min(longestName, words.length - from);
    while (size > 0 && !(sizes.has(from + size) && known(named(from, size)))) size -= 1;
    if (size > 0) sizes.set(from, size);
  }
  if (!sizes.has(0)) return null;
  const names: string[] = [];
  for (let from = 0; from < words.length; from += sizes.get(from) ?? 1)
    names.push(named(from, sizes.get(from) ?? 1));
  return names;
}

const hasHan = new RegExp(han, "u");
const isSingle = (word: string | undefined): boolean =>
  word !== undefined && hasHan.test(word) && Array.from(word).length === 1;
const isWord = (word: string | undefined): boolean =>
  word !== undefined && hasHan.test(word) && !isSingle(word);
const conjunction = /^(和|与|及|跟|以及)$/u;
const doubleSurname =
  /^(欧阳|尉迟|司马|司徒|上官|诸葛|夏侯|东方|皇甫|公孙|慕容|令狐|长孙|宇文|端木|轩辕|赫连|澹台|南宫|呼延|西门|独孤|淳于|单于|申屠|钟离|闾丘)$/u;

function runFrom(words: readonly string[], from: number, ends: (word: string) => boolean): number {
  let end = from + 1;
  while (end < words.length && !ends(words[end] ?? "")) end += 1;
  return end - from;
}

/** 张 三, 欧 阳 修, 张 三丰: single characters stand for no name of their own. */
function sizeFromSingle(words: readonly string[], from: number): number {
  // More than four in a row say no more than four do.
  const singles = runFrom(words.slice(from, from + 4), 0, (word) => !isSingle(word));
  if (singles === 3 && from + 3 === words.length) return 3;
  return singles > 1 || isWord(words[from + 1]) ? 2 : 1;
}

/** How many of the words from here on make one name; also 尉迟 敏 and John Smith. */
function nameSize(words: readonly string[], from: number): number {
  const word = words[from] ?? "";
  const after = words[from + 1];
  if (!hasHan.test(word)) return runFrom(words, from, (other) => hasHan.test(other));
  if (isSingle(word)) return sizeFromSingle(words, from);
  if (doubleSurname.test(word) && after !== undefined && hasHan.test(after)) return 2;
  return isSingle(after) && from + 2 === words.length ? 2 : 1;
}

/** Words with blanks between them as names, by how names are written. */
function asWritten(words: readonly string[]): string[] {
  const names: string[] = [];
  for (let from = 0; from < words.length;) {
    const joins = conjunction.test(words[from] ?? "") && isWord(words[from - 1]) && isWord(words[from + 1]);
    const size = joins ? 1 : nameSize(words, from);
    if (!joins) names.push(words.slice(from, from + size).join(" "));
    from += size;
  }
  return names;
}

/** Nobody joins more names by 和 alone; each split of a longer text would be looked up for nothing. */
const longestJoined = 200;

/** 单涛和尉迟敏 → two, where the roster knows one of them; 王和平 stays one, and 和志刚 too. */
function apart(name: string, known: Known): string[] {
  if (name.length > longestJoined || known(name)) return [name];
  for (const { index, 0: word } of name.matchAll(/以及|[和与及跟同]/gu)) {
    const sides = [name.slice(0, index), name.slice(index + word.length)];
    if (sides.every((side) => side.length > 1) && sides.some(known))
      return sides.flatMap((side) => apart(side, known));
  }
  const parts = name.split(/[·.—-]/u);
  return parts.length > 1 && parts.every(known) ? parts : [name];
}

/**
 * The names in a cell or a pasted text, however they are separated: 单涛，尉迟敏 / 单涛；尉迟敏 / 张　三 李四. 无 means nobody.
 * @param known whether the roster has a name; tells names with blanks apart, and 单涛和尉迟敏 from 王和平
 */
export function splitNames(text: string, known?: Known): string[] {
  if (nothing.test(text.trim())) return [];
  const [head, tail] = partedAfterLast(tidy(text), "）");
  const parted =
    head.replaceAll(notesAndSeparators, (sign) => (sign.startsWith("（") ? sign : "\n")) +
    tail.replaceAll(separators, "\n");
  const pieces = parted.split("\n");
  return pieces
    .flatMap((piece) => {
      // Counting marks before names, 1. or (2), are no part of them; digits never are.
      const words = piece
        .split(/\s+/u)
        .map((word) => word.replace(/^(\d{1,3}[.)]?|（\d{1,3}）)/u, ""))
        .filter((word) => word !== "");
      const names = (known && asKnown(words, known)) ?? asWritten(words);
      return (known ? names.flatMap((name) => apart(personName(name), known)) : names).map(personName);
    })
    .filter((name) => name !== "");
}
