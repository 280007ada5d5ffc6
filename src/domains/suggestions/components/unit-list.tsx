"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { ExportButton } from "@/ui/list/export-button";
import { exportHref } from "@/ui/list/export-href";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import type { listUnits } from "../data/units";
import { unitKindLabels } from "../labels";
import { unitsQuery } from "./list-query";

const UnitForm = dynamic(() => import("./unit-form").then((module) => module.UnitForm), { ssr: false });

type Row = Awaited<ReturnType<typeof listUnits>>["rows"][number];

const columns: Column<Row>[] = [
  { key: "name", title: "单位", sortable: true, render: (row) => row.name },
  { key: "kind", title: "类别", width: 9, render: (row) => unitKindLabels[row.kind] },
  {
    key: "led",
    title: "主办",
    unit: "件",
    align: "number",
    sortable: true,
    render: (row) => <Value of={row.led} />,
  },
  { key: "closed", title: "已办结", unit: "件", align: "number", render: (row) => <Value of={row.closed} /> },
  { key: "co", title: "会办", unit: "件", align: "number", render: (row) => <Value of={row.co} /> },
  {
    key: "dissatisfied",
    title: "不满意",
    unit: "件",
    align: "number",
    sortable: true,
    render: ({ standing }) => <Value of={standing.counted} text={`${standing.counted}/${standing.limit}`} />,
  },
  {
    key: "standing",
    title: "评先资格",
    width: 9,
    render: ({ standing }) =>
      standing.disqualified ? (
        <StatusTag tone="bad">取消</StatusTag>
      ) : standing.undecided > 0 ? (
        <StatusTag tone="warn">{standing.undecided} 件待认定</StatusTag>
      ) : (
        <StatusTag tone="good">保留</StatusTag>
      ),
  },
];

/** The units that handle suggestions, with their year: the third unsatisfied one costs the claim to honours (R74). */
export function UnitList({ township }: { township: string }) {
  const input = unitsQuery(township, useUrlState());
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const { data } = useSuspenseQuery(useTRPC().units.list.queryOptions(input));
  const base = `/t/${township}/suggestions/units`;
  return (
    <ListPage
      title="承办单位"
      count={data.total}
      countUnit="个"
      note={`${data.year} 年；无正当理由的不满意超过 2 件，取消评先资格`}
      filters={<FilterBar search="单位名称或拼音首字母" years={yearsOffered(data.years, data.year)} />}
      actions={
        <>
          <ExportButton
            href={exportHref("units.exportRows", { township, year: input.year, q: input.q })}
            count={data.total}
            unit="个"
          />
          {may("suggestions:write") ? (
            <ActButton primary shortcutNew onClick={() => setAdding(true)}>
              登记单位
            </ActButton>
          ) : null}
        </>
      }
    >
      <DataTable
        label="承办单位列表"
        columns={columns}
        rows={data.rows}
        total={data.total}
        rowKey={(row) => row.id}
        href={(row) => `${base}/${row.id}`}
        empty={{ title: "还没有承办单位", body: "先登记镇内办所、站所和村居，交办时按拼音选择。" }}
      />
      {adding ? <UnitForm township={township} onClose={() => setAdding(false)} /> : null}
    </ListPage>
  );
}
