"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { countyDueHref, countyDueOf } from "@/domains/registry";
import { useTRPC } from "@/trpc/client";
import { DueText } from "@/ui/detail/due-text";
import { Value } from "@/ui/detail/value";
import { LinkButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import type { countyDue } from "../data";

type Row = Awaited<ReturnType<typeof countyDue>>["rows"][number];

const shown = 8;
const keyOf = ({ kind, id, township }: Row) => `${kind} ${id} ${township}`;

const columnsOf = (county: string, today: string): Column<Row>[] => [
  { key: "what", title: "事项", width: 12, render: ({ kind }) => countyDueOf(kind).what },
  {
    key: "title",
    title: "名称",
    width: 20,
    render: ({ title, note }) => (note === null ? title : `${title}（${note}）`),
  },
  { key: "township", title: "乡镇", width: 7, render: ({ townshipName }) => townshipName },
  {
    key: "due",
    title: "期限",
    width: 10,
    render: ({ dueOn }) => (dueOn === null ? <Value of="none" /> : <DueText day={dueOn} today={today} />),
  },
  {
    key: "act",
    title: "办理",
    render: (row) => (
      <LinkButton href={countyDueHref(county, row.kind, row)}>{countyDueOf(row.kind).act}</LinkButton>
    ),
  },
];

/** 县人大待办: what townships wait for, the most urgent first. */
export function CountyDue({ county }: { county: string }) {
  const { data } = useSuspenseQuery(useTRPC().today.county.queryOptions({}));
  const columns = columnsOf(county, data.today);
  const table = (rows: Row[], label: string) => (
    <DataTable label={label} columns={columns} rows={rows} rowKey={keyOf} empty={{ title: "没有待办" }} />
  );
  if (data.rows.length === 0) return null;
  return (
    <Panel title={`县人大待办 ${data.rows.length} 件`} note="乡镇在等县里的：认定成果、答复建议和上报的问题">
      {table(data.rows.slice(0, shown), "县人大待办")}
      {data.rows.length > shown ? (
        <details>
          <summary>其余 {data.rows.length - shown} 件</summary>
          {table(data.rows.slice(shown), "其余待办")}
        </details>
      ) : null}
    </Panel>
  );
}
