"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { Value } from "@/ui/detail/value";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import type { taskView } from "../data/county";
import type { Task } from "../data/rows";
import type { Said } from "./asked-form";
import { withUnits } from "./places";
import { PartTag, spanText } from "./states";

const AskedForm = dynamic(() => import("./asked-form").then((module) => module.AskedForm), { ssr: false });
const AcceptField = dynamic(() => import("./asked-form").then((module) => module.AcceptField), {
  ssr: false,
});
const MergePartsForm = dynamic(() => import("./merge-parts-form").then((module) => module.MergePartsForm), {
  ssr: false,
});

type Row = Awaited<ReturnType<typeof taskView>>["parts"][number];
type Act = "start" | "accept" | "return" | "agree" | "refuse" | "move" | "merge" | "drop" | "units";

const words: Record<Act, { act: string; label?: string; optional?: true }> = {
  start: { act: "开始" },
  accept: { act: "认定", label: "意见", optional: true },
  return: { act: "退回补充", label: "需要补充什么" },
  agree: { act: "同意", label: "答复", optional: true },
  refuse: { act: "不同意", label: "答复", optional: true },
  move: { act: "改日期" },
  merge: { act: "合并" },
  drop: { act: "免去" },
  units: { act: "受检单位", label: "受检单位，一行一个", optional: true },
};

/** What tells a township other days. */
const movesDays: readonly Act[] = ["move", "agree"];

const offered = ({ may, state }: Row): Act[] => [
  ...(state === "draft" ? (["units"] as const) : []),
  ...(may.start ? (["start"] as const) : []),
  ...(may.judge ? (["accept", "return"] as const) : []),
  ...(may.answer ? (["agree", "refuse"] as const) : []),
  ...(may.move ? (["move", "merge"] as const) : []),
  ...(may.drop ? (["drop"] as const) : []),
];

const asked = (row: Row) =>
  row.mergeWith === null
    ? spanText(row.proposedFrom ?? row.visitFrom, row.proposedUntil ?? row.visitUntil)
    : `与「${row.mergeWith}」合并`;

const columns: Column<Row>[] = [
  { key: "township", title: "乡镇", width: 6, render: ({ townshipName }) => townshipName },
  {
    key: "visit",
    title: "到乡镇",
    width: 8,
    render: (row) =>
      `${spanText(row.visitFrom, row.visitUntil)}${row.together === null ? "" : `，与「${row.together}」一次`}`,
  },
  {
    key: "units",
    title: "受检单位",
    width: 8,
    render: ({ units }) => units.join("、") || <Value of="none" />,
  },
  { key: "state", title: "状态", render: ({ state, late }) => <PartTag state={state} late={late} /> },
  {
    key: "said",
    title: "乡镇建议、成果",
    width: 13,
    render: (row) => {
      if (row.state === "proposed") return `建议${asked(row)}：${row.proposedWhy ?? ""}`;
      if (row.resultText === null) return <Value of="none" />;
      return row.submittedOn === null ? row.resultText : `${row.submittedOn} 提交：${row.resultText}`;
    },
  },
  {
    key: "findings",
    title: "问题",
    render: ({ activity }) => <Value of={activity?.findings ?? "none"} unit="个" />,
  },
];

/** Each township's part with what the county may do of it now. */
export function PartsTable({ parts, may, task }: { parts: Row[]; may: boolean; task: Task }) {
  const trpc = useTRPC().jointTasks;
  const start = useCommand(trpc.start.mutationOptions());
  const judge = useCommand(trpc.judge.mutationOptions());
  const answer = useCommand(trpc.answerProposal.mutationOptions());
  const move = useCommand(trpc.movePart.mutationOptions());
  const edit = useCommand(trpc.edit.mutationOptions());
  const drop = useCommand(trpc.dropPart.mutationOptions());
  const [asking, setAsking] = useState<{ row: Row; act: Act } | null>(null);
  const run = ({ id, version }: Row, act: Act, said: Said) => {
    const seen = { id, version };
    const { why, acceptWhy = null } = said;
    if (act === "units") return edit.run(withUnits(task, parts, { id, units: why }));
    if (act === "move") return move.run({ ...seen, ...said, acceptWhy });
    if (act === "drop") return drop.run({ ...seen, why });
    if (act === "agree" || act === "refuse")
      return answer.run({ ...seen, agreed: act === "agree", why, acceptWhy });
    return judge.run({ ...seen, verdict: act === "accept" ? "accepted" : "returned", why });
  };
  const begin = (row: Row, act: Act) => {
    if (act === "start") void start.run({ id: row.id, version: row.version });
    else setAsking({ row, act });
  };
  const acts: Column<Row> = {
    key: "act",
    title: "操作",
    width: 10,
    render: (row) => (
      <span className="row">
        {offered(row).map((act) => (
          <ActButton key={act} danger={act === "drop"} onClick={() => begin(row, act)}>
            {words[act].act}
          </ActButton>
        ))}
      </span>
    ),
  };
  return (
    <>
      <DataTable
        label="参加的乡镇"
        columns={may ? [...columns, acts] : columns}
        rows={parts}
        rowKey={({ id }) => id}
        empty={{ title: "还没有选择乡镇", body: "没有乡镇参加的任务不能下发。" }}
      />
      {asking?.act === "merge" ? (
        <MergePartsForm part={asking.row} issued={task.state === "issued"} onClose={() => setAsking(null)} />
      ) : null}
      {asking === null || asking.act === "merge" ? null : (
        <AskedForm
          title={`${asking.row.townshipName}：${words[asking.act].act}`}
          act={words[asking.act].act}
          {...(asking.act === "move"
            ? { days: { from: asking.row.visitFrom, until: asking.row.visitUntil } }
            : {})}
          whyLabel={words[asking.act].label ?? "理由"}
          optional={words[asking.act].optional ?? false}
          onClose={() => setAsking(null)}
          onSubmit={(said) => run(asking.row, asking.act, said)}
        >
          {task.state === "issued" && movesDays.includes(asking.act) ? <AcceptField /> : null}
        </AskedForm>
      )}
    </>
  );
}
