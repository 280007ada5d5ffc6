"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { RecordFiles } from "@/domains/attachments/components/record-files";
import { HistoryPanel } from "@/domains/history/components/history-panel";
import { PlanPanel } from "@/domains/plans/components/plan-panel";
import { recordCrumbs } from "@/domains/records/components/record-crumbs";
import { unnamedFacts } from "@/lib/records/headcounts";
import { toldFact } from "@/lib/records/shown";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { type Fact, Facts } from "@/ui/detail/facts";
import { TermText } from "@/ui/detail/term-text";
import { StatusTag } from "@/ui/detail/status-tag";
import { ActButton, LinkButton, VoidButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { activityKindLabels, activityStateText } from "../labels";
import { activity as kind } from "../record";
import type { ActivityDialog } from "./activity-dialogs";
import { ActivityNext } from "./activity-next";
import type { ActivityRecord } from "./detail-type";
import { FindingTable } from "./finding-table";

const ActivityDialogs = dynamic(() => import("./activity-dialogs").then((module) => module.ActivityDialogs), {
  ssr: false,
});

function QuietActions(props: {
  base: string;
  activity: ActivityRecord;
  open: (dialog: ActivityDialog) => void;
}) {
  const { base, activity, open } = props;
  const may = new Set(activity.changes);
  return (
    <>
      {may.has("edit") ? <LinkButton href={`${base}/${activity.id}/edit`}>修改</LinkButton> : null}
      {may.has("cancel") ? <ActButton onClick={() => open("cancel")}>取消活动</ActButton> : null}
      {may.has("reopen") ? <ActButton onClick={() => open("reopen")}>撤回办结</ActButton> : null}
      {may.has("void") ? <VoidButton onClick={() => open("void")} /> : null}
    </>
  );
}

/** To whom the report was handed on, and what came of it; a visit that nobody had to answer shows none of it. */
function answerOf({ facts, term, today }: ActivityRecord): Fact[] {
  const { handedOn, respondedOn, response } = facts;
  if (handedOn === null) return [];
  return [
    { label: "报告交办日期", value: handedOn },
    { label: "反馈期限", value: <TermText term={term} today={today} /> },
    ...(respondedOn === null
      ? []
      : [
          { label: "反馈日期", value: respondedOn },
          { label: "反馈情况", value: response, wide: true },
        ]),
  ];
}

function BasicFacts({ activity }: { activity: ActivityRecord }) {
  const { facts, names } = activity;
  const signed = activity.participants.filter((person) => person.signed).map((person) => person.name);
  return (
    <Facts
      items={[
        { label: "类别", value: activityKindLabels[facts.kind] },
        {
          label: "日期",
          value: [facts.occurredOn, facts.endedOn].filter((day) => day !== null).join(" 至 "),
        },
        ...(facts.lawName === null ? [] : [{ label: "法律法规", value: facts.lawName }]),
        { label: "带队人", value: facts.leader },
        { label: "地点", value: facts.place },
        { label: "走访点（户）", value: facts.visited },
        { label: "受检单位", value: names["unitIds"] ?? null, wide: true },
        {
          label: "参加代表",
          value: toldFact(kind.fields.deputyIds, facts.deputyIds, names["deputyIds"] ?? null),
          wide: true,
        },
        ...unnamedFacts(kind, "deputyIds", facts),
        ...(facts.isJoint === true ? [{ label: "联动", value: "与上级人大联动开展" }] : []),
        { label: "报告日期", value: activity.reportedOn },
        { label: "报告", value: activity.report, wide: true },
        ...answerOf(activity),
        ...(signed.length > 0 ? [{ label: "签认未发现问题", value: signed.join("、"), wide: true }] : []),
      ]}
    />
  );
}

export function ActivityDetail({ township, id }: { township: string; id: string }) {
  const may = useMay();
  const trpc = useTRPC();
  const { data: activity } = useSuspenseQuery(trpc.supervision.byId.queryOptions({ township, id }));
  const [dialog, setDialog] = useState<ActivityDialog | null>(null);
  const base = `/t/${township}/supervision`;
  const write = may("supervision:write");
  const told = activityStateText(activity);
  const { facts, voidedAt, voidReason } = activity;
  return (
    <DetailPage
      crumbs={recordCrumbs(kind, township, { label: facts.topic })}
      title={facts.topic}
      tag={
        <>
          {voidedAt === null ? null : <StatusTag tone="warn">{`已作废：${voidReason ?? ""}`}</StatusTag>}
          <StatusTag tone={told.tone}>{told.text}</StatusTag>
          {activity.enteredClosed ? <StatusTag tone="warn">补录已办结</StatusTag> : null}
        </>
      }
      actions={write ? <QuietActions base={base} activity={activity} open={setDialog} /> : null}
      next={write ? <ActivityNext township={township} activity={activity} open={setDialog} /> : null}
      aside={<HistoryPanel entries={activity.timeline} />}
    >
      <Panel title="基本情况">
        <BasicFacts activity={activity} />
      </Panel>
      <Panel title="发现的问题">
        <FindingTable base={base} rows={activity.findingRows} today={activity.today} withinActivity />
      </Panel>
      <PlanPanel township={township} recordType="activity" recordId={id} live={voidedAt === null} />
      <RecordFiles township={township} recordType="activity" recordId={id} live={voidedAt === null} />
      {dialog ? (
        <ActivityDialogs
          township={township}
          activity={activity}
          dialog={dialog}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </DetailPage>
  );
}
