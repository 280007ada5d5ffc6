"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { RecordFiles } from "@/domains/attachments/components/record-files";
import { HistoryPanel } from "@/domains/history/components/history-panel";
import { recordHref } from "@/domains/registry";
import { recordCrumbs } from "@/domains/records/components/record-crumbs";
import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { DueText } from "@/ui/detail/due-text";
import { Facts } from "@/ui/detail/facts";
import { NextAction } from "@/ui/detail/next-action";
import { StatusTag } from "@/ui/detail/status-tag";
import { StepBar, type Step } from "@/ui/detail/step-bar";
import { ActButton, VoidButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { findingActionLabels, findingStateLabels, findingTones } from "../labels";
import { activity } from "../record";
import type { FindingAction } from "../rules/findings";
import { notifyDays } from "../rules/terms";
import type { FindingRecord } from "./detail-type";
import type { FindingDialog } from "./finding-fields";
import { RaisedPanel } from "./raised-panel";

const FindingDialogs = dynamic(() => import("./finding-dialogs").then((module) => module.FindingDialogs), {
  ssr: false,
});

/** The whole of it stands below. */
const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

const stepsOf = ({ steps }: FindingRecord): Step[] =>
  steps.map(({ label, state, day, overdue }) => ({
    key: label,
    label,
    state,
    overdue,
    note: day === null ? undefined : state === "now" ? `应 ${day}` : day,
  }));

/** The page of the activity or appraisal that the finding comes from. */
const foundAt = (township: string, { type, id }: FindingRecord["source"]): string =>
  recordHref(township, type, id) ?? `/t/${township}/supervision`;

const sourceLabels = { activity: "来源活动", appraisal: "来源评议" } as const;

/** A term that was set anew is an extension: the first one is told beside it, as it is the one that counts. */
const termText = ({ dueOn, firstDueOn }: { dueOn: Day | null; firstDueOn?: Day | null }): string | null =>
  dueOn === null || dueOn === (firstDueOn ?? dueOn)
    ? dueOn
    : `${dueOn}（重新整改的期限；是否逾期按首次期限 ${firstDueOn ?? ""} 计算）`;

/** What was struck off in time and came back: that its first day was kept. */
const earlierTerm = ({ earlierDueOn, earlierClosedOn }: FindingRecord) =>
  earlierDueOn === null
    ? []
    : [
        {
          label: "首次整改",
          value: `首次期限 ${earlierDueOn}，${earlierClosedOn ?? ""} 按期销号；重新打开后另定期限`,
        },
      ];

export function FindingDetail({ township, id }: { township: string; id: string }) {
  const may = useMay();
  const { data: finding } = useSuspenseQuery(useTRPC().supervision.finding.queryOptions({ township, id }));
  const [dialog, setDialog] = useState<FindingDialog | null>(null);
  const write = may("supervision:write");
  const { next, changes, actBy, source } = finding;
  const found = foundAt(township, source);
  const offer = (action: FindingAction) => ({
    label: findingActionLabels[action],
    onClick: () => setDialog(action),
  });
  return (
    <DetailPage
      crumbs={recordCrumbs(
        activity,
        township,
        { label: source.topic, href: found },
        { label: `问题${finding.number}` },
      )}
      title={shortened(finding.description)}
      tag={
        <>
          <StatusTag tone={findingTones[finding.state]}>{findingStateLabels[finding.state]}</StatusTag>
          {finding.enteredClosed ? <StatusTag tone="warn">补录已销号</StatusTag> : null}
          {actBy === null ? null : <DueText day={actBy} today={finding.today} />}
        </>
      }
      actions={
        write ? (
          <>
            {changes.includes("edit") ? <ActButton onClick={() => setDialog("edit")}>修改</ActButton> : null}
            <VoidButton onClick={() => setDialog("void")} />
          </>
        ) : null
      }
      steps={
        <StepBar
          steps={stepsOf(finding)}
          lane={finding.reopenedCount > 0 ? `退回重新整改 ${finding.reopenedCount} 次` : undefined}
        />
      }
      next={
        write ? (
          <NextAction
            primary={next.main === null ? undefined : offer(next.main)}
            secondary={next.others.map(offer)}
            done="已销号；问题反弹的可退回重新整改。"
          />
        ) : null
      }
      aside={<HistoryPanel entries={finding.timeline} />}
    >
      <Panel title="问题与整改">
        <Facts
          items={[
            { label: "问题", value: finding.description, wide: true },
            {
              label: sourceLabels[source.type],
              value: <Link href={found}>{source.topic}</Link>,
              wide: true,
            },
            { label: "整改单位", value: finding.unitName },
            {
              label: "整改期限",
              value:
                termText(finding) ??
                (actBy === null ? null : `还没有通知单位，发现后 ${notifyDays} 日内应通知（本系统默认）`),
            },
            ...earlierTerm(finding),
            { label: "整改方案", value: finding.plan, wide: true },
            { label: "整改结果", value: finding.rectification, wide: true },
            { label: "核实代表", value: finding.verifierName },
            { label: "核实意见", value: finding.verificationNote, wide: true },
          ]}
        />
      </Panel>
      <RaisedPanel township={township} finding={finding} may={write} />
      <RecordFiles township={township} recordType="finding" recordId={id} />
      {dialog ? (
        <FindingDialogs
          township={township}
          finding={finding}
          dialog={dialog}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </DetailPage>
  );
}
