"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import type { Task } from "../data/rows";
import type { Said } from "./asked-form";
import { withUnits } from "./places";
import { type Act, movesDays, offered, partColumns, type Row, words } from "./part-columns";

const AskedForm = dynamic(() => import("./asked-form").then((module) => module.AskedForm), { ssr: false });
const AcceptField = dynamic(() => import("./asked-form").then((module) => module.AcceptField), {
  ssr: false,
});
const StartVisit = dynamic(() => import("./start-visit").then((module) => module.StartVisit), { ssr: false });
const MergePartsForm = dynamic(() => import("./merge-parts-form").then((module) => module.MergePartsForm), {
  ssr: false,
});

type Asking = { row: Row; act: Act };
type DialogProps = {
  asking: Asking;
  task: Task;
  onClose: () => void;
  onSubmit: (row: Row, act: Act, said: Said) => Promise<unknown>;
};

/** What is asked before an act on a township's part. */
function PartDialog({ asking: { row, act }, task, onClose, onSubmit }: DialogProps) {
  const issued = task.state === "issued";
  if (act === "merge") return <MergePartsForm part={row} issued={issued} onClose={onClose} />;
  if (act === "start") return <StartVisit row={row} onClose={onClose} />;
  return (
    <AskedForm
      title={`${row.townshipName}：${words[act].act}`}
      act={words[act].act}
      {...(act === "move" ? { days: { from: row.visitFrom, until: row.visitUntil } } : {})}
      whyLabel={words[act].label ?? "理由"}
      optional={words[act].optional ?? false}
      onClose={onClose}
      onSubmit={(said) => onSubmit(row, act, said)}
    >
      {issued && movesDays.includes(act) ? <AcceptField /> : null}
    </AskedForm>
  );
}

/** Each township's part with what the county may do of it now. */
export function PartsTable({ parts, may, task }: { parts: Row[]; may: boolean; task: Task }) {
  const trpc = useTRPC().jointTasks;
  const judge = useCommand(trpc.judge.mutationOptions());
  const answer = useCommand(trpc.answerProposal.mutationOptions());
  const move = useCommand(trpc.movePart.mutationOptions());
  const edit = useCommand(trpc.edit.mutationOptions());
  const drop = useCommand(trpc.dropPart.mutationOptions());
  const [asking, setAsking] = useState<Asking | null>(null);
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
  const acts: Column<Row> = {
    key: "act",
    title: "操作",
    width: 14,
    render: (row) => (
      <span className="row">
        {offered(row).map((act) => (
          <ActButton key={act} danger={act === "drop"} onClick={() => setAsking({ row, act })}>
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
        columns={may ? [...partColumns, acts] : partColumns}
        rows={parts}
        rowKey={({ id }) => id}
        empty={{ title: "还没有选择乡镇", body: "没有乡镇参加的任务不能下发。" }}
      />
      {asking === null ? null : (
        <PartDialog asking={asking} task={task} onClose={() => setAsking(null)} onSubmit={run} />
      )}
    </>
  );
}
