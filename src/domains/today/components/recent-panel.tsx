import Link from "next/link";
import { minuteInText } from "@/lib/dates";
import { recordHref } from "@/lib/record-href";
import { Panel } from "@/ui/panel";
import type { RecentRow } from "../data";
import { recordLabels } from "../labels";

/** What the office entered last, each leading to its record. */
export function RecentPanel({ township, rows }: { township: string; rows: readonly RecentRow[] }) {
  if (rows.length === 0) return null;
  return (
    <Panel title="最近录入" note="一次录入，台账、代表档案和指标随之生成">
      <ul className="recent">
        {rows.map((row) => {
          const href = recordHref(township, row.recordType, row.recordId);
          return (
            <li key={row.seq}>
              <time className="soft number" dateTime={row.at.toISOString()}>
                {minuteInText(row.at)}
              </time>
              <span className="soft">{recordLabels[row.recordType] ?? "记录"}</span>
              <span>{href === null ? row.summary : <Link href={href}>{row.summary}</Link>}</span>
              <span className="soft">{row.who}</span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
