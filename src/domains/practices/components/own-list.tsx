"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { GroupLists } from "@/domains/records/components/group-lists";
import { groups } from "@/lib/records/groups";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { LinkButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { ListPage } from "@/ui/list/list-page";
import type { ownPractices } from "../data/own";
import { topicLabels } from "../labels";
import { LifeTag, PracticeTag } from "./states";

type Row = Awaited<ReturnType<typeof ownPractices>>["rows"][number];

const columns: Column<Row>[] = [
  { key: "title", title: "经验", width: 22, render: ({ title }) => title },
  { key: "topic", title: "主题", render: ({ topic }) => topicLabels[topic] },
  { key: "number", title: "版", render: ({ number }) => `第 ${number} 版` },
  { key: "state", title: "办理", render: ({ state }) => <PracticeTag state={state} /> },
  { key: "confirmedOn", title: "确认日期", width: 8, render: ({ confirmedOn }) => confirmedOn ?? "" },
  {
    key: "life",
    title: "在经验库",
    render: ({ life }) => (life === null ? "还没有" : <LifeTag life={life} />),
  },
];

/** What the township itself has written down. */
export function OwnPractices({ township }: { township: string }) {
  const { data } = useSuspenseQuery(useTRPC().practices.own.queryOptions({ township }));
  const may = useMay()("practices:write");
  const base = `/t/${township}/practices/own`;
  return (
    <ListPage
      title="本乡镇的经验"
      tabs={<GroupLists township={township} group={groups.practices} />}
      count={data.rows.length}
      actions={
        may ? (
          <LinkButton href={`${base}/new`} primary shortcutNew>
            写经验
          </LinkButton>
        ) : null
      }
    >
      <DataTable
        label="本乡镇的经验"
        columns={columns}
        rows={data.rows}
        rowKey={({ id }) => id}
        href={({ id }) => `${base}/${id}`}
        empty={{
          title: "还没有写过经验",
          body: "把办得好的做法写下来：解决什么问题、分几步、有哪些记录可以佐证。县人大发布后，别的乡镇可以采用。",
        }}
      />
    </ListPage>
  );
}
