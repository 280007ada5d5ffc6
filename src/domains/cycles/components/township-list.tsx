"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { classLabel } from "@/domains/tenancy/labels";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import type { CycleShown } from "../data/county";
import { seatNames } from "../rules/reviewing";
import type { CycleTownship } from "./shown";

const SeatForm = dynamic(() => import("./seat-form").then((module) => module.SeatForm), { ssr: false });
const ReopenForm = dynamic(() => import("./reopen-form").then((module) => module.ReopenForm), { ssr: false });

type Cycle = NonNullable<CycleShown["cycle"]>;

function Reviewers({ reviewers }: CycleTownship) {
  if (reviewers.length === 0) return <span className="soft">未安排</span>;
  return (
    <ul className="plain">
      {reviewers.map(({ seat, name, submittedOn, mine }) => (
        <li key={seat}>
          {seatNames[seat]}：{name}
          {mine ? "（您）" : ""}{" "}
          <span className="soft unbroken">{submittedOn === null ? "未提交" : "已提交"}</span>
        </li>
      ))}
    </ul>
  );
}

function appealsSaid({ appeals: { all, open } }: CycleTownship): string {
  if (all === 0) return "–";
  return open === 0 ? `${all} 件，都已决定` : `${all} 件，${open} 件待决定`;
}

/** Once both have handed in, who is still to be found is the one between them. */
const seatingSaid = ({ openSeats }: CycleTownship): string =>
  openSeats.every((seat) => seat === "moderator") ? "安排协调人" : "安排评审";

type Props = { base: string; year: number; cycle: Cycle };

/** How far each township is, each with its reviewers; a row opens its review. */
export function TownshipList({ base, year, cycle }: Props) {
  const may = useMay()("cycles:manage");
  const { data: people } = useSuspenseQuery(useTRPC().cycles.candidates.queryOptions({ year }));
  const [seating, setSeating] = useState<CycleTownship | null>(null);
  const [opening, setOpening] = useState<CycleTownship | null>(null);
  const open = may && ["selfAssessment", "review"].includes(cycle.stage);
  const columns: Column<CycleTownship>[] = [
    { key: "name", title: "乡镇", render: (row) => row.name },
    { key: "class", title: "类别", render: (row) => classLabel(row.class), wideOnly: true },
    { key: "self", title: "自评", render: (row) => row.self },
    { key: "reviewers", title: "评审", render: Reviewers },
    { key: "apart", title: "待协调", render: ({ apart }) => (apart === null ? "–" : `${apart.length} 项`) },
    { key: "appeals", title: "申诉", render: appealsSaid },
    {
      key: "final",
      title: "总分",
      align: "number",
      render: ({ standing, system }) => (standing?.final ?? system)?.toFixed(2) ?? "未录",
    },
  ];
  const acts: Column<CycleTownship> = {
    key: "act",
    title: "办理",
    render: (row) =>
      row.openSeats.length === 0 && !row.mayReopen ? null : (
        <div className="row">
          {row.openSeats.length === 0 ? null : (
            <ActButton onClick={() => setSeating(row)}>{seatingSaid(row)}</ActButton>
          )}
          {row.mayReopen ? <ActButton onClick={() => setOpening(row)}>退回自评</ActButton> : null}
        </div>
      ),
  };
  return (
    <Panel
      title="各乡镇"
      note="点乡镇名查看自评、打分。总分在初步结果之前由系统按记录算出，之后含评审的决定；总分已含加分、扣分，“年度考核”页的折合不含，所以两处可以不同"
    >
      <DataTable
        label="各乡镇的考核进度"
        columns={open ? [...columns, acts] : columns}
        rows={cycle.townships}
        rowKey={({ code }) => code}
        href={({ code }) => `${base}/assessment/cycle/${code}?year=${year}`}
        empty={{ title: "没有乡镇" }}
      />
      {seating === null ? null : (
        <SeatForm year={year} township={seating} people={people} onClose={() => setSeating(null)} />
      )}
      {opening === null ? null : (
        <ReopenForm year={year} township={opening} onClose={() => setOpening(null)} />
      )}
    </Panel>
  );
}
