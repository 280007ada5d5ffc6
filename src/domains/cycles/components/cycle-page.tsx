"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { type Action, NextAction } from "@/ui/detail/next-action";
import { LinkButton } from "@/ui/link-button";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { EmptyState } from "@/ui/states/empty-state";
import { deny } from "@/lib/decision";
import type { CycleShown } from "../data/county";
import { stageNames } from "../rules/stages";
import { isPlain } from "./begin-stage";
import { StageLine } from "./stage-line";
import { TownshipList } from "./township-list";

const BeginStage = dynamic(() => import("./begin-stage").then((module) => module.BeginStage), { ssr: false });
const PlanStage = dynamic(() => import("./plan-stage").then((module) => module.PlanStage), { ssr: false });

type Cycle = NonNullable<CycleShown["cycle"]>;

/** What is to be done next: begin a stage here, or go where it is done. */
function actionOf({ next }: Cycle, result: string, onBegin: () => void): Action | undefined {
  if (next === null) return undefined;
  const decision = next.refusal === null ? {} : { decision: deny(next.refusal) };
  const label = `进入“${stageNames[next.stage]}”`;
  return isPlain(next.stage)
    ? { label, ...decision, onClick: onBegin }
    : { label, ...decision, href: result };
}

/** Appeals are decided before the meeting, and awards are said with the publication: nothing else is left then. */
const openAfterPublication =
  "结果已经公布：申诉已全部作出决定，表彰随公布确定，都不能再改；只剩下载留存材料后归档，归档后本年办理结束。";

type Open = "begin" | "plan" | null;

function Running({ base, year, today, cycle }: { base: string; year: number; today: string; cycle: Cycle }) {
  const [open, setOpen] = useState<Open>(null);
  const may = useMay()("cycles:manage");
  const action = actionOf(cycle, `${base}/assessment/cycle/result?year=${year}`, () => setOpen("begin"));
  const plan: Action = { label: "调整日期", onClick: () => setOpen("plan") };
  const stage = cycle.next?.stage;
  return (
    <>
      <StageLine line={cycle.line} today={today} />
      {may ? (
        <NextAction
          primary={action}
          secondary={cycle.next === null ? [] : [plan]}
          done={`${year} 年考核已经归档。`}
        />
      ) : null}
      {cycle.decisionDue === null ? null : (
        <p className="soft">申诉应在 {cycle.decisionDue} 前作出决定（截止后五个工作日）。</p>
      )}
      {stage === "archived" ? <p className="soft">{openAfterPublication}</p> : null}
      <TownshipList base={base} year={year} cycle={cycle} />
      {open === "begin" && stage !== undefined && isPlain(stage) ? (
        <BeginStage year={year} stage={stage} version={cycle.version} onClose={() => setOpen(null)} />
      ) : null}
      {open === "plan" ? <PlanStage year={year} cycle={cycle} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

/** The county's way through a frozen year: where it stands, what comes next and by whom. */
export function CyclePage({ base, currentYear }: { base: string; currentYear: number }) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().cycles.cycle.queryOptions({ year }));
  const to = `${base}/assessment/cycle`;
  return (
    <ListPage
      title={`${year} 年度考核办理`}
      crumbs={[{ label: "年度考核", href: `${base}/assessment?year=${year}` }, { label: "考核办理" }]}
      filters={<FilterBar years={yearsOffered(data.years, year)} shown={year} />}
      actions={
        <>
          <LinkButton href={`${base}/assessment/checks?year=${year}`}>抽查</LinkButton>
          <LinkButton href={`${to}/appeals?year=${year}`}>申诉</LinkButton>
          <LinkButton href={`${to}/result?year=${year}`}>结果与公布</LinkButton>
        </>
      }
    >
      {data.cycle === null ? (
        <EmptyState
          title={`${year} 年考核还没有封存`}
          body="封存以后才开始自评、评审和申诉。请先到“年度考核”页封存这一年。"
          action={<LinkButton href={`${base}/assessment?year=${year}`}>去年度考核</LinkButton>}
        />
      ) : (
        <Running base={base} year={year} today={data.today} cycle={data.cycle} />
      )}
    </ListPage>
  );
}
