import Link from "next/link";
import { dayInText } from "@/lib/dates";
import { StatusTag } from "@/ui/detail/status-tag";
import type { Notifications } from "../data";
import "./reminders.css";

type Row = Notifications["rows"][number];
type Digest = NonNullable<Notifications["digest"]>;
type OnMark = (keys: string[], dismiss: boolean) => void;

const words = { ahead: "快到期", today: "今天到期", overdue: "逾期", news: "新消息" } as const;
const tones = { ahead: "info", today: "warn", overdue: "bad", news: "info" } as const;

function Dismiss({ name, onClick }: { name: string; onClick: () => void }) {
  return (
    <button type="button" className="btn btn-quiet no-print" aria-label={`不再提醒${name}`} onClick={onClick}>
      不再提醒
    </button>
  );
}

/** The day's work in one line, once a day. */
export function DigestLine({ digest, onMark }: { digest: Digest; onMark: OnMark }) {
  const { key, on, overdue, today, week, href, opened } = digest;
  return (
    <li className={opened ? "reminder" : "reminder reminder-new"}>
      <span className="reminder-tag">
        <StatusTag tone="info">今日要办</StatusTag>
      </span>
      <Link href={href} className="reminder-what" onClick={() => onMark([key], false)}>
        {dayInText(on)}：逾期 {overdue} 件，今天到期 {today} 件，7 天内到期 {week} 件
      </Link>
      <Dismiss name="今日要办" onClick={() => onMark([key], true)} />
    </li>
  );
}

/** One matter: following it counts as seen. */
export function ReminderRow({ row, onMark }: { row: Row; onMark: OnMark }) {
  const { keys, threshold, what, title, note, dueOn, on, href, opened } = row;
  return (
    <li className={opened ? "reminder" : "reminder reminder-new"}>
      <span className="reminder-tag">
        <StatusTag tone={tones[threshold]}>{words[threshold]}</StatusTag>
      </span>
      <Link href={href} className="reminder-what" onClick={() => onMark(keys, false)}>
        {what}：{title}
        {note === null ? null : <span className="soft">（{note}）</span>}
      </Link>
      <span className="soft unbroken">{dueOn === null ? on : `期限 ${dueOn}`}</span>
      <Dismiss name={title} onClick={() => onMark(keys, true)} />
    </li>
  );
}
