"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { RecordFiles } from "@/domains/attachments/components/record-files";
import { HistoryPanel } from "@/domains/history/components/history-panel";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { Facts } from "@/ui/detail/facts";
import { NextAction } from "@/ui/detail/next-action";
import { StatusTag } from "@/ui/detail/status-tag";
import { ActButton, LinkButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import type { activityById } from "../data/activities";
import { activityKindLabels, activityStateText } from "../labels";
import { mayEditActivity, mayReopenActivity } from "../rules/activities";
import type { ActivityDialog } from "./activity-dialogs";
import { FindingTable } from "./finding-table";

const ActivityDialogs = dynamic(() => import("./activity-dialogs").then((module) => module.ActivityDialogs), {
  ssr: false,
});

type Activity = Awaited<ReturnType<typeof activityById>>;

function QuietActions(props: { base: string; activity: Activity; open: (dialog: ActivityDialog) => void }) {
  const { base, activity, open } = props;
  return (
    <>
      {mayEditActivity(activity).allowed ? (
        <LinkButton href={`${base}/${activity.id}/edit`}>修改</LinkButton>
      ) : null}
      {activity.state === "planned" && activity.findings === 0 ? (
        <ActButton onClick={() => open("cancel")}>取消活动</ActButton>
      ) : null}
      {mayReopenActivity(activity).allowed ? (
        <ActButton onClick={() => open("reopen")}>撤回办结</ActButton>
      ) : null}
      <ActButton danger onClick={() => open("void")}>
        作废
      </ActButton>
    </>
  );
}

export function ActivityDetail({ township, id }: { township: string; id: string }) {
  const may = useMay();
  const trpc = useTRPC();
  const { data: activity } = useSuspenseQuery(trpc.supervision.byId.queryOptions({ township, id }));
  const [dialog, setDialog] = useState<ActivityDialog | null>(null);
  const base = `/t/${township}/supervision`;
  const write = may("supervision:write");
  const held = activity.occurredOn <= activity.today;
  const { state } = activity;
  const told = activityStateText(activity, activity.today);
  const signed = activity.participants.filter((person) => person.signed).map((person) => person.name);
  const planned = state === "planned";
  return (
    <DetailPage
      crumbs={[{ label: "监督", href: base }, { label: activityKindLabels[activity.kind] }]}
      title={activity.topic}
      tag={
        <>
          <StatusTag tone={told.tone}>{told.text}</StatusTag>
          {activity.enteredClosed ? <StatusTag tone="warn">补录已办结</StatusTag> : null}
        </>
      }
      actions={write ? <QuietActions base={base} activity={activity} open={setDialog} /> : null}
      next={
        write && state !== "cancelled" ? (
          <NextAction
            {...(planned
              ? {
                  primary: {
                    label: "办结活动",
                    hint: "填写报告，并登记问题或由代表签认未发现问题",
                    onClick: () => setDialog("complete"),
                    ...(held
                      ? {}
                      : {
                          decision: {
                            allowed: false as const,
                            reason: `活动定于 ${activity.occurredOn}，开展后才能办结。`,
                          },
                        }),
                  },
                }
              : {})}
            secondary={
              activity.noFindings
                ? []
                : [
                    { label: "登记问题", onClick: () => setDialog("addFinding") },
                    ...(activity.occurredOn.slice(0, 4) < activity.today.slice(0, 4)
                      ? [{ label: "补录已销号的问题", onClick: () => setDialog("addClosed") }]
                      : []),
                  ]
            }
          />
        ) : null
      }
      aside={<HistoryPanel entries={activity.timeline} />}
    >
      <Panel title="基本情况">
        <Facts
          items={[
            { label: "类别", value: activityKindLabels[activity.kind] },
            {
              label: "日期",
              value: [activity.occurredOn, activity.endedOn].filter((day) => day !== null).join(" 至 "),
            },
            ...(activity.lawName === null ? [] : [{ label: "法律法规", value: activity.lawName }]),
            { label: "带队人", value: activity.leader },
            { label: "地点", value: activity.place },
            { label: "走访点（户）", value: activity.visited },
            { label: "受检单位", value: activity.units.map((unit) => unit.name).join("、"), wide: true },
            {
              label: `参加代表（${activity.participants.length} 人）`,
              value: activity.participants.map((person) => person.name).join("、"),
              wide: true,
            },
            { label: "报告日期", value: activity.reportedOn },
            { label: "报告", value: activity.report, wide: true },
            ...(signed.length > 0 ? [{ label: "签认未发现问题", value: signed.join("、"), wide: true }] : []),
          ]}
        />
      </Panel>
      <Panel title="发现的问题">
        <FindingTable base={base} rows={activity.findingRows} today={activity.today} withinActivity />
      </Panel>
      <RecordFiles township={township} recordType="activity" recordId={id} />
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
