"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { chosenYear } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { DueText } from "@/ui/detail/due-text";
import { ActButton } from "@/ui/link-button";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { Panel } from "@/ui/panel";
import { EmptyState } from "@/ui/states/empty-state";
import { exportHref } from "@/ui/list/export-href";
import { AppealFacts } from "./appeal-facts";
import type { AppealRow } from "./shown";

const DecideAppeal = dynamic(() => import("./decide-appeal").then((module) => module.DecideAppeal), {
  ssr: false,
});

/** Every appeal of a year: what it is about, by when it is decided, and what was decided. */
export function AppealsPage({ base, currentYear }: { base: string; currentYear: number }) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().cycles.appeals.queryOptions({ year }));
  const may = useMay()("cycles:manage");
  const [open, setOpen] = useState<AppealRow | null>(null);
  return (
    <ListPage
      title={`${year} 年考核申诉`}
      crumbs={[{ label: "考核办理", href: `${base}/assessment/cycle?year=${year}` }, { label: "申诉" }]}
      count={data.rows.length}
      countUnit="件"
      note="由没有参加该乡镇评审的人决定，申诉截止后五个工作日内办完"
    >
      {data.rows.length === 0 ? (
        <EmptyState title="没有申诉" body="初步结果告知以后，乡镇可以在五个工作日内提出。" />
      ) : null}
      {data.rows.map((row) => (
        <Panel
          key={row.id}
          title={`${row.township.name} · ${row.name}`}
          note={row.decided === null ? <DueText day={data.due} today={data.today} /> : null}
          extra={
            row.decided === null ? (
              may && row.mine ? (
                <ActButton primary onClick={() => setOpen(row)}>
                  作出决定
                </ActButton>
              ) : (
                <span className="soft">您评审过或联系着这个乡镇，由别人决定</span>
              )
            ) : (
              <a className="btn" href={exportHref("cycles.exportAppeal", { id: row.id })} download>
                申诉决定（Word）
              </a>
            )
          }
        >
          <AppealFacts appeal={row} township={row.township.code} />
        </Panel>
      ))}
      {open === null ? null : <DecideAppeal appeal={open} onClose={() => setOpen(null)} />}
    </ListPage>
  );
}
