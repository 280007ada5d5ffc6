import { StatusTag } from "@/ui/detail/status-tag";
import { Timeline, type TimelineEntry } from "@/ui/detail/timeline";
import { Panel } from "@/ui/panel";
import type { HistoryEntry } from "../data";

function Changes({ changes }: { changes: HistoryEntry["changes"] }) {
  return (
    <ul className="timeline-changes">
      {changes.map(({ label, before, after }) => (
        <li key={label}>
          {label}：<del>{before}</del> → <ins>{after}</ins>
        </li>
      ))}
    </ul>
  );
}

function Marks({ entry }: { entry: HistoryEntry }) {
  return (
    <>
      {entry.lateBy === null ? null : <StatusTag tone="warn">事后 {entry.lateBy} 天补录</StatusTag>}
      {entry.afterFreeze === null ? null : <StatusTag tone="warn">封存后修改</StatusTag>}
    </>
  );
}

const itemOf = (entry: HistoryEntry): TimelineEntry => ({
  key: String(entry.seq),
  happenedOn: entry.happenedOn,
  entered: entry.entered,
  title: entry.summary,
  body:
    entry.body === null && entry.changes.length === 0 && entry.afterFreeze === null ? null : (
      <>
        {entry.afterFreeze === null ? null : <p>封存后修改的理由：{entry.afterFreeze}</p>}
        {entry.body}
        {entry.changes.length > 0 ? <Changes changes={entry.changes} /> : null}
      </>
    ),
  who: entry.who,
  mark: <Marks entry={entry} />,
  ...(entry.article === null ? {} : { article: entry.article }),
});

/** 经过 of any record: what happened on which day, when and by whom it was entered, and what a change changed. */
export function HistoryPanel({ entries, empty }: { entries: readonly HistoryEntry[]; empty?: string }) {
  return (
    <Panel title="经过">
      <Timeline items={entries.map(itemOf)} {...(empty === undefined ? {} : { empty })} />
    </Panel>
  );
}
