"use client";

import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { RecordFiles } from "@/domains/attachments/components/record-files";
import { HistoryPanel } from "@/domains/history/components/history-panel";
import { PlanPanel } from "@/domains/plans/components/plan-panel";
import type { Field } from "@/lib/records/fields";
import { type AnyKind, titleIn } from "@/lib/records/kind";
import { asRound, isToldBeside, unnamedFacts } from "@/lib/records/headcounts";
import { laterFields } from "@/lib/records/steps";
import { toldFact } from "@/lib/records/shown";
import { useCommand } from "@/trpc/use-command";
import { DetailPage } from "@/ui/detail/detail-page";
import { Facts } from "@/ui/detail/facts";
import { StatusTag } from "@/ui/detail/status-tag";
import { LinkButton, VoidButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { recordCrumbs } from "./record-crumbs";
import { StepsNext, StepsTaken } from "./record-steps";
import type { DetailSlots, ShownRecord } from "./slots";
import { useMayWrite, useRecord, useRecordApi } from "./use-record-api";

const VoidModal = dynamic(() => import("@/ui/form/void-modal").then((module) => module.VoidModal), {
  ssr: false,
});

const isWide = ({ kind }: Field): boolean => kind === "note" || kind === "people" || kind === "units";

function FactsPanel({ kind, township, record }: { kind: AnyKind; township: string; record: ShownRecord }) {
  const { facts, names, sourceNote, lateReason } = record;
  // A step that was not taken is no gap.
  const later = laterFields(kind).filter((key) => (facts[key] ?? null) === null);
  const own = Object.entries(kind.fields).filter(
    ([key, field]) => !field.formOnly && !later.includes(key) && !isToldBeside(field),
  );
  const valueOf = (key: string, field: Field) => {
    const fact = toldFact(field, facts[key], names[key] ?? null);
    const told = fact === null ? null : asRound(kind, key, facts, fact);
    const id = facts[key];
    if (field.to === undefined || told === null || typeof id !== "string") return told;
    return <Link href={`/t/${township}/${field.to.path}/${id}`}>{told}</Link>;
  };
  const items = own.flatMap(([key, field]) => [
    { label: field.label, value: valueOf(key, field), wide: isWide(field) },
    ...unnamedFacts(kind, key, facts),
  ]);
  const entry = [
    ...(sourceNote ? [{ label: "资料出处", value: sourceNote, wide: true }] : []),
    ...(lateReason ? [{ label: "补录原因", value: lateReason, wide: true }] : []),
  ];
  return (
    <Panel title={kind.name}>
      <Facts items={[...items, ...entry]} />
    </Panel>
  );
}

/** A record of a kind: its facts, files and history, the ways to change it, and whatever its slots add. */
export function RecordDetail(props: { kind: AnyKind; township: string; id: string; slots?: DetailSlots }) {
  const { kind, township, id, slots = {} } = props;
  const record = useRecord(kind, township, id);
  const remove = useCommand(useRecordApi(kind).void.mutationOptions());
  const [voiding, setVoiding] = useState(false);
  const { Tag, Actions, Panels } = {
    Tag: slots.tag,
    Actions: slots.actions,
    Panels: slots.panels,
  } as Record<string, React.ComponentType<{ township: string; record: ShownRecord }> | undefined>;
  const Next = (slots.next ?? StepsNext) as typeof StepsNext;
  const list = `/t/${township}/${kind.path}`;
  const live = record.voidedAt === null;
  const write = useMayWrite(kind) && live;
  const title = titleIn(kind, record.facts, record.names);
  return (
    <DetailPage
      crumbs={recordCrumbs(kind, township, { label: title })}
      title={title}
      tag={
        live ? (
          Tag && <Tag township={township} record={record} />
        ) : (
          <StatusTag tone="warn">{`已作废：${record.voidReason ?? ""}`}</StatusTag>
        )
      }
      actions={
        write ? (
          <>
            {Actions && <Actions township={township} record={record} />}
            <LinkButton href={`${list}/${id}/edit`}>修改</LinkButton>
            <VoidButton onClick={() => setVoiding(true)} />
          </>
        ) : null
      }
      steps={<StepsTaken kind={kind} record={record} />}
      next={write ? <Next kind={kind} township={township} record={record} /> : null}
      aside={<HistoryPanel entries={record.timeline} />}
    >
      <FactsPanel kind={kind} township={township} record={record} />
      {Panels && <Panels township={township} record={record} />}
      <PlanPanel township={township} recordType={kind.type} recordId={id} live={live} />
      <RecordFiles township={township} recordType={kind.type as never} recordId={id} live={live} />
      {voiding ? (
        <VoidModal
          object={title}
          consequence={slots.consequence}
          open
          onClose={() => setVoiding(false)}
          onVoid={(reason) => remove.run({ township, id, version: record.version, reason })}
        />
      ) : null}
    </DetailPage>
  );
}
