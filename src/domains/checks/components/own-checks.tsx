"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { Panel } from "@/ui/panel";
import { CheckLines } from "./check-lines";
import { DrawPanel } from "./draw-panel";

/** What was drawn of a township's own records, to have the papers ready, and what was found. */
export function OwnChecks({ township, currentYear }: { township: string; currentYear: number }) {
  const year = chosenYear(useUrlState().filters, currentYear - 1);
  const { data } = useSuspenseQuery(useTRPC().checks.own.queryOptions({ township, year }));
  const { draw, lines } = data;
  return (
    <ListPage
      title="考核抽查"
      crumbs={[{ label: "考核", href: `/t/${township}/assessment?year=${year}` }, { label: "抽查" }]}
      note={draw === null ? `${year} 年还没有抽取` : `${year} 年抽到本乡镇 ${lines.length} 条`}
      filters={<FilterBar years={yearsOffered(data.years, year)} shown={year} />}
    >
      <DrawPanel standing={data} />
      {draw === null ? null : (
        <Panel title="抽到的记录" note="请备好原始材料，县人大对照核查；对结果有异议的，可在考核申诉中提出">
          <CheckLines rows={lines} />
        </Panel>
      )}
    </ListPage>
  );
}
