"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTRPC } from "@/trpc/client";
import { PrintButton } from "@/ui/list/export-button";
import { useUrlState } from "@/ui/list/use-url-state";
import { LinkButton } from "@/ui/link-button";
import type { CalendarEntry } from "../data/entries";
import type { MonthView } from "../data/month";
import { monthAfter } from "@/lib/weeks";
import { monthIn } from "../rules";
import { DayList } from "./day-list";
import { MonthGrid } from "./month-grid";
import "./calendar.css";

type BoardProps = {
  view: MonthView;
  /** the county sees whose entry it is */
  named?: boolean;
  /** the address for one's own telephone */
  feed: ReactNode;
};

/** Every day's entries, those that last several days on each of them. */
function byDay({ weeks, entries }: MonthView): (day: string) => readonly CalendarEntry[] {
  const all = new Map(
    weeks.flat().map(({ day }) => [day, entries.filter(({ from, to }) => from <= day && day <= to)]),
  );
  return (day) => all.get(day) ?? [];
}

function Board({ view, named = false, feed }: BoardProps) {
  const { hrefWith } = useUrlState();
  const { month, announced } = view;
  const entriesOn = byDay(view);
  return (
    <div className="stack">
      <header className="row">
        <h1>
          日历：{Number(month.slice(0, 4))} 年 {Number(month.slice(5))} 月
        </h1>
        <nav className="row no-print" aria-label="换月份">
          <LinkButton href={hrefWith({ month: monthAfter(month, -1) })}>上个月</LinkButton>
          <LinkButton href={hrefWith({ month: null })}>本月</LinkButton>
          <LinkButton href={hrefWith({ month: monthAfter(month, 1) })}>下个月</LinkButton>
          <PrintButton />
        </nav>
      </header>
      {announced ? null : (
        <p className="soft">
          这一年的放假安排还没有录入，只标出周末。国务院公布后，县人大可在“设置”里的“工作日”页录入。
        </p>
      )}
      <MonthGrid view={view} entriesOn={entriesOn} named={named} />
      <DayList view={view} entriesOn={entriesOn} named={named} />
      {feed}
    </div>
  );
}

const useMonth = () => monthIn(useUrlState().filters["month"] ?? "");

/** A township's meetings, activities and deadlines of a month, as its records have them. */
export function TownshipCalendar({ township, feed }: { township: string; feed: ReactNode }) {
  const input = { township, month: useMonth() };
  const { data } = useSuspenseQuery(useTRPC().calendar.month.queryOptions(input));
  return <Board view={data} feed={feed} />;
}

/** The meetings and activities of all townships. */
export function CountyCalendar({ feed }: { feed: ReactNode }) {
  const input = { month: useMonth() };
  const { data } = useSuspenseQuery(useTRPC().calendar.countyMonth.queryOptions(input));
  return <Board view={data} feed={feed} named />;
}
