"use client";

import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { Value } from "@/ui/detail/value";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import type { requestView } from "../data/county";
import { AskTag } from "./ask-tag";

const AskedForm = dynamic(
  () => import("@/domains/joint-tasks/components/asked-form").then((module) => module.AskedForm),
  { ssr: false },
);

type Row = Awaited<ReturnType<typeof requestView>>["rows"][number];

function Answer({ row: { answer, place, files, code, id, returnWhy } }: { row: Row }) {
  if (answer === null && place === null) return <Value of="none" />;
  return (
    <>
      {answer}
      {place === null ? null : (
        <>
          {answer === null ? "" : " "}数据已在系统中：<Link href={place.href}>{place.label}</Link>
        </>
      )}
      {files === 0 ? null : (
        <>
          {" "}
          <Link href={`/t/${code}/data-requests/${id}`}>附件 {files} 个</Link>
        </>
      )}
      {returnWhy === null ? null : `（退回：${returnWhy}）`}
    </>
  );
}

const columns: Column<Row>[] = [
  { key: "name", title: "乡镇", width: 7, render: ({ name }) => name },
  { key: "state", title: "状态", render: ({ state, late }) => <AskTag state={state} late={late} /> },
  {
    key: "answeredOn",
    title: "报送",
    width: 10,
    render: ({ answeredOn, answeredByName }) =>
      answeredOn === null ? <Value of="none" /> : `${answeredOn} ${answeredByName ?? ""}`,
  },
  { key: "answer", title: "报送内容", width: 24, render: (row) => <Answer row={row} /> },
];

type Act = "giveBack" | "exempt";
const words: Record<Act, { act: string; label: string; intro: string }> = {
  giveBack: { act: "退回补充", label: "需要补充什么", intro: "乡镇补充后再报一次，原来的内容还在。" },
  exempt: { act: "免报", label: "理由", intro: "这个乡镇不用报送，也不计入它的负担。" },
};

/** What came from each township, and what may be done of it. */
export function ReceiptTable({ rows, may }: { rows: Row[]; may: boolean }) {
  const trpc = useTRPC().dataRequests;
  const giveBack = useCommand(trpc.giveBack.mutationOptions());
  const exempt = useCommand(trpc.exempt.mutationOptions());
  const [asking, setAsking] = useState<{ row: Row; act: Act } | null>(null);
  const offered = (row: Row) => (["giveBack", "exempt"] as const).filter((act) => row.may[act]);
  const acts: Column<Row> = {
    key: "act",
    title: "操作",
    render: (row) =>
      offered(row).map((act) => (
        <ActButton key={act} onClick={() => setAsking({ row, act })}>
          {words[act].act}
        </ActButton>
      )),
  };
  const run = ({ row: { id, version }, act }: { row: Row; act: Act }, why: string) =>
    act === "giveBack" ? giveBack.run({ id, version, why }) : exempt.run({ id, version, why });
  return (
    <>
      <DataTable
        label="各乡镇的报送"
        columns={may ? [...columns, acts] : columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={{ title: "没有乡镇要报送" }}
      />
      {asking === null ? null : (
        <AskedForm
          title={`${asking.row.name}：${words[asking.act].act}`}
          act={words[asking.act].act}
          intro={words[asking.act].intro}
          whyLabel={words[asking.act].label}
          onClose={() => setAsking(null)}
          onSubmit={({ why }) => run(asking, why)}
        />
      )}
    </>
  );
}
