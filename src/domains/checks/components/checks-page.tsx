"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { ActButton } from "@/ui/link-button";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { Panel } from "@/ui/panel";
import type { Overview } from "../data";
import { chosenTownship } from "./chosen";
import { DrawPanel } from "./draw-panel";
import { TownshipLines } from "./township-lines";
import { TownshipTable } from "./township-table";

const AnnounceForm = dynamic(() => import("./draw-forms").then((module) => module.AnnounceForm), {
  ssr: false,
});
const DrawForm = dynamic(() => import("./draw-forms").then((module) => module.DrawForm), { ssr: false });

/** What the county may do next: name the number, and draw once it is known. */
function DrawActions({ data }: { data: Overview }) {
  const [open, setOpen] = useState<"announce" | "draw" | null>(null);
  const { year, today, frozenOn, announcement, draw, refusal } = data;
  if (frozenOn === null || draw !== null || refusal !== null) return null;
  const known = announcement !== null && announcement.opensOn <= today;
  const close = () => setOpen(null);
  return (
    <>
      {known ? (
        <ActButton primary onClick={() => setOpen("draw")}>
          抽取
        </ActButton>
      ) : (
        <ActButton primary={announcement === null} onClick={() => setOpen("announce")}>
          {announcement === null ? "公布抽查办法" : "改公布的办法"}
        </ActButton>
      )}
      {open === "announce" ? <AnnounceForm year={year} onClose={close} /> : null}
      {open === "draw" && announcement !== null ? (
        <DrawForm year={year} source={announcement.source} onClose={close} />
      ) : null}
    </>
  );
}

/** The spot check of a county's frozen year. */
export function ChecksPage({ base, currentYear }: { base: string; currentYear: number }) {
  const { filters, hrefWith } = useUrlState();
  const year = chosenYear(filters, currentYear - 1);
  const of = chosenTownship(filters);
  const { data } = useSuspenseQuery(useTRPC().checks.overview.queryOptions({ year }));
  const may = useMay()("assessments:manage");
  const { total } = data;
  return (
    <ListPage
      title="考核抽查"
      crumbs={[{ label: "年度考核", href: `${base}/assessment?year=${year}` }, { label: "抽查" }]}
      note={
        data.draw === null
          ? `${year} 年还没有抽取`
          : `${year} 年抽到 ${total.all} 条，查过 ${total.all - total.open} 条：不符 ${total.differs} 条，查无 ${total.missing} 条`
      }
      filters={<FilterBar years={yearsOffered(data.years, year)} shown={year} />}
    >
      <DrawPanel standing={data} over={data.refusal} actions={may ? <DrawActions data={data} /> : null} />
      {data.draw === null ? null : of === null ? (
        <Panel title="各乡镇进度" note="点乡镇看抽到的记录">
          <TownshipTable rows={data.townships} hrefOf={(code) => hrefWith({ of: code })} />
        </Panel>
      ) : (
        <TownshipLines year={year} of={of} over={data.refusal} allHref={hrefWith({ of: null })} />
      )}
    </ListPage>
  );
}
