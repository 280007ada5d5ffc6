"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "@/trpc/client";
import { StatusTag } from "@/ui/detail/status-tag";
import { type Column, DataTable } from "@/ui/list/data-table";
import { ListPage } from "@/ui/list/list-page";
import type { standingOfCounty } from "../data";

type Row = Awaited<ReturnType<typeof standingOfCounty>>["townships"][number];

/** Where a township lacks what it should keep: one row a township, one column a kind. */
export function CountyBasics() {
  const { data } = useSuspenseQuery(useTRPC().standing.ofCounty.queryOptions({}));
  const gaps = data.townships.filter(({ kinds }) => kinds.some(({ gap }) => gap !== null)).length;
  const kept = data.columns.map(({ name }) => name).join("、");
  const columns: Column<Row>[] = [
    {
      key: "name",
      title: "乡镇",
      width: 7,
      render: ({ code, name }) => <Link href={`/t/${code}/basics`}>{name}</Link>,
    },
    ...data.columns.map(({ type, name }): Column<Row> => ({
      key: type,
      title: name,
      render: ({ code, kinds }) => {
        const found = kinds.find((kind) => kind.type === type);
        if (found === undefined) return null;
        return (
          <>
            {found.right === null ? <Link href={`/t/${code}/${found.path}`}>{found.text}</Link> : found.text}
            {found.gap === null ? null : (
              <div>
                <StatusTag tone="warn">待补</StatusTag> <span className="soft">{found.gap}</span>
              </div>
            )}
          </>
        );
      },
    })),
  ];
  return (
    <ListPage
      title="基础工作"
      count={data.townships.length}
      countUnit="个乡镇"
      note={`${data.year} 年：${gaps === 0 ? `各乡镇${kept}都已到位` : `${gaps} 个乡镇有待补的事项`}`}
    >
      <DataTable
        label="各乡镇基础工作"
        columns={columns}
        rows={data.townships}
        rowKey={({ code }) => code}
        empty={{ title: "还没有登记乡镇", body: "先在「乡镇」里登记，再看各乡镇的基础工作。" }}
      />
    </ListPage>
  );
}
