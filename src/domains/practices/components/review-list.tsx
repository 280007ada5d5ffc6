"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { type Column, DataTable } from "@/ui/list/data-table";
import { ListPage } from "@/ui/list/list-page";
import type { ReviewQueue } from "../data/review";
import { topicLabels } from "../labels";
import { ExchangeTabs } from "./exchange-tabs";
import { PracticeTag } from "./states";

type Row = ReviewQueue["rows"][number];

const columns: Column<Row>[] = [
  { key: "title", title: "经验", width: 22, render: ({ title }) => title },
  { key: "township", title: "乡镇", render: ({ township }) => township },
  { key: "topic", title: "主题", render: ({ topic }) => topicLabels[topic] },
  { key: "number", title: "版", render: ({ number }) => `第 ${number} 版` },
  {
    ...{ key: "confirmedOn", title: "乡镇确认", width: 10 },
    render: ({ confirmedOn, confirmedByName }) => `${confirmedOn ?? ""} ${confirmedByName ?? ""}`,
  },
  { key: "state", title: "状态", render: ({ state }) => <PracticeTag state={state} /> },
];

/** What townships handed in, the longest waiting first. */
export function ReviewList({ county }: { county: string }) {
  const { data } = useSuspenseQuery(useTRPC().practices.queue.queryOptions({}));
  const waiting = data.rows.filter(({ state }) => state === "confirmed").length;
  return (
    <ListPage title="待审核的经验" tabs={<ExchangeTabs county={county} />} count={waiting}>
      <DataTable
        label="待审核的经验"
        columns={columns}
        rows={data.rows}
        rowKey={({ id }) => id}
        href={({ id }) => `/c/${county}/practices/review/${id}`}
        empty={{ title: "没有等着审核的经验", body: "乡镇主席确认后会出现在这里。" }}
      />
    </ListPage>
  );
}
