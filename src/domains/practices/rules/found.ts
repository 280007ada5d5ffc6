/** A text in parts, those that were looked for marked. */
export type Marked = readonly { text: string; hit: boolean }[];

const around = 18;

/** A text with every place marked that holds what was typed, of any case. */
export function markedIn(text: string, typed: string): Marked {
  const word = typed.toLowerCase();
  const lower = text.toLowerCase();
  // Where small letters take other room than capitals, places would not meet.
  if (word === "" || lower.length !== text.length) return [{ text, hit: false }];
  const parts: { text: string; hit: boolean }[] = [];
  let from = 0;
  for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, from)) {
    if (at > from) parts.push({ text: text.slice(from, at), hit: false });
    from = at + word.length;
    parts.push({ text: text.slice(at, from), hit: true });
  }
  if (from < text.length) parts.push({ text: text.slice(from), hit: false });
  return parts;
}

/** Where sounds that stand beside each other make up what was typed; null where none do. */
function heardIn(sounds: readonly string[], letters: string): [from: number, to: number] | null {
  for (let from = 0; from < sounds.length; from += 1) {
    let heard = "";
    for (let to = from; to < sounds.length && heard.length < letters.length; to += 1) {
      heard += sounds[to] ?? "";
      if (heard === letters) return [from, to + 1];
    }
  }
  return null;
}

/** A title with the signs marked whose pinyin was typed, whole or by its first letters. @param spelled each sign's pinyin */
export function markedBySound(title: string, spelled: readonly string[], letters: string): Marked {
  const signs = Array.from(title);
  const initials = spelled.map((one) => one.slice(0, 1));
  const found =
    signs.length !== spelled.length || letters === ""
      ? null
      : (heardIn(spelled, letters) ?? heardIn(initials, letters));
  if (found === null) return [{ text: title, hit: false }];
  const [from, to] = found;
  return [
    { text: signs.slice(0, from).join(""), hit: false },
    { text: signs.slice(from, to).join(""), hit: true },
    { text: signs.slice(to).join(""), hit: false },
  ].filter(({ text }) => text !== "");
}

/** The stretch of the first text that holds what was typed, with what stands around it; without a hit how the first begins. */
export function stretchOf(texts: readonly string[], typed: string, most = 60): Marked {
  const word = typed.toLowerCase();
  const found = word === "" ? undefined : texts.find((text) => text.toLowerCase().includes(word));
  const text = (found ?? texts[0] ?? "").replaceAll("\n", " ");
  const at = found === undefined ? 0 : Math.max(0, text.toLowerCase().indexOf(word) - around);
  const end = Math.min(text.length, at + most);
  const cut = `${at > 0 ? "…" : ""}${text.slice(at, end)}${end < text.length ? "…" : ""}`;
  return markedIn(cut, typed);
}
