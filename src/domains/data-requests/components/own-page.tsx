"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { RecordFiles } from "@/domains/attachments/components/record-files";
import { HistoryPanel } from "@/domains/history/components/history-panel";
import { committeeLabels } from "@/domains/joint-tasks/labels";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { Facts } from "@/ui/detail/facts";
import { NextAction } from "@/ui/detail/next-action";
import { Value } from "@/ui/detail/value";
import { Panel } from "@/ui/panel";
import type { ownAsk } from "../data/own";
import { requestKindLabels } from "../labels";
import { AskTag } from "./ask-tag";

const AnswerForm = dynamic(() => import("./answer-form").then((module) => module.AnswerForm), { ssr: false });

const none = <Value of="none" />;

type Data = Awaited<ReturnType<typeof ownAsk>>;

function OwnAnswer({ township, data }: { township: string; data: Data }) {
  const { place } = data;
  return (
    <Panel title="本乡镇的报送">
      <Facts
        items={[
          {
            label: "报送",
            value: data.answeredOn === null ? none : `${data.answeredOn} ${data.answeredByName ?? ""}`,
          },
          { label: "内容", value: data.answer ?? none, wide: true },
          {
            label: "数据已在系统中",
            value: place === null ? none : <Link href={`/t/${township}/${place.page}`}>{place.label}</Link>,
          },
          ...(data.returnWhy === null ? [] : [{ label: "退回原因", value: data.returnWhy, wide: true }]),
        ]}
      />
    </Panel>
  );
}

/** What the county asks, what the system already has of it, and what the township answered [R87]. */
export function OwnAsk({ township, id }: { township: string; id: string }) {
  const { data } = useSuspenseQuery(useTRPC().dataRequests.ask.queryOptions({ township, id }));
  const may = useMay()("dataRequests:write");
  const [answering, setAnswering] = useState(false);
  const { request, state, late, held } = data;
  const page = (at: string) => `/t/${township}/${at}`;
  return (
    <DetailPage
      crumbs={[
        { label: "数据报送", href: `${page("data-requests")}?year=${request.year}` },
        { label: request.title },
      ]}
      title={request.title}
      tag={<AskTag state={state} late={late} />}
      next={
        may && data.may.answer.allowed ? (
          <NextAction
            primary={{
              label: state === "returned" ? "补充后再报" : "报送",
              hint: "文件先传到下面的附件里",
              onClick: () => setAnswering(true),
            }}
          />
        ) : null
      }
      aside={<HistoryPanel entries={data.timeline} />}
    >
      <Panel title="县人大的要求">
        <Facts
          items={[
            { label: "形式", value: requestKindLabels[request.kind] },
            { label: "牵头", value: committeeLabels[request.committee] },
            { label: "发出", value: `${request.sentOn}，${request.sentByName}` },
            { label: "报送期限", value: request.dueOn },
            { label: "依据", value: request.basis ?? none },
            { label: "要什么", value: request.ask, wide: true },
            ...(request.despite === null
              ? []
              : [{ label: "县人大写的理由", value: request.despite, wide: true }]),
            ...(request.recallReason === null
              ? []
              : [{ label: "撤回原因", value: request.recallReason, wide: true }]),
          ]}
        />
      </Panel>
      {held.length === 0 ? null : (
        <Panel title="系统已有这些数据" note="够用的，报送时选“数据已在系统中”，不用再填">
          <ul>
            {held.map(({ key, label, page: at }) => (
              <li key={key}>
                <Link href={page(at)}>{label}</Link>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <OwnAnswer township={township} data={data} />
      <RecordFiles township={township} recordType="dataAsk" recordId={id} />
      {answering ? <AnswerForm township={township} data={data} onClose={() => setAnswering(false)} /> : null}
    </DetailPage>
  );
}
