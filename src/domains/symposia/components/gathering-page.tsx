"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { Facts } from "@/ui/detail/facts";
import { Value } from "@/ui/detail/value";
import { exportHref } from "@/ui/list/export-href";
import { Panel } from "@/ui/panel";
import { kindLabels } from "../labels";
import type { GatheringView } from "../data/county";
import { FollowedTable } from "./followed-table";
import { GatheringActs } from "./gathering-acts";
import { GatheringTag } from "./gathering-tag";
import { GatheringNext } from "./gathering-next";
import { InvitedTable } from "./invited-table";
import { MadeTable } from "./made-table";
import "./symposia.css";

const GatheringForm = dynamic(() => import("./gathering-form").then((module) => module.GatheringForm), {
  ssr: false,
});

/** Each topic, with the figures that stood behind it when it was written down. */
function Agenda({ gathering }: Pick<GatheringView, "gathering">) {
  return (
    <Panel title="议程" note="数字是写入议程时的，只有县人大看到；乡镇只看到议题">
      <ol className="agenda">
        {gathering.agenda.map(({ title, metric }) => {
          const kept = gathering.figures.find((one) => one.metric === metric);
          return (
            <li key={title}>
              {title}
              {kept?.sentences.map((sentence) => (
                <p key={sentence} className="soft">
                  {sentence}
                </p>
              ))}
              {kept === undefined ? null : (
                <small>
                  {kept.year} 年数字，截至 {kept.on}
                </small>
              )}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

/** One gathering: who comes, what is talked about, what was promised and what became of it [R90][R91]. */
export function GatheringPage({ county, id }: { county: string; id: string }) {
  const { data } = useSuspenseQuery(useTRPC().symposia.gathering.queryOptions({ id }));
  const may = useMay()("symposia:manage");
  const [editing, setEditing] = useState(false);
  const { gathering } = data;
  const symposium = gathering.kind === "symposium";
  return (
    <DetailPage
      crumbs={[
        { label: "座谈、互访和列席", href: `/c/${county}/exchange?year=${gathering.year}` },
        { label: gathering.title },
      ]}
      title={gathering.title}
      tag={<GatheringTag state={gathering.state} />}
      actions={
        <>
          <a className="btn" href={exportHref("symposia.exportAgenda", { id })} download>
            议程（Word）
          </a>
          {gathering.state === "recorded" ? (
            <a className="btn" href={exportHref("symposia.exportMinutes", { id })} download>
              纪要（Word）
            </a>
          ) : null}
          {may ? <GatheringActs county={county} data={data} onEdit={() => setEditing(true)} /> : null}
        </>
      }
      next={may ? <GatheringNext data={data} /> : null}
    >
      <Panel title="基本情况">
        <Facts
          items={[
            { label: "类别", value: kindLabels[gathering.kind] },
            { label: "日期", value: gathering.heldOn },
            { label: "地点", value: gathering.place ?? <Value of="none" /> },
            { label: "主题", value: gathering.topic ?? <Value of="none" />, wide: true },
            ...(gathering.calledOffWhy === null
              ? []
              : [{ label: "取消原因", value: gathering.calledOffWhy }]),
            ...(gathering.minutes === null
              ? []
              : [{ label: "纪要", value: <span className="said">{gathering.minutes}</span>, wide: true }]),
          ]}
        />
      </Panel>
      {symposium ? <FollowedTable data={data} may={may} /> : null}
      {gathering.agenda.length > 0 ? <Agenda gathering={gathering} /> : null}
      {symposium ? <MadeTable data={data} may={may} /> : null}
      <InvitedTable data={data} />
      {editing ? (
        <GatheringForm
          county={county}
          townships={data.townships}
          edited={data}
          onClose={() => setEditing(false)}
        />
      ) : null}
    </DetailPage>
  );
}
