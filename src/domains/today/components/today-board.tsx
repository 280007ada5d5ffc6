"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { dayInText } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { DuePanel } from "./due-panel";
import { FiguresPanel } from "./figures-panel";
import { FirstSteps } from "./first-steps";
import { RecentPanel } from "./recent-panel";
import "./today.css";

const weekday = new Intl.DateTimeFormat("zh-CN", { weekday: "long", timeZone: "UTC" });

/** @param position the township's own standing and what would move it most, drawn by the comparison */
export function TodayBoard({ township, position }: { township: string; position?: ReactNode }) {
  const trpc = useTRPC();
  const writable = useMay()("supervision:write");
  const { data: due } = useSuspenseQuery(trpc.today.due.queryOptions({ township }));
  const { data: figures } = useSuspenseQuery(trpc.today.figures.queryOptions({ township }));
  const { data: recent } = useSuspenseQuery(trpc.today.recent.queryOptions({ township }));
  const empty = figures.deputies + figures.units + figures.sessions + figures.suggestions === 0;
  return (
    <div className="stack">
      <h1>
        {dayInText(due.today)}，{weekday.format(new Date(due.today))}
      </h1>
      {empty && writable ? <FirstSteps township={township} /> : null}
      <div className="columns">
        <div className="stack">
          <DuePanel township={township} due={due} writable={writable} urgent={writable && !empty} />
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
