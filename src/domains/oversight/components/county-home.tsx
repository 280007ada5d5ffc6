"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { NoTownships } from "@/domains/figures/components/no-townships";
import "@/domains/figures/components/figures.css";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { LinkButton } from "@/ui/link-button";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { Panel } from "@/ui/panel";
import { metricFilter, metricIn } from "./chosen-metric";
import { DecisionCards } from "./decision-cards";
import { FunnelPanel } from "./funnel-panel";
import { ImbalancePanel } from "./imbalance-panel";
import { LeaguePanel } from "./league-panel";
import "./overview.css";
import { YearViews } from "./year-views";

type Props = { base: string; currentYear: number; children?: ReactNode };

/** What needs a decision today, then the year's picture. @param children the stage of the yearly assessment */
export function CountyHome({ base, currentYear, children }: Props) {
  const { filters } = useUrlState();
  const year = chosenYear(filters, currentYear);
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.oversight.home.queryOptions({ year }));
  const { data: now } = useSuspenseQuery(trpc.oversight.today.queryOptions({}));
  const metric = metricIn(filters);
  if (data.townships.length === 0) {
    return (
      <ListPage title="总览" note={`今天 ${now.today}`}>
        <NoTownships base={base} />
      </ListPage>
    );
  }
  return (
    <ListPage
      title="总览"
      note={`今天 ${now.today} · ${data.townships.length} 个乡镇`}
      actions={
        <>
          <LinkButton href={`${base}/yearbook?year=${year}`}>年鉴</LinkButton>
          <LinkButton href={`${base}/meeting?year=${year}`}>会议投屏</LinkButton>
        </>
      }
    >
      <DecisionCards base={base} cards={now.cards} today={now.today}>
        {children}
      </DecisionCards>
      <div className="section-head">
        <h2>{year} 年的全貌</h2>
        <FilterBar filters={[metricFilter]} years={yearsOffered(data.years, year)} shown={year} />
      </div>
      <div className="columns">
        <Panel title="各乡镇">
          <YearViews base={base} data={data} metric={metric} openYear={currentYear} />
        </Panel>
        <div className="stack">
          <FunnelPanel base={base} data={data} />
          <Panel title="同类排位">
            <LeaguePanel base={base} comparison={data} />
          </Panel>
        </div>
      </div>
      <ImbalancePanel base={base} data={data} />
    </ListPage>
  );
}
