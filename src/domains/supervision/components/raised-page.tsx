"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { HistoryPanel } from "@/domains/history/components/history-panel";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { Facts } from "@/ui/detail/facts";
import { NextAction } from "@/ui/detail/next-action";
import { Value } from "@/ui/detail/value";
import { Panel } from "@/ui/panel";
import { findingStateLabels, raisedOutcomeLabels } from "../labels";
import { RaisedTag } from "./raised-list";

const RaisedForms = dynamic(() => import("./raised-forms").then((module) => module.RaisedForms), {
  ssr: false,
});

const none = <Value of="none" />;

/** One finding that went up: what the township asks, and what the county does about it [R31]. */
export function RaisedPage({ county, id }: { county: string; id: string }) {
  const { data } = useSuspenseQuery(useTRPC().supervision.raisedFinding.queryOptions({ id }));
  const may = useMay()("raised:answer");
  const [asking, setAsking] = useState<"receive" | "answer" | null>(null);
  const next = {
    waiting: { label: "接收", hint: "定答复期限，乡镇随即看到", onClick: () => setAsking("receive") },
    received: { label: "答复乡镇", onClick: () => setAsking("answer") },
    answered: undefined,
  }[data.state];
  const finding = `/t/${data.township}/supervision/findings/${data.findingId}`;
  return (
    <DetailPage
      crumbs={[{ label: "上报问题", href: `/c/${county}/joint/raised` }, { label: data.townshipName }]}
      title={`${data.townshipName}：${data.description.slice(0, 40)}`}
      tag={<RaisedTag state={data.state} late={data.late} />}
      next={may ? <NextAction primary={next} done="已答复乡镇；问题由乡镇继续整改、核实、销号。" /> : null}
      aside={<HistoryPanel entries={data.timeline} empty="县人大还没有办理" />}
    >
      <Panel title="乡镇上报">
        <Facts
          items={[
            { label: "上报", value: `${data.raisedOn}，${data.raisedByName}` },
            { label: "问题", value: <Link href={finding}>{data.description}</Link>, wide: true },
            { label: "来源", value: data.topic },
            { label: "整改单位", value: data.unit ?? none },
            { label: "问题进度", value: findingStateLabels[data.findingState] },
            { label: "超出乡镇职权的理由", value: data.why, wide: true },
            { label: "请县人大做什么", value: data.ask, wide: true },
          ]}
        />
      </Panel>
      <Panel title="县人大办理">
        <Facts
          items={[
            {
              label: "接收",
              value: data.receivedOn === null ? none : `${data.receivedOn}，${data.receivedByName ?? ""}`,
            },
            { label: "答复期限", value: data.dueOn ?? none },
            {
              label: "答复",
              value: data.answeredOn === null ? none : `${data.answeredOn}，${data.answeredByName ?? ""}`,
            },
            { label: "处理", value: data.outcome === null ? none : raisedOutcomeLabels[data.outcome] },
            { label: "办理部门", value: data.handledBy ?? none },
            { label: "答复内容", value: data.answer ?? none, wide: true },
          ]}
        />
      </Panel>
      {asking === null ? null : <RaisedForms data={data} asking={asking} onClose={() => setAsking(null)} />}
    </DetailPage>
  );
}
