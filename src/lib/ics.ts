import { addDays, type Day } from "./dates";

/** A matter of whole days, both included. `uid` stays the same whenever the file is made anew. */
export type CalendarEvent = { uid: string; title: string; from: Day; to: Day };

const bytes = new TextEncoder();
/** A line's limit in octets (RFC 5545, 3.1). */
const longestLine = 75;

/** Folds a line without cutting a character in two; every part after the first begins with a blank. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let size = 0;
  for (const sign of line) {
    const more = bytes.encode(sign).length;
    if (size + more > longestLine) {
      parts.push(part);
      [part, size] = ["", 1];
    }
    part += sign;
    size += more;
  }
  return [...parts, part].join("\r\n ");
}

const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n?|\n/g, "\\n")
    .replaceAll(/[\u0000-\u001f\u007f]/g, "");

const plain = (day: Day): string => day.replaceAll("-", "");

/** "20261126T061500Z". */
const stampOf = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d+/g, "");

/** Whole days have no time zone: a day is the same everywhere, and ends before the day after. */
const eventLines = ({ uid, title, from, to }: CalendarEvent, stamp: string): string[] => [
  "BEGIN:VEVENT",
  `UID:${uid}`,
  `DTSTAMP:${stamp}`,
  `DTSTART;VALUE=DATE:${plain(from)}`,
  `DTEND;VALUE=DATE:${plain(addDays(to, 1))}`,
  `SUMMARY:${escaped(title)}`,
  "TRANSP:TRANSPARENT",
  "END:VEVENT",
];

/** A calendar as telephones subscribe to it (RFC 5545). @param at when it was made */
export function icsOf(name: string, events: readonly CalendarEvent[], at: Date): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//xianxiang-renda//calendar//ZH",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    "X-WR-TIMEZONE:Asia/Shanghai",
    "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    ...events.flatMap((event) => eventLines(event, stampOf(at))),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}
