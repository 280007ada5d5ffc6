"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import { ActButton, LinkButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import type { TownshipRow } from "../data";
import { classLabel, townshipKindLabels } from "../labels";

const TownshipForm = dynamic(() => import("./township-form").then((module) => module.TownshipForm), {
  ssr: false,
});
const MergeForm = dynamic(() => import("./merge-form").then((module) => module.MergeForm), { ssr: false });

const mergedFilter = { key: "merged", label: "范围", options: [{ value: "yes", label: "含已并入的" }] };

function figure(value: number | null) {
  return <Value of={value ?? "missing"} />;
}

/** The county's townships with the three figures that class them; a row opens the township's own pages. */
export function TownshipList({ county }: { county: string }) {
  const { q, filters } = useUrlState();
  const may = useMay();
  const input = { q, withMerged: filters["merged"] === "yes" };
  const { data } = useSuspenseQuery(useTRPC().tenancy.townships.queryOptions(input));
  const [editing, setEditing] = useState<TownshipRow | "new" | null>(null);
  const [merging, setMerging] = useState<TownshipRow | null>(null);
  const columns: Column<TownshipRow>[] = [
    { key: "name", title: "乡镇", render: (row) => row.name },
    { key: "code", title: "代码", wideOnly: true, render: (row) => row.code },
    { key: "kind", title: "建制", render: (row) => townshipKindLabels[row.kind] },
    { key: "class", title: "类别", render: (row) => classLabel(row.class) },
    {
      key: "population",
      title: "人口",
      unit: "人",
      align: "number",
      render: (row) => figure(row.population),
    },
    { key: "area", title: "面积", unit: "平方公里", align: "number", render: (row) => figure(row.areaKm2) },
    { key: "output", title: "产值", unit: "万元", align: "number", render: (row) => figure(row.outputWan) },
    {
      key: "status",
      title: "状态",
      render: (row) =>
        row.status === "active" ? (
          <StatusTag tone="good">在用</StatusTag>
        ) : (
          <StatusTag tone="neutral">{`已并入${row.mergedIntoName ?? "他镇"}`}</StatusTag>
        ),
    },
  ];
  const act: Column<TownshipRow> = {
    key: "act",
    title: "操作",
    render: (row) => (
      <span className="row">
        <ActButton onClick={() => setEditing(row)}>修改</ActButton>
        {row.status === "active" ? <ActButton onClick={() => setMerging(row)}>并入他镇</ActButton> : null}
      </span>
    ),
  };
  const manage = may("tenancy:manage");
  return (
    <ListPage
      title="乡镇"
      count={data.length}
      countUnit="个"
      note="类别按人口、产值、面积划分，标准在「设置」里调整。"
      filters={<FilterBar search="名称、代码" filters={[mergedFilter]} />}
      actions={
        manage ? (
          <>
            <LinkButton href={`/c/${county}/townships/import`}>从 Excel 导入</LinkButton>
            <ActButton primary shortcutNew onClick={() => setEditing("new")}>
              登记乡镇
            </ActButton>
          </>
        ) : null
      }
    >
      <DataTable
        label="乡镇列表"
        columns={manage ? [...columns, act] : columns}
        rows={data}
        rowKey={(row) => row.id}
        href={(row) => `/t/${row.code}`}
        empty={{
          title: "还没有登记乡镇",
          body: "可以从 Excel 导入整张乡镇表，也可以逐个登记；再由账号管理员为各乡镇开设账号。",
        }}
      />
      {editing === null ? null : (
        <TownshipForm
          township={editing === "new" ? null : editing}
          county={county}
          onClose={() => setEditing(null)}
        />
      )}
      {merging === null ? null : (
        <MergeForm
          township={merging}
          others={data.filter((row) => row.id !== merging.id && row.status === "active")}
          onClose={() => setMerging(null)}
        />
      )}
    </ListPage>
  );
}
