import { StatusTag } from "@/ui/detail/status-tag";
import { type Importance, importanceLabels, noticeStateLabels, progressLabels } from "../labels";
import type { NoticeState, Progress } from "../rules/receipts";

export function ImportanceTag({ importance }: { importance: Importance }) {
  if (importance === "normal") return null;
  return (
    <StatusTag tone={importance === "urgent" ? "bad" : "warn"}>{importanceLabels[importance]}</StatusTag>
  );
}

const stateTones = { draft: "neutral", sent: "info", recalled: "warn" } as const;
export function NoticeTag({ state }: { state: NoticeState }) {
  return <StatusTag tone={stateTones[state]}>{noticeStateLabels[state]}</StatusTag>;
}

const tones = { unread: "warn", read: "warn", signed: "good", done: "good" } as const;

/** How far a township is; what it has not done, or not told of, by the day says so. */
export function ProgressTag({
  progress,
  late,
  toldLate,
  asked,
}: {
  progress: Progress;
  late: boolean;
  toldLate: boolean;
  asked: boolean;
}) {
  if (late && progress !== "done")
    return <StatusTag tone="bad">{`${progressLabels[progress]}，逾期未办`}</StatusTag>;
  if (asked && progress === "signed") return <StatusTag tone="info">已签收，待办</StatusTag>;
  if (progress !== "done" || !late)
    return <StatusTag tone={tones[progress]}>{progressLabels[progress]}</StatusTag>;
  return <StatusTag tone="warn">{toldLate ? "已办结，逾期补报" : "已办结，逾期办"}</StatusTag>;
}
