"use client";

import Link from "next/link";
import { Facts } from "@/ui/detail/facts";
import { StatusTag } from "@/ui/detail/status-tag";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import type { BallotRecord } from "./detail-type";

type Line = BallotRecord["lines"][number];
type Props = { township: string; record: BallotRecord };

const columns: Column<Line>[] = [
  {
    key: "name",
    title: "项目",
    width: 20,
    render: ({ name, sentence }) => (
      <>
        {name}
        <br />
        <small>{sentence}</small>
      </>
    ),
  },
  {
    key: "chosen",
    title: "结果",
    render: ({ chosen }) => (
      <StatusTag tone={chosen ? "good" : "neutral"}>{chosen ? "入选" : "未入选"}</StatusTag>
    ),
  },
  { key: "inFavour", title: "赞成", align: "number", render: ({ inFavour }) => inFavour },
  { key: "against", title: "反对", align: "number", render: ({ against }) => against },
];

/** Who was chosen, with the sentence that says why. */
export function BallotResults({ township, record }: Props) {
  const { lines, sessionId, sessionName, candidates, facts, choice } = record;
  return (
    <Panel title="票决结果">
      <div className="stack">
        <Facts
          items={[
            {
              label: "人代会",
              value: <Link href={`/t/${township}/sessions/${sessionId ?? ""}`}>{sessionName}</Link>,
            },
            {
              label: "差额",
              value: choice
                ? `候选 ${candidates} 项、应选 ${facts.seats} 项，差额票决`
                : `候选 ${candidates} 项、应选 ${facts.seats} 项，不是差额票决`,
            },
          ]}
        />
        <DataTable
          label="票决结果"
          columns={columns}
          rows={lines}
          rowKey={({ projectId }) => projectId}
          href={({ projectId }) => `/t/${township}/projects/${projectId}`}
          empty={{ title: "没有候选项目" }}
        />
      </div>
    </Panel>
  );
}
