import { dueOf, faceOf } from "@/domains/registry";
import type { Day } from "@/lib/dates";

type Entry = { type: string; id: string | null; title: string; due: string | null; from: Day };

/** What kind of entry it is, in a word: colours say it to nobody who prints. What is due and past still waits. */
export function kindOfEntry({ type, due, from }: Entry, today: Day) {
  if (due === null) return { word: faceOf(type)?.name ?? "", tone: "info" } as const;
  return from < today ? ({ word: "逾期", tone: "bad" } as const) : ({ word: "期限", tone: "warn" } as const);
}

/** What stands in the calendar: 修路的会议, or for a day that something is due, what has to be done. */
export function titleOfEntry({ id, title, due }: Entry): string {
  if (due === null) return title;
  const { what } = dueOf(due);
  return id === null ? `${what}（${title}）` : `${what}「${title}」`;
}
