"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { RecordFiles } from "@/domains/attachments/components/record-files";
import { HistoryPanel } from "@/domains/history/components/history-panel";
import type { Field } from "@/lib/records/fields";
import { type AnyKind, titleIn } from "@/lib/records/kind";
import { shownFact } from "@/lib/records/shown";
import { useCommand } from "@/trpc/use-command";
import { DetailPage } from "@/ui/detail/detail-page";
import { Facts } from "@/ui/detail/facts";
import { StatusTag } from "@/ui/detail/status-tag";
import { ActButton, LinkButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import type { DetailSlots, ShownRecord } from "./slots";
import { useMayWrite, useRecordApi } from "./use-record-api";

const VoidModal = dynamic(() => import("@/ui/form/void-modal").then((module) => module.VoidModal), {
  ssr: false,
});

const isWide = ({ kind }: Field): boolean => kind === "note" || kind === "people" || kind === "units";

/** A record of a kind: its facts, files and history, the ways to change it, and whatever its slots add. */
export function RecordDetail(props: { kind: AnyKind; township: string; id: string; slots?: DetailSlots }) {
  const { kind, township, id, slots = {} } = props;
  const api = useRecordApi(kind);
  const { data } = useSuspenseQuery(api.byId.queryOptions({ township, id }));
  const remove = useCommand(api.void.mutationOptions());
  const [voiding, setVoiding] = useState(false);
  const record = data as unknown as ShownRecord;
  const { Tag, Actions, Panels } = {
    Tag: slots.tag,
    Actions: slots.actions,
    Panels: slots.panels,
  } as Record<string, React.ComponentType<{ township: string; record: ShownRecord }> | undefined>;
  const list = `/t/${township}/${kind.path}`;
  const live = data.voidedAt === null;
  const write = useMayWrite(kind) && live;
  const title = titleIn(kind, record.facts);
  const facts = Object.entries(kind.fields).map(([key, field]) => ({
    label: field.label,
    value: shownFact(field, record.facts[key], record.names[key] ?? null),
    wide: isWide(field),
  }));
  const entry = [
    ...(data.sourceNote ? [{ label: "资料出处", value: data.sourceNote, wide: true }] : []),
    ...(data.lateReason ? [{ label: "补录原因", value: data.lateReason, wide: true }] : []),
  ];
  return (
    <DetailPage
      crumbs={[{ label: kind.name, href: list }, { label: title }]}
      title={title}
      tag={
        live ? (
          Tag && <Tag township={township} record={record} />
        ) : (
          <StatusTag tone="warn">{`已作废：${data.voidReason ?? ""}`}</StatusTag>
        )
      }
      actions={
        write ? (
          <>
            {Actions && <Actions township={township} record={record} />}
            <LinkButton href={`${list}/${id}/edit`}>修改</LinkButton>
            <ActButton danger onClick={() => setVoiding(true)}>
              作废
            </ActButton>
          </>
        ) : null
      }
      aside={<HistoryPanel entries={data.timeline} />}
    >
      <Panel title={kind.name}>
        <Facts items={[...facts, ...entry]} />
      </Panel>
      {Panels && <Panels township={township} record={record} />}
      <RecordFiles township={township} recordType={kind.type as never} recordId={id} live={live} />
      {voiding ? (
        <VoidModal
          object={title}
          open
          onClose={() => setVoiding(false)}
          onVoid={(reason) => remove.run({ township, id, version: data.version, reason })}
        />
      ) : null}
    </DetailPage>
  );
}
