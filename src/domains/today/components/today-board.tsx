"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { dayInText } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { useUrlState } from "@/ui/list/use-url-state";
import { DuePanel } from "./due-panel";
import { FiguresPanel } from "./figures-panel";
import { FirstSteps, isSetUp } from "./first-steps";
import { RecentPanel } from "./recent-panel";
import "./today.css";

const weekday = new Intl.DateTimeFormat("zh-CN", { weekday: "long", timeZone: "UTC" });

/** @param position the township's own standing and what would move it most, drawn by the comparison */
export function TodayBoard({ township, position }: { township: string; position?: ReactNode }) {
  const trpc = useTRPC();
  const writable = useMay()("supervision:write");
  const all = useUrlState().filters["all"] === "yes";
  const { data: due } = useSuspenseQuery(trpc.today.due.queryOptions({ township, all }));
  const { data: figures } = useSuspenseQuery(trpc.today.figures.queryOptions({ township }));
  const { data: recent } = useSuspenseQuery(trpc.today.recent.queryOptions({ township }));
  const { data: entered } = useSuspenseQuery(trpc.today.setUp.queryOptions({ township }));
  const setsUp = writable && !isSetUp(entered);
  return (
    <div className="stack">
      <h1>
        {dayInText(due.today)}，{weekday.format(new Date(due.today))}
      </h1>
      {writable ? <FirstSteps township={township} entered={entered} /> : null}
      <div className="columns">
        <div className="stack">
          <DuePanel township={township} due={due} writable={writable} urgent={writable && !setsUp} />
        </div>
        <div className="stack">
          <FiguresPanel township={township} figures={figures} />
          {position}
        </div>
      </div>
      <RecentPanel township={township} rows={recent} />
    </div>
  );
}
