"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { StatusTag } from "@/ui/detail/status-tag";
import { type Column, DataTable } from "@/ui/list/data-table";
import type { SignalLine } from "../data/told";
import { type Decision, decisionLabels, signalNames } from "../labels";

const tones: Record<Decision, "good" | "bad"> = { explained: "good", verified: "good", confirmed: "bad" };

function Named({ records, more }: { records: SignalLine["records"]; more: number }) {
  return (
    <ul>
      {records.map(({ id, title, href }) => (
        <li key={id}>{href === null ? <span>{title}</span> : <Link href={href}>{title}</Link>}</li>
      ))}
      {more > 0 ? <li className="soft">另有 {more} 条</li> : null}
    </ul>
  );
}

function Beside({ beside }: Pick<SignalLine, "beside">) {
  return beside.map(({ id, title, href, township }) => (
    <div key={id} className="soft">
      对照：{township}
      {href === null ? `“${title}”` : <Link href={href}>“{title}”</Link>}
    </div>
  ));
}

function Said({ answer, moved }: Pick<SignalLine, "answer" | "moved">) {
  if (answer === null) return <StatusTag tone="neutral">还没有说明</StatusTag>;
  return (
    <div>
      <div>{answer.text}</div>
      <small className="soft">
        {answer.by} {answer.at}
      </small>{" "}
      {moved ? <StatusTag tone="warn">说明以后涉及的记录有变化</StatusTag> : null}
    </div>
  );
}

function Decided({ decided, gone }: Pick<SignalLine, "decided" | "gone">) {
  if (decided === null) return <StatusTag tone="warn">待核查</StatusTag>;
  const { decision, deduction, reason, by, at } = decided;
  return (
    <div>
      <StatusTag tone={tones[decision]}>{decisionLabels[decision]}</StatusTag>{" "}
      {decision === "confirmed" ? (
        <small>{deduction === null ? "已由指标计分，不另扣" : "按考核办法扣分"}</small>
      ) : null}
      <div>{reason}</div>
      <small className="soft">
        {by} {at}
      </small>{" "}
      {gone ? <StatusTag tone="neutral">记录已更正或作废</StatusTag> : null}
    </div>
  );
}

const columnsOf = (withTownship: boolean, act: (line: SignalLine) => ReactNode): Column<SignalLine>[] => [
  {
    key: "signal",
    title: "提示",
    width: 7,
    render: ({ signal, township }) => (
      <div>
        {withTownship ? <div>{township.name}</div> : null}
        <strong>{signalNames[signal]}</strong>
      </div>
    ),
  },
  {
    key: "text",
    title: "情况",
    width: 22,
    render: ({ text, beside }) => (
      <div>
        <div>{text}</div>
        <Beside beside={beside} />
      </div>
    ),
  },
  {
    key: "records",
    title: "涉及的记录",
    width: 14,
    render: ({ records, count }) => <Named records={records} more={count - records.length} />,
  },
  { key: "answer", title: "乡镇说明", width: 15, render: (line) => <Said {...line} /> },
  { key: "decided", title: "县人大结论", width: 12, render: (line) => <Decided {...line} /> },
  { key: "act", title: "操作", width: 6, render: act },
];

type Props = {
  label: string;
  rows: readonly SignalLine[];
  total: number;
  withTownship: boolean;
  act: (line: SignalLine) => ReactNode;
  empty: { title: string; body?: string };
};

/** Signals as sentences, each with its records, what the township says of it and what the county decided. */
export function SignalLines({ label, rows, total, withTownship, act, empty }: Props) {
  return (
    <DataTable
      label={label}
      columns={columnsOf(withTownship, act)}
      rows={rows}
      total={total}
      rowKey={({ key }) => key}
      empty={empty}
    />
  );
}
