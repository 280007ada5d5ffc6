"use client";

import { DueText } from "@/ui/detail/due-text";
import { Facts } from "@/ui/detail/facts";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import { yuan } from "../labels";
import type { MilestoneOf, ProjectDialog, ProjectRecord } from "./detail-type";

type Props = { project: ProjectRecord; write: boolean; open: (dialog: ProjectDialog) => void };

/** How a milestone stands: days left or over while it is open, then that it was done and who says so. */
function Standing({ milestone, today }: { milestone: MilestoneOf; today: string }) {
  const { doneOn, verifiedOn, verifierName, dueOn } = milestone;
  if (doneOn === null) return <DueText day={dueOn} today={today} />;
  if (verifiedOn === null) return <StatusTag tone="warn">待代表核实</StatusTag>;
  return (
    <>
      <StatusTag tone="good">已核实</StatusTag> <span className="soft">{verifierName}</span>
    </>
  );
}

/** The day that holds, and struck through the one first said. */
function PlannedDay({ milestone: { plannedOn, dueOn, judgedOn } }: { milestone: MilestoneOf }) {
  if (plannedOn === dueOn) return <span className="unbroken">{dueOn}</span>;
  return (
    <>
      <span className="unbroken">{dueOn}</span>
      <br />
      <small className="soft">
        原定 <s>{plannedOn}</s>
        {judgedOn === dueOn ? null : `，考核仍按 ${judgedOn}`}
      </small>
    </>
  );
}

const columnsFor = (today: string): Column<MilestoneOf>[] => [
  {
    key: "what",
    title: "节点",
    width: 16,
    render: ({ what, doneNote, verificationNote }) => (
      <>
        {what}
        {[doneNote, verificationNote].map((note) =>
          note === null ? null : (
            <span key={note}>
              <br />
              <small className="soft">{note}</small>
            </span>
          ),
        )}
      </>
    ),
  },
  { key: "plannedOn", title: "计划完成", render: (row) => <PlannedDay milestone={row} /> },
  { key: "doneOn", title: "完成", render: ({ doneOn }) => doneOn ?? <Value of="none" /> },
  { key: "standing", title: "进展", render: (row) => <Standing milestone={row} today={today} /> },
  {
    key: "supervisors",
    title: "督办代表",
    render: ({ supervisors }) => supervisors ?? <Value of="missing" />,
  },
  {
    key: "spent",
    title: "支出",
    align: "number",
    render: ({ spent }) => <Value of={spent ?? "none"} text={yuan(spent) ?? ""} />,
  },
];

/** The next step of a milestone first; what was told of it may be corrected, or it is struck out. */
function Acts({ milestone, open }: { milestone: MilestoneOf; open: Props["open"] }) {
  const { doneOn, verifiedOn } = milestone;
  return (
    <span className="row">
      {doneOn === null ? (
        <>
          <ActButton onClick={() => open({ act: "finish", milestone })}>登记完成</ActButton>
          <ActButton onClick={() => open({ act: "delay", milestone })}>延期</ActButton>
        </>
      ) : verifiedOn === null ? (
        <ActButton onClick={() => open({ act: "verify", milestone })}>代表核实</ActButton>
      ) : null}
      {doneOn === null ? null : (
        <ActButton onClick={() => open({ act: "correctMilestone", milestone })}>更正日期</ActButton>
      )}
      <ActButton danger onClick={() => open({ act: "remove", milestone })}>
        作废
      </ActButton>
    </span>
  );
}

/** Those that were struck out stay to be seen, with why. */
function Struck({ milestones }: { milestones: ProjectRecord["struckMilestones"] }) {
  if (milestones.length === 0) return null;
  return (
    <Facts
      items={milestones.map(({ what, dueOn, voidedOn, voidReason, counts }) => ({
        label: `${voidedOn} 作废`,
        value: (
          <>
            <s>{`${what}（${dueOn}）`}</s> {voidReason}
            {counts ? <span className="soft">，已到期，仍计入考核</span> : null}
          </>
        ),
        wide: true,
      }))}
    />
  );
}

export function MilestoneTable({ project, write, open }: Props) {
  const { milestoneRows, today } = project;
  const act: Column<MilestoneOf> = {
    key: "act",
    title: "操作",
    render: (row) => <Acts milestone={row} open={open} />,
  };
  const columns = columnsFor(today);
  return (
    <Panel
      title="节点"
      extra={write ? <ActButton onClick={() => open({ act: "plan" })}>登记节点</ActButton> : null}
    >
      <DataTable
        label="项目节点"
        columns={write ? [...columns, act] : columns}
        rows={milestoneRows}
        rowKey={({ id }) => id}
        empty={{
          title: "还没有登记节点",
          body: "把项目分成几个节点，各写计划完成日期和督办代表，到期会在今日提醒。",
        }}
      />
      <Struck milestones={project.struckMilestones} />
    </Panel>
  );
}
