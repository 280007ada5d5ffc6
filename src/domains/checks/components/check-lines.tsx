import "@/domains/figures/components/figures.css";
import Link from "next/link";
import type { ReactNode } from "react";
import { StatusTag } from "@/ui/detail/status-tag";
import { type Column, DataTable } from "@/ui/list/data-table";
import type { CheckLine } from "../data";
import { type Result } from "../labels";
import { spotResultLabels } from "@/domains/figures/rules/spot-results";

const tones: Record<Result, "good" | "bad"> = { asRecorded: "good", differs: "bad", missing: "bad" };

function Found({ checked }: Pick<CheckLine, "checked">) {
  if (checked === null) return <StatusTag tone="neutral">还没有查</StatusTag>;
  const { result, reason, by, on, number } = checked;
  return (
    <div>
      <StatusTag tone={tones[result]}>{spotResultLabels[result]}</StatusTag>
      {number > 1 ? <small className="soft"> 第 {number} 次登记</small> : null}
      {reason === null ? null : <div>{reason}</div>}
      <small className="soft">
        {by} {on}
      </small>
    </div>
  );
}

const columns: Column<CheckLine>[] = [
  {
    key: "indicator",
    title: "指标",
    width: 12,
    render: ({ indicator, indicatorName }) => `${indicator} ${indicatorName}`,
  },
  {
    key: "record",
    title: "记录",
    width: 24,
    render: ({ kind, title, href }) => {
      const name = title ?? "无权查看内容";
      return (
        <span>
          {kind}：{href === null ? name : <Link href={href}>{name}</Link>}
        </span>
      );
    },
  },
  {
    key: "recordId",
    title: "记录编号",
    width: 14,
    render: ({ recordId }) => <small className="freeze-hash">{recordId}</small>,
  },
  { key: "checked", title: "抽查结果", width: 16, render: (line) => <Found {...line} /> },
];

type Props = { rows: readonly CheckLine[]; act?: (line: CheckLine) => ReactNode };

/** The records that were drawn of one township, and what was found. */
export function CheckLines({ rows, act }: Props) {
  return (
    <DataTable
      label="抽到的记录"
      columns={act === undefined ? columns : [...columns, { key: "act", title: "操作", render: act }]}
      rows={rows}
      rowKey={({ id }) => id}
      empty={{ title: "没有抽到记录", body: "封存的证据里没有计入的记录。" }}
    />
  );
}
