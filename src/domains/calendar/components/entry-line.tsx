import Link from "next/link";
import { dueHref, recordHref } from "@/domains/registry";
import { StatusTag } from "@/ui/detail/status-tag";
import type { CalendarEntry } from "../data/entries";
import { kindOfEntry, titleOfEntry } from "../labels";

const hrefOf = ({ due, township, ...entry }: CalendarEntry): string =>
  due === null ? (recordHref(township, entry.type, entry.id) ?? "#") : dueHref(township, due, entry, false);

type EntryLineProps = {
  entry: CalendarEntry;
  today: string;
  named: boolean;
  /** more than a cell of the month has room for: the place, the unit, the days it lasts */
  note?: boolean;
};

export function EntryLine({ entry, today, named, note = false }: EntryLineProps) {
  const { word, tone } = kindOfEntry(entry, today);
  const lasts = entry.from === entry.to ? null : `${entry.from} 至 ${entry.to}`;
  const more = [lasts, entry.note].filter((part) => part !== null).join(" · ");
  return (
    <li className="calendar-entry">
      <StatusTag tone={tone}>{word}</StatusTag> {named ? `${entry.townshipName} ` : ""}
      <Link href={hrefOf(entry)}>{titleOfEntry(entry)}</Link>
      {note && more !== "" ? <span className="soft"> {more}</span> : null}
    </li>
  );
}
