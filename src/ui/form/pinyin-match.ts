import type { LeaveDays } from "@/lib/leave";
import { nameKey } from "@/lib/person-name";

export type NamedOption = {
  id: string;
  name: string;
  /** "zhang weimin" and "zwm", from the server's pinyin columns. */
  pinyin?: string | undefined;
  initials?: string | undefined;
  /** Tells people of one name apart: group, unit, constituency. */
  hint?: string | undefined;
  /** Why nobody may choose them any more, where a record names them all the same: 已离任. */
  gone?: string | undefined;
  /** The leave they have on the day that is asked about. */
  leave?: LeaveDays | null | undefined;
  /** Groups they belong to; where many may be chosen, a whole group can be. */
  groups?: readonly string[] | undefined;
};

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s·'’]/g, "");

/** Does the typed text fit a name by characters, pinyin or initials? Typing "zwm", "wm", "weimin" or "卫民" finds 张卫民. */
export function matchesName(option: NamedOption, typed: string): boolean {
  const wanted = plain(typed);
  if (wanted === "") return true;
  const { name, pinyin = "", initials = "", hint = "" } = option;
  const key = nameKey(typed);
  return (
    plain(name).includes(wanted) ||
    (key !== "" && nameKey(name).includes(key)) ||
    plain(pinyin).startsWith(wanted) ||
    pinyin.split(" ").some((word) => plain(word).startsWith(wanted)) ||
    plain(initials).includes(wanted) ||
    plain(hint).includes(wanted)
  );
}

const byChinese = new Intl.Collator("zh-CN-u-co-pinyin");

/** Every list of names to choose from is read in one order: by pinyin, which tells 单 the surname from 单 the word. */
export const byPinyin = <Of extends NamedOption>(options: readonly Of[]): Of[] =>
  options.toSorted(
    (one, other) =>
      (one.pinyin && other.pinyin ? one.pinyin.localeCompare(other.pinyin, "en") : 0) ||
      byChinese.compare(one.name, other.name),
  );
