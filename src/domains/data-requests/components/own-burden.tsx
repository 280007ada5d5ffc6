"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { Facts } from "@/ui/detail/facts";
import { StatusTag } from "@/ui/detail/status-tag";
import { Panel } from "@/ui/panel";
import { monthText } from "./months";

/** What the county asks of this township in the year, what is still to come, and how much it set itself for most [R87]. */
export function OwnBurden({ township, year }: { township: string; year: number }) {
  const { data } = useSuspenseQuery(useTRPC().dataRequests.ownBurden.queryOptions({ township, year }));
  if (data === null) return null;
  const { forecast, papers, months, total } = data;
  const said = (sentence: string, over: boolean) =>
    over ? <StatusTag tone="bad">{sentence}</StatusTag> : sentence;
  return (
    <Panel
      title={`${year} 年县里要求的总量`}
      note="只计已下发、已告知本乡镇的；上限由县人大定，超出时可以向县里提出"
    >
      <Facts
        items={[
          { label: "到乡镇检查", value: said(forecast.sentence, forecast.over), wide: true },
          { label: "表格、报告", value: said(papers.sentence, papers.over), wide: true },
          { label: "已经和将要", value: `检查 ${total.days} 天，接待县级人员 ${total.people} 人次` },
          { label: "按月", value: months.flatMap(monthText).join("，") || "无" },
        ]}
      />
    </Panel>
  );
}
