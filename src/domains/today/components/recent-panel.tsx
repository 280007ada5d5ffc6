import Link from "next/link";
import { faceOf, recordHref } from "@/domains/registry";
import { minuteInText } from "@/lib/dates";
import { Panel } from "@/ui/panel";
import type { RecentRow } from "../data";

/** A record's entry by its name; of a list that was made at once how long it is. */
function wordsOf({ summary, title, count }: RecentRow): string {
  const words = title === null || summary.includes(title) ? summary : `${summary}「${title}」`;
  return count > 1 ? `${words}等 ${count} 条` : words;
}

/** What the office entered last, each leading to its record. */
export function RecentPanel({ township, rows }: { township: string; rows: readonly RecentRow[] }) {
  if (rows.length === 0) return null;
  return (
    <Panel title="最近录入" note="一次录入，台账、代表档案和指标随之生成">
      <ul className="recent">
        {rows.map((row) => {
          const href = recordHref(township, row.recordType, row.recordId);
          const what = wordsOf(row);
          return (
            <li key={row.seq}>
              <time className="soft unbroken" dateTime={row.at}>
                {minuteInText(row.at)}
              </time>
              <span className="soft">{faceOf(row.recordType)?.name ?? "记录"}</span>
              <span>{href === null ? what : <Link href={href}>{what}</Link>}</span>
              <span className="soft">{row.who}</span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
