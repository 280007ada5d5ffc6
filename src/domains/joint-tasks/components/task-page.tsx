"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { HistoryPanel } from "@/domains/history/components/history-panel";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { Facts } from "@/ui/detail/facts";
import { NextAction } from "@/ui/detail/next-action";
import { Value } from "@/ui/detail/value";
import { Panel } from "@/ui/panel";
import { committeeLabels, taskKindLabels } from "../labels";
import { PartsTable } from "./parts-table";
import { spanText, TaskTag } from "./states";
import { Responses } from "./responses";
import { TaskActs } from "./task-acts";
import { TaskLinks } from "./task-links";

const CloseForm = dynamic(() => import("./close-form").then((module) => module.CloseForm), { ssr: false });
const IssueForm = dynamic(() => import("./issue-form").then((module) => module.IssueForm), { ssr: false });

/** One task, its townships and who of them is late [R87]. */
export function TaskPage({ county, id }: { county: string; id: string }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.jointTasks.task.queryOptions({ id }));
  const [asking, setAsking] = useState<"issue" | "close" | null>(null);
  const report = useCommand(trpc.jointTasks.report.mutationOptions());
  const close = useCommand(trpc.jointTasks.close.mutationOptions());
  const may = useMay()("jointTasks:manage");
  const { task, parts, progress } = data;
  const seen = { id, version: task.version, noReportWhy: null };
  const ready = task.kind === "rating" || data.reportIssuedOn !== null;
  const next = {
    draft: { label: "下发任务", hint: "乡镇随即看到；暗访除外", onClick: () => setAsking("issue") },
    issued: {
      label: "开始汇总",
      hint: "认定过的成果汇总成报告",
      onClick: () => report.run({ id, version: task.version }),
    },
    reporting: { label: "办结任务", onClick: () => (ready ? close.run(seen) : setAsking("close")) },
    closed: null,
    recalled: null,
  }[task.state];
  return (
    <DetailPage
      crumbs={[{ label: "联动任务", href: `/c/${county}/joint?year=${task.year}` }, { label: task.title }]}
      title={task.title}
      tag={<TaskTag state={task.state} />}
      actions={
        <>
          <TaskLinks county={county} task={task} may={may} />
          {may ? <TaskActs county={county} task={task} parts={parts} /> : null}
        </>
      }
      next={may && next !== null ? <NextAction primary={next} /> : null}
    >
      <Panel title="任务">
        <Facts
          items={[
            { label: "类别", value: taskKindLabels[task.kind] },
            { label: "法律法规", value: task.lawName ?? <Value of="none" /> },
            { label: "牵头", value: committeeLabels[task.committee] },
            { label: "开展时段", value: spanText(task.windowFrom, task.windowUntil) },
            { label: "成果期限", value: task.resultDueOn },
            { label: "检查清单", value: task.checklistName ?? <Value of="none" /> },
            { label: "要求", value: task.ask },
            {
              label: "县级参加人员",
              value: task.members
                .map(({ name, role }) => `${name}${role === null ? "" : `（${role}）`}`)
                .join("、") || <Value of="none" />,
            },
            ...data.overrides.map(({ why, by, conflicts }) => ({
              label: "冲突仍下发",
              value: `${why}（${by}）：${conflicts.join("")}`,
            })),
            ...(task.noReportWhy === null ? [] : [{ label: "没有汇总报告", value: task.noReportWhy }]),
            ...(task.recallReason === null ? [] : [{ label: "撤回原因", value: task.recallReason }]),
          ]}
        />
      </Panel>
      <Panel
        title={`乡镇 ${progress.parts} 个：已提交 ${progress.submitted}，已认定 ${progress.done}，逾期 ${progress.late}`}
      >
        <PartsTable parts={parts} may={may} task={task} />
      </Panel>
      <Responses parts={parts} today={data.today} />
      <HistoryPanel entries={data.timeline} />
      {asking === "issue" ? <IssueForm task={task} onClose={() => setAsking(null)} /> : null}
      {asking === "close" ? <CloseForm task={task} onClose={() => setAsking(null)} /> : null}
    </DetailPage>
  );
}
