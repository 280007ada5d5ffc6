"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { FindingTable } from "@/domains/supervision/components/finding-table";
import { useMay } from "@/trpc/viewer";
import { Value } from "@/ui/detail/value";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import type { ShownLine } from "../data/rounds";
import type { RoundRecord } from "./detail-type";

const FindingDialog = dynamic(() => import("./finding-dialog").then((module) => module.FindingDialog), {
  ssr: false,
});

const off = (points: number) => (points === 0 ? <Value of="none" /> : `−${points}`);

const columns: readonly Column<ShownLine>[] = [
  {
    key: "name",
    title: "单位",
    width: 18,
    render: ({ name, opinion, reason }) => (
      <>
        {name}
        {[reason, opinion].map((said) =>
          said === null ? null : (
            <small key={said} style={{ display: "block" }}>
              {said}
            </small>
          ),
        )}
      </>
    ),
  },
  { key: "score", title: "得分", align: "number", render: ({ score }) => score },
  { key: "complaintPoints", title: "投诉扣分", align: "number", render: (line) => off(line.complaintPoints) },
  { key: "handlingPoints", title: "办理扣分", align: "number", render: (line) => off(line.handlingPoints) },
  {
    key: "net",
    title: "扣分后",
    align: "number",
    render: ({ net }) => net,
  },
];

/** The units' points, best first, and what was said of them that somebody has to mend. */
export function RoundPanels({ township, record }: { township: string; record: RoundRecord }) {
  const [about, setAbout] = useState<ShownLine | null>(null);
  const write = useMay()("supervision:write") && record.voidedAt === null;
  const { facts, lines, findings, today } = record;
  const act: Column<ShownLine> = {
    key: "finding",
    title: "整改",
    render: (line) => <ActButton onClick={() => setAbout(line)}>转为问题</ActButton>,
  };
  const share = Math.round((facts.returned / facts.issued) * 1000) / 10;
  return (
    <>
      <Panel
        title={`${lines.length} 个单位的得分`}
        note={`发出 ${facts.issued} 张、收回 ${facts.returned} 张评议票，参评率 ${share}%`}
      >
        <DataTable
          label="各单位得分"
          columns={write ? [...columns, act] : columns}
          rows={lines}
          rowKey={({ unitId }) => unitId}
          empty={{ title: "没有单位" }}
        />
      </Panel>
      <Panel title="评议意见形成的问题" note="转为问题后，逐个通知、整改、核实、销号">
        <FindingTable base={`/t/${township}/supervision`} rows={findings} today={today} withinActivity />
      </Panel>
      {about === null ? null : (
        <FindingDialog township={township} round={record} line={about} onClose={() => setAbout(null)} />
      )}
    </>
  );
}
