import type { Day } from "@/lib/dates";
import type { ReactNode } from "react";

export type TimelineFile = { name: string; href: string };

export type TimelineEntry = {
  key: string;
  /** the event's own day; null for an act that is nothing but an entry */
  happenedOn: Day | null;
  /** when it was entered, ready text such as "2026-11-16 21:03" */
  entered: string;
  title: ReactNode;
  body?: ReactNode;
  who: string;
  /** beside the title: that it was entered late, or brought in closed */
  mark?: ReactNode;
  article?: string | undefined;
  files?: readonly TimelineFile[];
};

/** An act without a day of its own stands under the day it was entered. */
const dayIn = ({ happenedOn, entered }: TimelineEntry): Day => happenedOn ?? entered.slice(0, 10);

/** Bold is what happened; numbers and names after the colon are read only by who wants them. */
const shortTail = 8;

function Title({ words }: { words: ReactNode }) {
  const at = typeof words === "string" ? words.indexOf("：") : -1;
  if (typeof words !== "string" || at < 0 || words.length - at - 1 <= shortTail)
    return <strong>{words}</strong>;
  return (
    <>
      <strong>{words.slice(0, at)}</strong>：{words.slice(at + 1)}
    </>
  );
}

/** What happened, newest first as given: on which day, what, when and by whom it was entered, by which article, with which files. */
export function Timeline({
  items,
  empty = "还没有经过。",
}: {
  items: readonly TimelineEntry[];
  empty?: string;
}) {
  if (items.length === 0) return <p className="soft">{empty}</p>;
  return (
    <ol className="timeline">
      {items.map((item) => (
        <li key={item.key}>
          <p>
            <time dateTime={dayIn(item)}>{dayIn(item)}</time> <Title words={item.title} /> {item.mark}
            {item.files?.map((file) => (
              <a key={file.href} href={file.href} className="timeline-file">
                {file.name}
              </a>
            ))}
          </p>
          {item.body ? <div className="soft">{item.body}</div> : null}
          <small>{[`${item.entered} ${item.who}录入`, item.article].filter(Boolean).join(" · ")}</small>
        </li>
      ))}
    </ol>
  );
}
