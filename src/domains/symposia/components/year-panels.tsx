import { DueText } from "@/ui/detail/due-text";
import { StatusTag } from "@/ui/detail/status-tag";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import type { GatheringYear } from "../data/county";
import { PromiseText } from "./promise-text";

type Turn = GatheringYear["rotation"][number];

/** 列席轮流: whose chair is next, and why. */
export function RotationTable({ data }: { data: GatheringYear }) {
  const missing = data.rotation.filter(({ times }) => times < data.leastAYear).length;
  const columns: Column<Turn>[] = [
    { key: "name", title: "乡镇", render: ({ name }) => name },
    {
      key: "next",
      title: "下一次",
      render: ({ townshipId }) =>
        data.due.includes(townshipId) ? <StatusTag tone="info">轮到</StatusTag> : "—",
    },
    { key: "times", title: `${data.year} 年邀请`, align: "number", render: ({ times }) => `${times} 次` },
    { key: "came", title: "到会", align: "number", render: ({ came }) => `${came} 次` },
    { key: "why", title: "为什么排在这里", width: 20, render: ({ why }) => why },
  ];
  return (
    <Panel
      title="列席常委会会议的轮流"
      note={
        missing === 0
          ? `${data.year} 年每个乡镇都至少请过 ${data.leastAYear} 次`
          : `${data.year} 年还有 ${missing} 个乡镇没有请过，目标是每个乡镇每年至少 ${data.leastAYear} 次`
      }
    >
      <DataTable
        label="列席轮流"
        columns={columns}
        rows={data.rotation}
        rowKey={({ townshipId }) => townshipId}
        empty={{ title: "还没有登记乡镇" }}
      />
    </Panel>
  );
}

type Promised = GatheringYear["commitments"][number];

/** What was promised and has no outcome yet, of whatever year. */
export function OpenCommitments({ data }: { data: GatheringYear }) {
  const columns: Column<Promised>[] = [
    { key: "name", title: "乡镇", width: 7, render: ({ name }) => name },
    { key: "said", title: "承诺", width: 20, render: (row) => <PromiseText {...row} /> },
    { key: "owner", title: "责任人", render: ({ ownerName }) => ownerName },
    {
      key: "due",
      title: "期限",
      width: 8,
      render: ({ dueOn, report }) => <DueText day={dueOn} today={data.today} closed={report !== null} />,
    },
    { key: "then", title: "当时数字", width: 14, render: ({ figureThen }) => figureThen ?? "没有指标" },
    { key: "report", title: "落实情况", width: 14, render: ({ report }) => report ?? "还没有报告" },
  ];
  return (
    <Panel title={`没有结论的承诺 ${data.commitments.length} 项`} note="下一次座谈会自动列入跟进">
      <DataTable
        label="没有结论的承诺"
        columns={columns}
        rows={data.commitments}
        rowKey={({ id }) => id}
        empty={{ title: "没有等着跟进的承诺" }}
      />
    </Panel>
  );
}
