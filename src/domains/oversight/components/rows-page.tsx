"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { type Column, DataTable } from "@/ui/list/data-table";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import type { CountyRows } from "../data/rows";
import { rowsQuery } from "./rows-query";

type Row = CountyRows["rows"][number];

const columnsOf = (dayIs: string): Column<Row>[] => [
  { key: "title", title: "事项", render: ({ title }) => title },
  { key: "township", title: "乡镇", render: ({ township }) => township },
  { key: "note", title: "情况", render: ({ note }) => note ?? "" },
  ...(dayIs === "" ? [] : [{ key: "day", title: dayIs, render: ({ day }: Row) => day ?? "无" }]),
];

/** Exactly what a figure of the county's first page counts, row by row. */
export function RowsPage({ base }: { base: string }) {
  const state = useUrlState();
  const { data } = useSuspenseQuery(useTRPC().oversight.rows.queryOptions(rowsQuery(state)));
  const { title, unit, dayIs, total, rows, townships, ofYear, year } = data;
  const options = townships.map(({ code, shortName }) => ({ value: code, label: shortName }));
  return (
    <ListPage
      crumbs={[{ label: "总览", href: ofYear ? `${base}?year=${year}` : base }, { label: title }]}
      title={title}
      count={total}
      countUnit={unit}
      note={ofYear ? `${year} 年` : `今天 ${data.today}`}
      filters={<FilterBar filters={[{ key: "township", label: "乡镇", options }]} />}
    >
      <DataTable
        label={title}
        columns={columnsOf(dayIs)}
        rows={rows}
        total={total}
        rowKey={({ key }) => key}
        href={({ href }) => href ?? base}
        empty={{ title: "现在没有", body: "这里列出的都已办完，或者还没有这样的记录。" }}
      />
    </ListPage>
  );
}
