"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import type { Day } from "@/lib/dates";
import { useMay } from "@/trpc/viewer";
import { DaySpan } from "@/ui/detail/day-span";
import { StatusTag } from "@/ui/detail/status-tag";
import { ActButton, VoidButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import type { Leave } from "../data/record";

const AddLeave = dynamic(() => import("./leave-forms").then((module) => module.AddLeave), { ssr: false });
const StrikeLeave = dynamic(() => import("./leave-forms").then((module) => module.StrikeLeave), {
  ssr: false,
});

type Props = { township: string; deputyId: string; name: string; today: Day; leaves: readonly Leave[] };

/** When the deputy is away, and is asked along by nobody. */
export function LeavesPanel({ township, deputyId, name, today, leaves }: Props) {
  const writes = useMay()("deputies:write");
  const [doing, setDoing] = useState<"add" | Leave | null>(null);
  const shared = { township, name, onClose: () => setDoing(null) };
  return (
    <Panel
      title="请假时段"
      extra={writes ? <ActButton onClick={() => setDoing("add")}>登记请假</ActButton> : null}
    >
      {leaves.length === 0 ? <p className="soft">没有登记过请假。</p> : null}
      <ul>
        {leaves.map((leave) => (
          <li key={leave.id} className="row">
            <DaySpan from={leave.startsOn} to={leave.endsOn} />
            {leave.startsOn <= today && today <= leave.endsOn ? (
              <StatusTag tone="warn">正在请假</StatusTag>
            ) : null}
            <span className="soft">
              {leave.reason === null ? "" : `${leave.reason}，`}
              {leave.by}登记
            </span>
            {writes ? <VoidButton onClick={() => setDoing(leave)} /> : null}
          </li>
        ))}
      </ul>
      {doing === "add" ? <AddLeave {...shared} deputyId={deputyId} today={today} /> : null}
      {doing !== null && doing !== "add" ? <StrikeLeave {...shared} leave={doing} /> : null}
    </Panel>
  );
}
