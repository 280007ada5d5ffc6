"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import type { Day } from "@/lib/dates";
import { useMay } from "@/trpc/viewer";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import { ActButton, VoidButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import type { MandateRecord } from "../data/record";
import { endReasonLabels, levelLabels } from "../labels";

const AddMandate = dynamic(() => import("./mandate-forms").then((module) => module.AddMandate), {
  ssr: false,
});
const EndMandate = dynamic(() => import("./mandate-forms").then((module) => module.EndMandate), {
  ssr: false,
});
const VoidMandate = dynamic(() => import("./mandate-forms").then((module) => module.VoidMandate), {
  ssr: false,
});

type Row = MandateRecord & { current: boolean };
type Props = { township: string; deputyId: string; name: string; today: Day; mandates: readonly Row[] };
type Doing = { what: "add" } | { what: "end" | "void"; mandate: Row };

function untilText({ endsOn, endReason }: Row) {
  if (endsOn === null) return "至今";
  return `至 ${endsOn}${endReason ? `（${endReasonLabels[endReason]}）` : ""}`;
}

const columns: Column<Row>[] = [
  {
    key: "level",
    title: "级别",
    render: (row) => <StatusTag tone={row.current ? "info" : "neutral"}>{levelLabels[row.level]}</StatusTag>,
  },
  { key: "term", title: "届次", render: (row) => row.termName },
  { key: "place", title: "选区", render: (row) => row.constituency ?? <Value of="missing" /> },
  { key: "period", title: "任期", width: 11, render: (row) => `${row.startsOn} ${untilText(row)}` },
];

/** Every mandate with its dates: attendance and shares count only the days inside them [R3]. */
export function MandatesPanel({ township, deputyId, name, today, mandates }: Props) {
  const writes = useMay()("deputies:write");
  const [doing, setDoing] = useState<Doing | null>(null);
  const act: Column<Row> = {
    key: "act",
    title: "操作",
    width: 13,
    render: (mandate) => (
      <span className="row">
        {mandate.endsOn === null ? (
          <ActButton onClick={() => setDoing({ what: "end", mandate })}>登记终止</ActButton>
        ) : null}
        {mandates.length > 1 ? <VoidButton onClick={() => setDoing({ what: "void", mandate })} /> : null}
      </span>
    ),
  };
  const shared = { township, name, onClose: () => setDoing(null) };
  return (
    <Panel
      title="任职"
      extra={writes ? <ActButton onClick={() => setDoing({ what: "add" })}>增加任职</ActButton> : null}
    >
      <DataTable
        label="任职"
        columns={writes ? [...columns, act] : columns}
        rows={mandates}
        rowKey={(row) => row.id}
        empty={{ title: "没有任职记录" }}
      />
      {doing?.what === "add" ? <AddMandate {...shared} deputyId={deputyId} /> : null}
      {doing?.what === "end" ? <EndMandate {...shared} mandate={doing.mandate} today={today} /> : null}
      {doing?.what === "void" ? <VoidMandate {...shared} mandate={doing.mandate} /> : null}
    </Panel>
  );
}
