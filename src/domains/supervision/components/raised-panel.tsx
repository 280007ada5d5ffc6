"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { Facts } from "@/ui/detail/facts";
import { StatusTag } from "@/ui/detail/status-tag";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { raisedOutcomeLabels, raisedStateLabels, raisedTones } from "../labels";
import type { FindingRecord } from "./detail-type";

const RaiseForm = dynamic(() => import("./raise-form").then((module) => module.RaiseForm), { ssr: false });
const VoidModal = dynamic(() => import("@/ui/form/void-modal").then((module) => module.VoidModal), {
  ssr: false,
});

type Raised = FindingRecord["raised"][number];

function factsOf(raised: Raised) {
  const { raisedOn, raisedByName, why, ask, receivedOn, receivedByName, dueOn } = raised;
  const { answeredOn, answeredByName, outcome, handledBy, answer } = raised;
  return [
    { label: "上报", value: `${raisedOn}，${raisedByName}` },
    { label: "超出职权的理由", value: why, wide: true },
    { label: "请县人大做什么", value: ask, wide: true },
    ...(receivedOn === null
      ? []
      : [{ label: "县人大接收", value: `${receivedOn}，${receivedByName ?? ""}，${dueOn ?? ""} 前答复` }]),
    ...(answeredOn === null
      ? []
      : [
          { label: "县人大答复", value: `${answeredOn}，${answeredByName ?? ""}` },
          {
            label: "处理",
            value: `${outcome === null ? "" : raisedOutcomeLabels[outcome]}${handledBy === null ? "" : `：${handledBy}`}`,
          },
          { label: "答复内容", value: answer, wide: true },
        ]),
  ];
}

/** 上报县人大: what is beyond the township's power goes up, and comes back with the county's answer. */
export function RaisedPanel({
  township,
  finding,
  may,
}: {
  township: string;
  finding: FindingRecord;
  may: boolean;
}) {
  const takeBack = useCommand(useTRPC().supervision.takeBackRaised.mutationOptions());
  const [raising, setRaising] = useState(false);
  const [takingBack, setTakingBack] = useState<Raised | null>(null);
  const offered = may && finding.mayRaise.allowed;
  if (!offered && finding.raised.length === 0) return null;
  return (
    <Panel
      title="上报县人大"
      note={finding.raised.length === 0 ? "乡镇解决不了的，可以请县人大协调" : undefined}
      extra={offered ? <ActButton onClick={() => setRaising(true)}>上报县人大</ActButton> : null}
    >
      {finding.raised.map((raised) => (
        <div key={raised.id} className="stack">
          <p>
            <StatusTag tone={raisedTones[raised.state]}>{raisedStateLabels[raised.state]}</StatusTag>{" "}
            {raised.state === "answered" || raised.late === null ? null : (
              <StatusTag tone="bad">{`县人大已迟 ${raised.late} 天`}</StatusTag>
            )}
          </p>
          <Facts items={factsOf(raised)} />
          {may && raised.state !== "answered" ? (
            <div className="actions">
              <ActButton onClick={() => setTakingBack(raised)}>撤回上报</ActButton>
            </div>
          ) : null}
        </div>
      ))}
      {raising ? <RaiseForm township={township} id={finding.id} onClose={() => setRaising(false)} /> : null}
      {takingBack === null ? null : (
        <VoidModal
          object={`问题${finding.number}的上报`}
          verb="撤回上报"
          consequence="县人大不再办理，上报和撤回都留在经过里；需要时可以再上报。"
          open
          onClose={() => setTakingBack(null)}
          onVoid={(reason) =>
            takeBack.run({ township, id: takingBack.id, version: takingBack.version, reason })
          }
        />
      )}
    </Panel>
  );
}
