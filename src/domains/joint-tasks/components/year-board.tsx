"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { ConflictPanel } from "./conflict-panel";
import { Gantt } from "./gantt";
import { MonthBoard } from "./month-board";
import { RemedyPanel } from "./remedy-panel";
import { TownshipTiles } from "./township-tiles";
import { type JointYearData, visitsOf } from "./visits";

const SolveModal = dynamic(() => import("./solve-modal").then((module) => module.SolveModal), { ssr: false });

type Props = { data: JointYearData; view: "gantt" | "month" | "tiles"; county: string; may: boolean };

/** The year's plan as a board, checked against everything that speaks against its days. */
export function YearBoard({ data, view, county, may }: Props) {
  const { data: conflicts = [] } = useQuery(useTRPC().jointTasks.conflicts.queryOptions({ year: data.year }));
  const [chosen, setChosen] = useState<string | null>(null);
  const [solving, setSolving] = useState(false);
  const visits = visitsOf(data, conflicts);
  const visit = visits.find(({ id }) => id === chosen);
  if (view === "month") return <MonthBoard data={data} visits={visits} county={county} />;
  if (view === "tiles") return <TownshipTiles data={data} visits={visits} county={county} />;
  return (
    <div className="columns">
      <Panel>
        <Gantt data={data} visits={visits} chosen={chosen} onChoose={setChosen} />
      </Panel>
      <div className="stack">
        {visit === undefined ? null : <RemedyPanel visit={visit} county={county} may={may} />}
        {may && conflicts.length > 0 ? (
          <div>
            <ActButton onClick={() => setSolving(true)}>全部排好</ActButton>
          </div>
        ) : null}
        <ConflictPanel conflicts={conflicts} onChoose={setChosen} />
      </div>
      {solving ? <SolveModal year={data.year} onClose={() => setSolving(false)} /> : null}
    </div>
  );
}
