"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { classLabel } from "@/domains/tenancy/labels";
import { deny } from "@/lib/decision";
import { chosenYear } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { type Action, NextAction } from "@/ui/detail/next-action";
import { type Column, DataTable } from "@/ui/list/data-table";
import { exportHref } from "@/ui/list/export-href";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { Panel } from "@/ui/panel";
import { EmptyState } from "@/ui/states/empty-state";
import { stageNames } from "../rules/stages";
import { Decided } from "./decided-panel";
import type { Result } from "./shown";

const DecideYear = dynamic(() => import("./decide-year").then((module) => module.DecideYear), { ssr: false });
const PublishForm = dynamic(() => import("./publish-form").then((module) => module.PublishForm), {
  ssr: false,
});

type Row = Result["townships"][number];

const points = (value: number | null): string => value?.toFixed(2) ?? "未录";
const columns: Column<Row>[] = [
  { key: "name", title: "乡镇", render: (row) => row.name },
  { key: "class", title: "类别", render: (row) => classLabel(row.class) },
  { key: "points", title: "得分", align: "number", render: (row) => points(row.points), wideOnly: true },
  { key: "bonus", title: "加分", align: "number", render: (row) => points(row.bonus), wideOnly: true },
  {
    key: "deduction",
    title: "扣分",
    align: "number",
    render: (row) => points(row.deduction),
    wideOnly: true,
  },
  { key: "final", title: "总分", align: "number", render: (row) => points(row.final) },
  {
    key: "rank",
    title: "同类位次",
    align: "number",
    render: ({ rank, tied }) => (rank === null ? "–" : `${rank}${tied ? "（并列）" : ""}`),
  },
  {
    key: "grade",
    title: "等次",
    render: ({ grade, why }) => (
      <div>
        {grade ?? "暂无"}
        {why === "" ? null : <small className="soft"> {why}</small>}
      </div>
    ),
  },
];

type Open = "decide" | "publish" | null;

function actionOf({ next }: Result, open: (what: Open) => void): Action | undefined {
  if (next?.stage !== "decided" && next?.stage !== "published") return undefined;
  const { stage, refusal } = next;
  const label = stage === "decided" ? "登记主任会议决定" : "公布结果";
  return {
    label,
    ...(refusal === null ? {} : { decision: deny(refusal) }),
    onClick: () => open(stage === "decided" ? "decide" : "publish"),
  };
}

/** What goes to the meeting and, once it has decided, to the townships. */
function Papers({ year }: { year: number }) {
  return (
    <>
      <a className="btn" href={exportHref("cycles.exportMeetingPaper", { year })} download>
        主任会议材料（Word）
      </a>
      <a className="btn" href={exportHref("assessments.exportNotice", { year })} download>
        考核通报（Word）
      </a>
    </>
  );
}

/** The result: proposed by the review, decided by the meeting, published as the county says. */
export function ResultPage({ base, currentYear }: { base: string; currentYear: number }) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().cycles.result.queryOptions({ year }));
  const may = useMay()("cycles:manage");
  const [open, setOpen] = useState<Open>(null);
  const { shown } = data;
  const action = shown === null ? undefined : actionOf(shown, setOpen);
  return (
    <ListPage
      title={`${year} 年考核结果`}
      crumbs={[{ label: "考核办理", href: `${base}/assessment/cycle?year=${year}` }, { label: "结果与公布" }]}
      actions={shown === null ? null : <Papers year={year} />}
      {...(shown === null ? {} : { note: `现在是“${stageNames[shown.stage]}”` })}
    >
      {shown === null ? (
        <EmptyState title="还没有初步结果" body="两名评审都提交、差异协调以后，才有初步结果。" />
      ) : (
        <>
          {may && action !== undefined ? <NextAction primary={action} /> : null}
          <Panel title={shown.decided === null ? "拟定结果（评审和已成立的申诉）" : "最后结果"}>
            <div className="stack">
              <DataTable
                label="考核结果"
                columns={columns}
                rows={shown.townships}
                rowKey={({ code }) => code}
                empty={{ title: "没有乡镇" }}
              />
              <p className="soft">
                得分是适用指标得分的合计；总分是得分折合成方案满分以后，加上加分、减去扣分（评议团计分的按占比合成）。
              </p>
            </div>
          </Panel>
          <Decided {...shown} />
          {open === "decide" ? <DecideYear year={year} result={shown} onClose={() => setOpen(null)} /> : null}
          {open === "publish" ? (
            <PublishForm year={year} result={shown} onClose={() => setOpen(null)} />
          ) : null}
        </>
      )}
    </ListPage>
  );
}
