"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DueText } from "@/ui/detail/due-text";
import { StatusTag } from "@/ui/detail/status-tag";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import type { GatheringView } from "../data/county";
import { verdictLabels } from "../labels";

const CommitForm = dynamic(() => import("./commit-form").then((module) => module.CommitForm), { ssr: false });
const WordsForm = dynamic(() => import("./words-form").then((module) => module.WordsForm), { ssr: false });

type Row = GatheringView["commitments"][number];

const result = ({ verdict, verdictWhy, report }: Row) =>
  verdict === null ? (
    (report ?? "还没有报告")
  ) : (
    <>
      <StatusTag tone={verdict === "kept" ? "good" : "bad"}>{verdictLabels[verdict]}</StatusTag> {verdictWhy}
    </>
  );

/** 本次承诺: by whom, until when, and what the figure was. */
export function MadeTable({ data, may }: { data: GatheringView; may: boolean }) {
  const drop = useCommand(useTRPC().symposia.drop.mutationOptions());
  const [adding, setAdding] = useState(false);
  const [dropping, setDropping] = useState<Row | null>(null);
  const columns: Column<Row>[] = [
    { key: "name", title: "乡镇", width: 7, render: ({ name }) => name },
    { key: "said", title: "承诺", width: 20, render: ({ said }) => said },
    { key: "owner", title: "责任人", render: ({ ownerName }) => ownerName },
    {
      key: "due",
      title: "期限",
      width: 8,
      render: ({ dueOn, verdict, report }) => (
        <DueText day={dueOn} today={data.today} closed={verdict !== null || report !== null} />
      ),
    },
    { key: "then", title: "当时数字", width: 16, render: ({ figureThen }) => figureThen ?? "没有指标" },
    { key: "result", title: "落实和结果", width: 16, render: result },
  ];
  const act: Column<Row> = {
    key: "act",
    title: "操作",
    render: (row) =>
      row.mayDrop ? (
        <ActButton danger onClick={() => setDropping(row)}>
          撤销
        </ActButton>
      ) : null,
  };
  return (
    <Panel
      title="本次承诺"
      extra={may && data.may.commit ? <ActButton onClick={() => setAdding(true)}>登记承诺</ActButton> : null}
    >
      <DataTable
        label="本次承诺"
        columns={may ? [...columns, act] : columns}
        rows={data.commitments}
        rowKey={({ id }) => id}
        empty={{ title: "还没有承诺", body: "登记到会情况和纪要以后，把各乡镇的承诺记在这里。" }}
      />
      {adding ? <CommitForm data={data} onClose={() => setAdding(false)} /> : null}
      {dropping === null ? null : (
        <WordsForm
          title={`撤销承诺「${dropping.said}」`}
          act="撤销"
          label="原因"
          max={300}
          onClose={() => setDropping(null)}
          onSubmit={(reason) => drop.run({ id: dropping.id, version: dropping.version, reason })}
        />
      )}
    </Panel>
  );
}
