"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "@/trpc/client";
import { StatusTag } from "@/ui/detail/status-tag";
import { type Column, DataTable } from "@/ui/list/data-table";
import { ListPage } from "@/ui/list/list-page";
import type { standingOfCounty } from "../data";
import { grouped } from "./grouped";

type Row = Awaited<ReturnType<typeof standingOfCounty>>["townships"][number];

type Kept = Row["kinds"][number];

/** One kind of a township: how far it is, and what is missing. */
function KindLine({ code, kind: { name, text, gap, path, right } }: { code: string; kind: Kept }) {
  return (
    <li>
      {right === null ? <Link href={`/t/${code}/${path}`}>{name}</Link> : name}：{text}
      {gap === null ? null : (
        <>
          {" "}
          <StatusTag tone="warn">待补</StatusTag> <span className="soft">{gap}</span>
        </>
      )}
    </li>
  );
}

/** In the order of the menu, where they are entered. */
const inOrder = (kinds: readonly Kept[]) => grouped(kinds).flatMap((group) => group.kinds);

/** Where a township lacks what it should keep: one row a township, what is missing first. */
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
    {
      key: "gaps",
      title: "待补",
      width: 34,
      render: ({ code, kinds }) => (
        <ul className="kept">
          {inOrder(kinds).flatMap((kind) =>
            kind.gap === null ? [] : [<KindLine key={kind.type} code={code} kind={kind} />],
          )}
        </ul>
      ),
    },
    {
      key: "kept",
      title: "已到位",
      width: 34,
      render: ({ code, kinds }) => (
        <ul className="kept">
          {inOrder(kinds).flatMap((kind) =>
            kind.gap === null ? [<KindLine key={kind.type} code={code} kind={kind} />] : [],
          )}
        </ul>
      ),
    },
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
