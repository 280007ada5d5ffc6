"use client";

import Link from "next/link";
import { useState } from "react";
import { metricOf } from "@/domains/figures/rules/metrics";
import { classLabel } from "@/domains/tenancy/labels";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ConfirmModal } from "@/ui/form/confirm-modal";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import type { SavedComparison } from "../data/saved";

type Props = { base: string; rows: readonly SavedComparison[] };

const contentOf = ({ choice: { metrics, years, class: one, townships } }: SavedComparison): string => {
  const names = metrics.map((code) => `${code} ${metricOf(code).name}`);
  const where =
    townships.length > 0 ? `，${townships.length} 个乡镇` : one === null ? "" : `，${classLabel(one)}乡镇`;
  return `${names.join("、")}；${years.join("、")} 年${where}`;
};

/** What one has kept, and what others of the county share; opened anew, the figures are of that day. */
export function SavedPanel({ base, rows }: Props) {
  const strike = useCommand(useTRPC().oversight.strikeComparison.mutationOptions());
  const [asked, setAsked] = useState<SavedComparison | null>(null);
  const columns: Column<SavedComparison>[] = [
    {
      key: "name",
      title: "名称",
      width: 12,
      render: ({ id, name }) => <Link href={`${base}/compare/any?view=${id}`}>{name}</Link>,
    },
    { key: "content", title: "比较的内容", width: 28, render: contentOf },
    {
      key: "owner",
      title: "谁存的",
      width: 8,
      render: ({ own, ownerName, shared }) => `${own ? "自己" : ownerName}${shared ? "" : "，未共享"}`,
    },
    {
      key: "act",
      title: "操作",
      render: (row) =>
        row.own ? (
          <ActButton danger onClick={() => setAsked(row)}>
            删去
          </ActButton>
        ) : null,
    },
  ];
  return (
    <Panel title="存下的比较" note="点名称打开；打开后的网址就是可以发给同事的链接">
      <DataTable
        label="存下的比较"
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={{
          title: "还没有存下的比较",
          body: "选好指标、乡镇和年份后点「存下这个比较」，下次直接打开。",
        }}
      />
      {asked === null ? null : (
        <ConfirmModal
          title={`删去「${asked.name}」？`}
          okText="删去"
          cancelText="留着"
          pending={strike.isPending}
          onConfirm={() => strike.run({ id: asked.id, version: asked.version })}
          onClose={() => setAsked(null)}
        >
          它的链接从此打不开；乡镇的记录和数值不受影响。
        </ConfirmModal>
      )}
    </Panel>
  );
}
