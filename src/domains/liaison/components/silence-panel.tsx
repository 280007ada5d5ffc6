"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import type { silence } from "../data/silence";
import { sourceLabels } from "../labels";

const SilenceForm = dynamic(() => import("./silence-form").then((module) => module.SilenceForm), {
  ssr: false,
});

type Row = Awaited<ReturnType<typeof silence>>["townships"][number];

const columns: Column<Row>[] = [
  { key: "name", title: "乡镇", render: ({ name }) => name },
  { key: "last", title: "上次联系", width: 8, render: ({ last }) => last?.day ?? "还没有" },
  {
    key: "source",
    title: "以什么为准",
    render: ({ last }) => (last === null ? "—" : sourceLabels[last.source]),
  },
  {
    key: "days",
    title: "距今",
    align: "number",
    unit: "天",
    render: ({ days }) => <Value of={days ?? "none"} />,
  },
  {
    key: "state",
    title: "情况",
    render: ({ silent }) =>
      silent ? <StatusTag tone="bad">很久没有联系</StatusTag> : <StatusTag tone="good">有联系</StatusTag>,
  },
];

/** Which township has not been in touch for longer than the county allows, and what counted last [R95]. */
export function SilencePanel() {
  const { data } = useSuspenseQuery(useTRPC().liaison.silence.queryOptions({}));
  const may = useMay()("liaison:enter");
  const [setting, setSetting] = useState(false);
  const { limit, silent } = data;
  return (
    <Panel
      title={
        silent === 0 ? `各乡镇 ${limit.days} 天内都有联系` : `${silent} 个乡镇超过 ${limit.days} 天没有联系`
      }
      note="联系记录、联动任务到乡镇、座谈会等到会、请示答复、签收通知，都算联系"
      extra={may ? <ActButton onClick={() => setSetting(true)}>设置天数</ActButton> : null}
    >
      <DataTable
        label="各乡镇上次联系"
        columns={columns}
        rows={data.townships}
        rowKey={({ id }) => id}
        empty={{ title: "还没有登记乡镇", body: "先在“乡镇”里登记。" }}
      />
      {setting ? <SilenceForm limit={limit} onClose={() => setSetting(false)} /> : null}
    </Panel>
  );
}
