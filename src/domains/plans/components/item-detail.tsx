"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { kinds, recordHref } from "@/domains/registry";
import type { Face } from "@/lib/records/kind";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";
import { Facts } from "@/ui/detail/facts";
import { NextAction } from "@/ui/detail/next-action";
import { StatusTag } from "@/ui/detail/status-tag";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { itemStateLabels, itemTones, workLabels } from "../labels";
import type { ItemDialog } from "./item-dialogs";
import type { OfItem } from "./plan-record";
import { plannedQuery } from "./planned-work";
import "./plans.css";

const ItemDialogs = dynamic(() => import("./item-dialogs").then((module) => module.ItemDialogs), {
  ssr: false,
});

export function ItemTag({ record: { state, added } }: OfItem) {
  return (
    <>
      <StatusTag tone={itemTones[state]}>{itemStateLabels[state]}</StatusTag>
      {added ? <StatusTag tone="info">增补</StatusTag> : null}
    </>
  );
}

/** What may be said of an item now; what is done by its record is chosen in the panel below. */
export function ItemNext({ township, record }: OfItem) {
  const [dialog, setDialog] = useState<ItemDialog | null>(null);
  const { state, byHand } = record;
  const offer = (label: string, to: ItemDialog) => ({ label, onClick: () => setDialog(to) });
  const ended = state === "done" || state === "cancelled";
  return (
    <>
      {ended ? (
        <NextAction
          secondary={[offer("撤回", "reopen")]}
          done={state === "done" ? "这一项已经完成。" : "这一项已经取消。"}
        />
      ) : (
        <NextAction
          primary={byHand ? offer("登记完成", "finish") : undefined}
          secondary={[offer("调整", "adjust"), offer("取消这一项", "cancel")]}
          done="在下面点选完成它的记录；还没有登记的，先登记那次工作。"
        />
      )}
      {dialog === null ? null : (
        <ItemDialogs township={township} record={record} dialog={dialog} onClose={() => setDialog(null)} />
      )}
    </>
  );
}

/** Where a record of the work is entered. */
function EnterOne({ township, record }: OfItem) {
  const work = record.facts.kind;
  const found = (kinds as readonly Face[]).find(
    ({ planned, path }) =>
      path !== null &&
      planned !== undefined &&
      (typeof planned.work === "string" ? [planned.work] : Object.values(planned.work)).includes(work),
  );
  if (found === undefined) return null;
  return (
    <Link href={`/t/${township}/${found.path ?? ""}/new?${plannedQuery(record)}`}>去登记{found.name}</Link>
  );
}

function Offered({ township, record }: OfItem) {
  const trpc = useTRPC();
  const { id, version, facts } = record;
  const { data } = useQuery(trpc.plans.candidates.queryOptions({ township, id }));
  const link = useCommand(trpc.plans.link.mutationOptions());
  const write = useMay()("plans:write");
  if (data === undefined) return null;
  const { linked, candidates } = data;
  if (linked !== null)
    return (
      <p>
        <Link href={recordHref(township, linked.type, linked.id) ?? ""}>{linked.title}</Link>{" "}
        <span className="soft">{linked.day}</span>
      </p>
    );
  if (record.state === "done" || record.state === "cancelled") return null;
  if (candidates.length === 0)
    return (
      <p className="soft">
        {facts.year} 年还没有可以关联的{workLabels[facts.kind]}记录。
        <EnterOne township={township} record={record} />
      </p>
    );
  return (
    <>
      <p className="soft">哪一条记录完成了这一项？点「关联」即可。</p>
      <ul className="plan-items">
        {candidates.map(({ type, id: recordId, day, title }) => (
          <li key={recordId} className="row">
            <span className="soft">{day}</span>
            <Link href={recordHref(township, type, recordId) ?? ""}>{title}</Link>
            {write ? (
              <ActButton
                disabled={link.isPending}
                onClick={() => link.run({ township, id, version, recordType: type, recordId })}
              >
                关联
              </ActButton>
            ) : null}
          </li>
        ))}
      </ul>
      <EnterOne township={township} record={record} />
    </>
  );
}

/** The words of the point of the county's guidance that an item answers. */
function usePoint({ township, record: { facts } }: OfItem): string | null {
  const { data } = useQuery(useTRPC().plans.year.queryOptions({ township, year: facts.year }));
  const point = data?.guidance?.points.find(({ number }) => number === facts.guidance);
  if (facts.guidance === null) return null;
  return `第${facts.guidance}条${point === undefined ? "" : `：${point.text}`}`;
}

export function ItemPanels(props: OfItem) {
  const { finishedOn, doneNote, changeReason, cancelReason, state, voidedAt } = props.record;
  const point = usePoint(props);
  const facts = [
    ...(finishedOn === null ? [] : [{ label: "完成日期", value: finishedOn }]),
    ...(doneNote === null ? [] : [{ label: "完成情况", value: doneNote, wide: true }]),
    ...(changeReason === null ? [] : [{ label: "调整理由", value: changeReason, wide: true }]),
    ...(state === "cancelled" ? [{ label: "取消理由", value: cancelReason, wide: true }] : []),
    ...(point === null ? [] : [{ label: "县指导意见", value: point, wide: true }]),
  ];
  return (
    <Panel title="完成情况">
      {facts.length === 0 ? null : <Facts items={facts} />}
      {voidedAt === null ? <Offered {...props} /> : null}
    </Panel>
  );
}
