"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { DueText } from "@/ui/detail/due-text";
import { StatusTag } from "@/ui/detail/status-tag";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import type { GatheringView } from "../data/county";
import { verdictLabels } from "../labels";
import { PromiseText } from "./promise-text";

const JudgeForm = dynamic(() => import("./judge-form").then((module) => module.JudgeForm), { ssr: false });

type Row = GatheringView["followed"][number];

function Outcome({ verdict, verdictWhy, report }: Row) {
  if (verdict === null) return report === null ? "乡镇还没有报告" : `乡镇报告：${report}`;
  return (
    <>
      <StatusTag tone={verdict === "kept" ? "good" : "bad"}>{verdictLabels[verdict]}</StatusTag> {verdictWhy}
    </>
  );
}

/** 上次承诺: what earlier symposia left open, carried over by itself; kept or not is written down here. */
export function FollowedTable({ data, may }: { data: GatheringView; may: boolean }) {
  const [judging, setJudging] = useState<Row | null>(null);
  const columns: Column<Row>[] = [
    { key: "name", title: "乡镇", width: 7, render: ({ name }) => name },
    { key: "said", title: "承诺", width: 18, render: (row) => <PromiseText {...row} /> },
    { key: "owner", title: "责任人", render: ({ ownerName }) => ownerName },
    {
      key: "due",
      title: "期限",
      width: 8,
      render: ({ dueOn, verdict, report }) => (
        <DueText day={dueOn} today={data.today} closed={verdict !== null || report !== null} />
      ),
    },
    { key: "then", title: "当时数字", width: 14, render: ({ figureThen }) => figureThen ?? "没有指标" },
    { key: "now", title: "现在数字", width: 14, render: ({ nowText }) => nowText ?? "没有指标" },
    { key: "outcome", title: "落实和结果", width: 16, render: (row) => <Outcome {...row} /> },
  ];
  const act: Column<Row> = {
    key: "act",
    title: "操作",
    render: (row) => (row.mayJudge ? <ActButton onClick={() => setJudging(row)}>登记结果</ActButton> : null),
  };
  return (
    <Panel title="上次承诺的跟进" note="以前座谈会上没有结论的承诺，自动列在这里">
      <DataTable
        label="上次承诺的跟进"
        columns={may ? [...columns, act] : columns}
        rows={data.followed}
        rowKey={({ id }) => id}
        empty={{ title: "没有要跟进的承诺" }}
      />
      {judging === null ? null : (
        <JudgeForm promised={judging} at={data.gathering.id} onClose={() => setJudging(null)} />
      )}
    </Panel>
  );
}
