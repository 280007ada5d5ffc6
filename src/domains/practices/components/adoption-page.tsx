"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactNode } from "react";
import { HistoryPanel } from "@/domains/history/components/history-panel";
import { mattersIn } from "@/lib/text";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { Facts } from "@/ui/detail/facts";
import { Value } from "@/ui/detail/value";
import { Panel } from "@/ui/panel";
import type { OwnAdoption } from "../data/adoptions";
import { AdoptionActs } from "./adoption-acts";
import type { MetricNames } from "./names";
import { AdoptionTag } from "./states";
import "./practices.css";

const none = <Value of="none" />;

const factsOf = (township: string, { adoption: a, since }: OwnAdoption, names: MetricNames) => [
  {
    label: "来自",
    value: (
      <Link
        href={`/t/${township}/practices/${a.editionId}`}
      >{`${a.authorName}「${a.title}」第 ${a.number} 版`}</Link>
    ),
  },
  { label: "责任人", value: a.owner },
  {
    label: "开始",
    value: since === a.beginsOn ? since : `${a.beginsOn}（补录，效果从录入那天 ${since} 算起）`,
  },
  { label: "计划结束", value: a.untilOn ?? none },
  {
    label: "看哪项指标",
    value: (a.metric === null ? a.metrics : [a.metric]).map((code) => names[code] ?? code).join("、") || none,
  },
  ...(a.stoppedOn === null ? [] : [{ label: "停止", value: `${a.stoppedOn}：${a.stopReason ?? ""}` }]),
  ...(a.helped === null
    ? []
    : [
        {
          label: "效果",
          value: `${a.confirmedOn ?? ""} ${a.confirmedByName ?? ""}确认${a.helped ? "有效" : "没有见效"}`,
        },
        { label: "说明", value: a.benefit, wide: true },
      ]),
];

type Props = { township: string; id: string; names: MetricNames; effect: ReactNode };

/** How another township's practice is used here, and what came of it. @param effect what the figures did, from above this slice */
export function AdoptionPage({ township, id, names, effect }: Props) {
  const { data } = useSuspenseQuery(useTRPC().practices.adoption.queryOptions({ township, id }));
  const writes = useMay()("practices:write");
  const { adoption } = data;
  return (
    <DetailPage
      crumbs={[
        { label: "采用的经验", href: `/t/${township}/practices/adoptions` },
        { label: adoption.title },
      ]}
      title={`采用「${adoption.title}」`}
      tag={<AdoptionTag state={data.state} />}
      next={writes ? <AdoptionActs township={township} data={data} names={names} /> : null}
    >
      {adoption.retired ? <p className="soft">这条经验已停止推广；本乡镇照旧采用，也可以停止。</p> : null}
      <Panel title="采用计划">
        <Facts items={factsOf(township, data, names)} />
        <h3>本乡镇的步骤</h3>
        <ol className="practice-steps">
          {mattersIn(adoption.steps).map((line, at) => (
            <li key={at}>{line}</li>
          ))}
        </ol>
      </Panel>
      {effect}
      <HistoryPanel entries={data.timeline} />
    </DetailPage>
  );
}
