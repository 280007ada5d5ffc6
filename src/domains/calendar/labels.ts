import { dueOf, faceOf } from "@/domains/registry";

type Entry = { type: string; id: string | null; title: string; due: string | null };

/** What kind of entry it is, in a word: colours say it to nobody who prints. */
export const kindOfEntry = ({ type, due }: Entry): string =>
  due === null ? (faceOf(type)?.name ?? "") : "期限";

/** What stands in the calendar: 修路的会议, or for a day that something is due, what has to be done. */
export function titleOfEntry({ id, title, due }: Entry): string {
  if (due === null) return title;
  const { what } = dueOf(due);
  return id === null ? `${what}（${title}）` : `${what}「${title}」`;
}
