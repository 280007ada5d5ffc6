"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { GroupLists } from "@/domains/records/components/group-lists";
import { groups } from "@/lib/records/groups";
import { useTRPC } from "@/trpc/client";
import { type Column, DataTable } from "@/ui/list/data-table";
import { ListPage } from "@/ui/list/list-page";
import type { ownAdoptions } from "../data/adoptions";
import { AdoptionTag } from "./states";

type Row = Awaited<ReturnType<typeof ownAdoptions>>["rows"][number];

const columns: Column<Row>[] = [
  { key: "title", title: "经验", width: 22, render: ({ title }) => title },
  { key: "author", title: "来自", render: ({ authorName }) => authorName },
  { key: "owner", title: "责任人", render: ({ owner }) => owner },
  { key: "beginsOn", title: "开始", width: 8, render: ({ beginsOn }) => beginsOn },
  { key: "untilOn", title: "计划结束", width: 8, render: ({ untilOn }) => untilOn ?? "" },
  { key: "state", title: "状态", render: ({ state }) => <AdoptionTag state={state} /> },
];

/** What the township took over from others. */
export function OwnAdoptions({ township }: { township: string }) {
  const { data } = useSuspenseQuery(useTRPC().practices.adoptions.queryOptions({ township }));
  return (
    <ListPage
      title="采用的经验"
      tabs={<GroupLists township={township} group={groups.practices} />}
      count={data.rows.length}
    >
      <DataTable
        label="采用的经验"
        columns={columns}
        rows={data.rows}
        rowKey={({ id }) => id}
        href={({ id }) => `/t/${township}/practices/adoptions/${id}`}
        empty={{
          title: "还没有采用别的乡镇的经验",
          body: "在「本县经验库」里打开一条，点「采用这条经验」。",
        }}
      />
    </ListPage>
  );
}
