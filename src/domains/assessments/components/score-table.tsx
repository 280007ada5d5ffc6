"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { schemeInText } from "@/domains/figures/labels";
import { chosenYear, yearsOffered } from "@/lib/years";
import { NoTownships } from "@/domains/figures/components/no-townships";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { exportHref } from "@/ui/list/export-href";
import { ExportButton } from "@/ui/list/export-button";
import { ActButton, LinkButton } from "@/ui/link-button";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { ViewTabs } from "@/ui/list/view-tabs";
import { useUrlState } from "@/ui/list/use-url-state";
import { FreezePanel } from "./freeze-panel";
import { LeagueTables } from "./league-tables";
import { CountyPapers } from "./paper-links";
import { chosenView, filtersOf, ScoreView, views } from "./score-views";

const AdoptScheme = dynamic(() => import("./adopt-scheme").then((module) => module.AdoptScheme), {
  ssr: false,
});

function AdoptButton({ year }: { year: number }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <ActButton onClick={() => setAsking(true)}>采用默认方案</ActButton>
      {asking ? <AdoptScheme year={year} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

/** The county's scores of a year, looked at in five ways. */
export function ScoreTable({ base, currentYear }: { base: string; currentYear: number }) {
  const { filters } = useUrlState();
  const year = chosenYear(filters, currentYear);
  const view = chosenView(filters);
  const { data } = useSuspenseQuery(useTRPC().assessments.scores.queryOptions({ year }));
  const may = useMay();
  if (data.townships.length === 0) {
    return (
      <ListPage title="年度考核" filters={<FilterBar years={yearsOffered(data.years, year)} shown={year} />}>
        <NoTownships base={base} />
      </ListPage>
    );
  }
  const computed = data.townships[0]?.total.computed ?? 0;
  const scored = data.townships[0]?.scores.filter((score) => score.state !== "notComputed") ?? [];
  return (
    <ListPage
      title="年度考核"
      note={`已能计算 ${scored.length} 项共 ${computed} 分 · ${schemeInText(data)}`}
      filters={
        <FilterBar filters={filtersOf(view, data)} years={yearsOffered(data.years, year)} shown={year} />
      }
      actions={
        <>
          <ExportButton href={exportHref("assessments.exportScores", { year })} />
          <LinkButton href={`${base}/assessment/scheme`}>考核方案</LinkButton>
          <LinkButton href={`${base}/assessment/cycle?year=${year}`}>考核办理</LinkButton>
          <LinkButton href={`${base}/assessment/subjects?year=${year}`}>小组、单位考核</LinkButton>
          <LinkButton href={`${base}/assessment/metrics`}>口径目录</LinkButton>
          <LinkButton href={`${base}/assessment/what-if?year=${year}`}>权重试算</LinkButton>
          <LinkButton href={`${base}/assessment/checks?year=${year}`}>抽查</LinkButton>
          {!data.schemeAdopted && may("assessments:manage") ? <AdoptButton year={year} /> : null}
        </>
      }
    >
      <ViewTabs label="得分的看法" views={views} chosen={view} />
      {view === "league" ? (
        <>
          <LeagueTables base={base} data={data} />
          <CountyPapers base={base} year={year} />
        </>
      ) : (
        <ScoreView view={view} base={base} data={data} />
      )}
      <FreezePanel year={year} />
    </ListPage>
  );
}
