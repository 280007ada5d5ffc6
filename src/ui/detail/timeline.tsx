import type { Day } from "@/lib/dates";
import type { ReactNode } from "react";

export type TimelineFile = { name: string; href: string };

export type TimelineEntry = {
  key: string;
  /** A day, or a ready text such as "2026-11-16 21:03". */
  day: Day;
  title: ReactNode;
  body?: ReactNode;
  who?: string | undefined;
  article?: string | undefined;
  files?: readonly TimelineFile[];
};

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

/** What happened, newest first as given: when, what, who, by which article, with which files. */
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
            <time dateTime={item.day.slice(0, 10)}>{item.day}</time> <Title words={item.title} />
            {item.files?.map((file) => (
              <a key={file.href} href={file.href} className="timeline-file">
                {file.name}
              </a>
            ))}
          </p>
          {item.body ? <div className="soft">{item.body}</div> : null}
          {item.who || item.article ? (
            <small>{[item.who, item.article].filter(Boolean).join(" · ")}</small>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
