"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { LinkButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { exportHref } from "@/ui/list/export-href";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import type { listBooks } from "../data";
import { booksQuery } from "./book-input";

type Row = Awaited<ReturnType<typeof listBooks>>["rows"][number];

/** The office's registers of a year: what stands in each, and the way to read, print or take it along. */
export function BookList({ township }: { township: string }) {
  const { data } = useSuspenseQuery(useTRPC().books.list.queryOptions(booksQuery(township, useUrlState())));
  const hrefOf = ({ book }: Row) => `/t/${township}/books/${book}?year=${data.year}`;
  const columns: Column<Row>[] = [
    { key: "name", title: "台账", render: ({ name }) => name },
    {
      key: "entries",
      title: "已登记",
      render: ({ parts }) =>
        parts.length === 1
          ? parts.map(({ entries, unit }) => `${entries} ${unit}`)
          : parts.map(({ what, entries, unit }) => `${what} ${entries} ${unit}`).join("，"),
    },
    {
      key: "act",
      title: "办理",
      render: (row) => (
        <span className="row">
          <LinkButton href={hrefOf(row)}>查看、打印</LinkButton>
          {row.parts.map(({ type, what }) => (
            <a
              key={type}
              className="btn"
              download
              href={exportHref("books.exportBook", { township, book: row.book, part: type, year: data.year })}
            >
              {row.parts.length === 1 ? "导出" : `导出${what}`}
            </a>
          ))}
        </span>
      ),
    },
  ];
  return (
    <ListPage
      title="台账"
      note={`${data.year} 年，由各项记录自动生成，不用另外抄写`}
      filters={<FilterBar years={yearsOffered(data.years, data.year)} shown={data.year} />}
      actions={
        <>
          <LinkButton href={`/t/${township}/summary?year=${data.year}`}>写工作总结</LinkButton>
          <LinkButton href={`/t/${township}/yearbook?year=${data.year}`}>本镇年鉴</LinkButton>
        </>
      }
    >
      <DataTable
        label="台账列表"
        columns={columns}
        rows={data.rows}
        rowKey={({ book }) => book}
        href={hrefOf}
        empty={{ title: "还没有台账" }}
      />
    </ListPage>
  );
}
