"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";
import { DueText } from "@/ui/detail/due-text";
import { StatusTag } from "@/ui/detail/status-tag";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import type { Commitment } from "../rules/facts";
import { verdictLabels } from "../labels";
import { PromiseText } from "./promise-text";

const WordsForm = dynamic(() => import("./words-form").then((module) => module.WordsForm), { ssr: false });

type Row = Commitment & { mayReport?: boolean };
type Props = { township: string; commitments: readonly Row[]; today: Day };

function Outcome({ verdict, verdictWhy, figureNow, report }: Row) {
  if (verdict === null) return report === null ? "还没有报告" : `已报告：${report}`;
  return (
    <>
      <StatusTag tone={verdict === "kept" ? "good" : "bad"}>{verdictLabels[verdict]}</StatusTag> {verdictWhy}
      {figureNow === null ? "" : `（现在：${figureNow}）`}
    </>
  );
}

/** What this township promised; it says what it did about it until the county has judged it. */
export function OwnCommitments({ township, commitments, today }: Props) {
  const report = useCommand(useTRPC().symposia.report.mutationOptions());
  const may = useMay()("symposia:write");
  const [telling, setTelling] = useState<Row | null>(null);
  const columns: Column<Row>[] = [
    { key: "said", title: "承诺", width: 20, render: (row) => <PromiseText {...row} /> },
    { key: "owner", title: "责任人", render: ({ ownerName }) => ownerName },
    {
      key: "due",
      title: "期限",
      width: 8,
      render: ({ dueOn, verdict, report: told }) => (
        <DueText day={dueOn} today={today} closed={verdict !== null || told !== null} />
      ),
    },
    { key: "then", title: "当时数字", width: 14, render: ({ figureThen }) => figureThen ?? "没有指标" },
    { key: "outcome", title: "落实和结果", width: 18, render: (row) => <Outcome {...row} /> },
  ];
  const act: Column<Row> = {
    key: "act",
    title: "操作",
    render: (row) =>
      row.mayReport === true ? <ActButton onClick={() => setTelling(row)}>报告落实情况</ActButton> : null,
  };
  return (
    <Panel title="本乡镇的承诺">
      <DataTable
        label="本乡镇的承诺"
        columns={may ? [...columns, act] : columns}
        rows={commitments}
        rowKey={({ id }) => id}
        empty={{ title: "没有承诺", body: "座谈会上的承诺由县人大登记，在这里报告落实情况。" }}
      />
      {telling === null ? null : (
        <WordsForm
          title={`报告「${telling.said}」的落实情况`}
          act="报告"
          label="落实情况"
          max={2000}
          intro="下次座谈会以此跟进；县人大登记结果以前，可以再报告一次，以最后一次为准。"
          onClose={() => setTelling(null)}
          onSubmit={(words) =>
            report.run({ township, id: telling.id, version: telling.version, report: words })
          }
        />
      )}
    </Panel>
  );
}
