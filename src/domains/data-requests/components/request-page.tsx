"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { HistoryPanel } from "@/domains/history/components/history-panel";
import { committeeLabels } from "@/domains/joint-tasks/labels";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { Facts } from "@/ui/detail/facts";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { requestKindLabels } from "../labels";
import { ReceiptTable } from "./receipt-table";

const AskedForm = dynamic(
  () => import("@/domains/joint-tasks/components/asked-form").then((module) => module.AskedForm),
  { ssr: false },
);

const none = <Value of="none" />;

/** One request: what was asked, what the system had of it, and what came from each township [R87]. */
export function RequestPage({ county, id }: { county: string; id: string }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.dataRequests.request.queryOptions({ id }));
  const recall = useCommand(trpc.dataRequests.recall.mutationOptions());
  const may = useMay()("dataRequests:manage");
  const [recalling, setRecalling] = useState(false);
  const { request, progress, rows } = data;
  return (
    <DetailPage
      crumbs={[
        { label: "要数据", href: `/c/${county}/joint/requests?year=${request.year}` },
        { label: request.title },
      ]}
      title={request.title}
      tag={request.recalledOn === null ? null : <StatusTag tone="neutral">已撤回</StatusTag>}
      actions={
        may && data.may.recall ? (
          <ActButton danger onClick={() => setRecalling(true)}>
            撤回
          </ActButton>
        ) : null
      }
      aside={<HistoryPanel entries={data.timeline} />}
    >
      <Panel title="要求">
        <Facts
          items={[
            { label: "形式", value: requestKindLabels[request.kind] },
            { label: "牵头", value: committeeLabels[request.committee] },
            { label: "发出", value: `${request.sentOn}，${request.sentByName}` },
            { label: "报送期限", value: request.dueOn },
            { label: "依据", value: request.basis ?? none },
            { label: "要什么", value: request.ask, wide: true },
            {
              label: "系统已有",
              value: request.held.map(({ label }) => label).join("、") || none,
              wide: true,
            },
            ...(request.despite === null
              ? []
              : [{ label: "仍要报送的理由", value: request.despite, wide: true }]),
            ...(request.recallReason === null
              ? []
              : [{ label: "撤回原因", value: `${request.recalledOn ?? ""} ${request.recallReason}` }]),
          ]}
        />
      </Panel>
      <Panel title={`乡镇 ${progress.asked} 个：已报 ${progress.answered}，逾期未报 ${progress.late}`}>
        <ReceiptTable rows={rows} may={may} />
      </Panel>
      {recalling ? (
        <AskedForm
          title={`撤回「${request.title}」`}
          act="撤回"
          intro="没有报送的乡镇不用再报，已经报送的保留；乡镇会看到原因。"
          whyLabel="原因"
          onClose={() => setRecalling(false)}
          onSubmit={({ why }) => recall.run({ id, version: request.version, reason: why })}
        />
      ) : null}
    </DetailPage>
  );
}
