/** A text by its signs alone, in one form of each: without blanks, punctuation, capitals or what shows nothing. */
export const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\p{P}\p{S}\p{M}\p{Default_Ignorable_Code_Point}\s]/gu, "");

const word = /[\p{L}\p{N}]/u;

/** Whether a text holds a word at all: dots, dashes and pictures alone say nothing that could be read. */
export const saysSomething = (text: string): boolean => word.test(text);

/** How much a text says: its letters and digits. */
export const wordsIn = (text: string): number => Array.from(text).filter((sign) => word.test(sign)).length;

/** The runs of so many signs that stand beside each other, each with how often it does. */
export function runsOf(text: string, length: number): Map<string, number> {
  const runs = new Map<string, number>();
  const signs = Array.from(plain(text));
  for (let at = length; at <= signs.length; at += 1) {
    const run = signs.slice(at - length, at).join("");
    runs.set(run, (runs.get(run) ?? 0) + 1);
  }
  return runs;
}

const base = 65_599;

/** The same runs, each once and as a number: for texts that are compared by the thousand. In order. */
export function shinglesOf(text: string, length: number): Uint32Array {
  const signs = plain(text);
  const runs = new Uint32Array(Math.max(0, signs.length - length + 1));
  let first = 1;
  for (let power = 1; power < length; power += 1) first = Math.imul(first, base);
  let hash = 0;
  for (let at = 0; at < signs.length; at += 1) {
    if (at >= length) hash = (hash - Math.imul(signs.charCodeAt(at - length), first)) | 0;
    hash = (Math.imul(hash, base) + signs.charCodeAt(at)) | 0;
    // Scattered, so that the smallest ones are a sample of the text and not of its alphabet.
    if (at >= length - 1) runs[at - length + 1] = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  }
  return runs.sort().filter((run, at) => at === 0 || run !== runs[at - 1]);
}

/** How many of two ordered lists are in both. */
export function sharedCount(one: Uint32Array, other: Uint32Array): number {
  let [shared, left, right] = [0, 0, 0];
  while (left < one.length && right < other.length) {
    const [a, b] = [one[left] ?? 0, other[right] ?? 0];
    if (a === b) shared += 1;
    if (a <= b) left += 1;
    if (b <= a) right += 1;
  }
  return shared;
}
