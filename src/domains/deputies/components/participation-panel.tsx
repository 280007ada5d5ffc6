import Link from "next/link";
import { Value } from "@/ui/detail/value";
import { Panel } from "@/ui/panel";
import type { Participation } from "../data/record";
import { dutyNoteLabels } from "../labels";

const kinds = [
  { kind: "session", title: "出席人代会", path: "sessions" },
  { kind: "suggestion", title: "提出建议", path: "suggestions" },
  { kind: "activity", title: "参加视察、调研等活动", path: "supervision" },
] as const;

/** Where the deputy took part: the count, and the records that make it. Nothing recorded is told as such. */
export function ParticipationPanel({
  township,
  items,
}: {
  township: string;
  items: readonly Participation[];
}) {
  return (
    <Panel title="履职记录" note="由会议签到、建议和活动记录汇成，不另行填写">
      <div className="stack">
        {kinds.map(({ kind, title, path }) => {
          const mine = items.filter((item) => item.kind === kind);
          const total = mine[0]?.total ?? 0;
          return (
            <section key={kind} aria-label={title}>
              <h3>
                {title} <Value of={total === 0 ? "none" : total} digits={0} unit=" 次（件）" />
              </h3>
              <ul>
                {mine.map((item) => (
                  <li key={item.recordId}>
                    <span className="soft">{item.on}</span>{" "}
                    <Link href={`/t/${township}/${path}/${item.recordId}`}>{item.title}</Link>{" "}
                    <small>{dutyNoteLabels[item.note] ?? ""}</small>
                  </li>
                ))}
              </ul>
              {total > mine.length ? <small>这里列出最近 {mine.length} 条</small> : null}
            </section>
          );
        })}
      </div>
    </Panel>
  );
}
