"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { RecordFiles } from "@/domains/attachments/components/record-files";
import { HistoryPanel } from "@/domains/history/components/history-panel";
import { recordCrumbs } from "@/domains/records/components/record-crumbs";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { type Action, NextAction } from "@/ui/detail/next-action";
import { StatusTag } from "@/ui/detail/status-tag";
import { StepBar } from "@/ui/detail/step-bar";
import { ActButton, LinkButton, VoidButton } from "@/ui/link-button";
import { stageLabels, stageTones } from "../labels";
import { project as kind } from "../record";
import type { ProjectDialog, ProjectRecord } from "./detail-type";
import { Decisions, OnSite } from "./event-list";
import { MilestoneTable } from "./milestone-table";
import { Money, ProjectFacts } from "./project-facts";

const ProjectDialogs = dynamic(() => import("./project-dialogs").then((module) => module.ProjectDialogs), {
  ssr: false,
});

type Open = (dialog: ProjectDialog) => void;

/** What comes next, by the stage; the rules decide in the commands. */
function nextOf(
  project: ProjectRecord,
  base: string,
  open: Open,
): { primary?: Action; secondary?: Action[] } {
  const { stage, milestoneRows, rating } = project;
  const ask = { label: "现场询问", onClick: () => open({ act: "ask" }) };
  const adjust = { label: "调整项目", onClick: () => open({ act: "adjust" }) };
  const rate = { label: "登记测评", onClick: () => open({ act: "rate" }) };
  const verified = milestoneRows.every(({ verifiedOn }) => verifiedOn !== null);
  const complete = { label: "登记完成", onClick: () => open({ act: "complete" }) };
  const plan = { label: "登记节点", onClick: () => open({ act: "plan" }) };
  const rating0 = rating === null ? [rate] : [];
  switch (stage) {
    case "solicited":
      return {
        primary: { label: "列为候选", hint: "由主席团提名", onClick: () => open({ act: "nominate" }) },
      };
    case "candidate":
      return { primary: { label: "登记票决", href: `${base}/ballots/new` } };
    case "chosen":
      return { primary: plan, secondary: [ask, adjust] };
    case "running":
      return { primary: verified ? complete : plan, secondary: [ask, adjust, ...rating0] };
    case "completed":
      return rating === null ? { primary: rate } : {};
    default:
      return {};
  }
}

const isDone = ({ stage, rating }: ProjectRecord): boolean =>
  stage === "notChosen" || stage === "dropped" || (stage === "completed" && rating !== null);

function Tags({ project }: { project: ProjectRecord }) {
  const { stage, changes, overdue, voidedAt, voidReason } = project;
  return (
    <>
      {voidedAt === null ? null : <StatusTag tone="warn">{`已作废：${voidReason ?? ""}`}</StatusTag>}
      <StatusTag tone={stageTones[stage]}>{stageLabels[stage]}</StatusTag>
      {changes > 0 ? <StatusTag tone="warn">{`票决后调整 ${changes} 次`}</StatusTag> : null}
      {overdue > 0 ? <StatusTag tone="bad">{`${overdue} 个节点逾期`}</StatusTag> : null}
    </>
  );
}

export function ProjectDetail({ township, id }: { township: string; id: string }) {
  const may = useMay();
  const { data: project } = useSuspenseQuery(useTRPC().projects.byId.queryOptions({ township, id }));
  const [dialog, setDialog] = useState<ProjectDialog | null>(null);
  const base = `/t/${township}/projects`;
  const live = project.voidedAt === null;
  const write = may("projects:write") && live;
  const { facts, stage, steps, events, milestoneRows } = project;
  const underWay = stage === "chosen" || stage === "running";
  return (
    <DetailPage
      crumbs={recordCrumbs(kind, township, { label: facts.name })}
      title={`${facts.year}年：${facts.name}`}
      tag={<Tags project={project} />}
      actions={
        write ? (
          <>
            <LinkButton href={`${base}/${id}/edit`}>修改</LinkButton>
            {project.standing.nominatedOn === null ? null : (
              <ActButton onClick={() => setDialog({ act: "correct" })}>更正日期</ActButton>
            )}
            <VoidButton onClick={() => setDialog({ act: "void" })} />
          </>
        ) : null
      }
      steps={
        <StepBar
          label="项目进度"
          steps={steps.map(({ label, state, day, note }) => ({
            ...{ key: label, label, state },
            note: [day, note].filter((part) => part !== null).join(" "),
          }))}
        />
      }
      next={write && !isDone(project) ? <NextAction {...nextOf(project, base, setDialog)} /> : null}
      aside={<HistoryPanel entries={project.timeline} />}
    >
      <ProjectFacts project={project} base={base} />
      <Decisions events={events} />
      {underWay || milestoneRows.length + project.struckMilestones.length > 0 ? (
        <MilestoneTable project={project} write={write && underWay} open={setDialog} />
      ) : null}
      <Money project={project} />
      <OnSite events={events} />
      <RecordFiles township={township} recordType="project" recordId={id} live={live} />
      {dialog ? (
        <ProjectDialogs
          township={township}
          project={project}
          dialog={dialog}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </DetailPage>
  );
}
