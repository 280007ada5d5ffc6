/** What Word (soft break, page break), old systems and Unicode end a line with. */
const lineBreaks = /\r\n|[\r\u000b\u000c\u0085\u2028\u2029]/g;
/**
 * Signs that show nothing and change nothing, by Unicode's own list of what a reader may ignore: zero-width blanks, direction
 * marks, soft hyphens, fillers, variants, tags. Kept between the letters of a word they would hide it from every search and
 * comparison. Those that say how Mongolian and Arabic letters or pictures are joined stay with them.
 */
const unseen = new RegExp(
  [
    String.raw`[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u200b\u200e\u200f\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufff8]`,
    String.raw`[\ufe00-\ufe0d\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]`,
    String.raw`(?<![\p{Script=Mongolian}\p{Script=Arabic}])\u200c`,
    String.raw`(?<!\p{Script=Mongolian})[\u180b-\u180f]`,
    String.raw`(?<!\p{Extended_Pictographic}\ufe0f?)\u200d`,
    String.raw`\u200d(?!\p{Extended_Pictographic})`,
    String.raw`(?<!\p{Emoji})[\ufe0e\ufe0f]`,
  ].join("|"),
  "gu",
);
/** Nobody types these, and kept they would hide or reverse what stands beside them, or break the file they are written to [S48]. */
const refused =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff\p{Noncharacter_Code_Point}]/u;

/** More signs above one letter than any script stacks; sorting thousands of them would take minutes. */
const stacked = /[\p{M}\uff9e\uff9f]{31}/u;

/** One form of every sign. What is stacked beyond reading stays as it is, to be refused by {@link refusedSign}. */
export const oneForm = (text: string, form: "NFC" | "NFKC" = "NFKC"): string =>
  stacked.test(text) ? text : text.normalize(form);

/** Running text as it is kept, whether typed, pasted from Word or read from a file: every kind of line break is "\n". */
export function tidyLines(text: string): string {
  return oneForm(text, "NFC")
    .replaceAll(lineBreaks, "\n")
    .replaceAll(unseen, "")
    .replaceAll("\u00a0", " ")
    .trim();
}

/** The same for what stands in one line: a line break or a tab is a blank. */
export function tidyLine(text: string): string {
  const tidied = tidyLines(text);
  // Each run of blanks is looked at once: a file may hold thousands of them in one cell.
  return tidied.replaceAll(/\s+/g, (run) => (run.includes("\n") ? " " : run.replaceAll(/[\t\u3000]/g, " ")));
}

function nameOf(sign: string): string {
  const code = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  if (/[\ud800-\udfff]/u.test(sign)) return "半个没有传完整的字";
  if (stacked.test(sign)) return "叠在一个字上的三十多个符号";
  return /[\u202a-\u202e\u2066-\u2069]/.test(sign)
    ? `颠倒文字方向的隐藏符号（${code}）`
    : `看不见的控制字符（${code}）`;
}

/** Where a text holds what cannot be kept, in words that follow the field's name; null when it holds nothing of it. */
export function refusedSign(text: string): string | null {
  const found = refused.exec(text) ?? stacked.exec(text);
  if (found === null) return null;
  const before = Array.from(text.slice(0, found.index));
  const heard = before.slice(-6).join("").replaceAll("\n", " ").trim();
  const place = `第 ${before.length + 1} 个字符${heard === "" ? "" : `（「${heard}」之后）`}`;
  return `${place}是${nameOf(found[0])}`;
}

/** One matter a line, as they are pasted from a document; the numbers people put before them are the system's to give. */
export const mattersIn = (text: string): string[] =>
  text
    .split("\n")
    .map((line) =>
      line.replace(/^\s*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)、.．]|[-•·])\s*/, "").trim(),
    )
    .filter((line) => line !== "");
