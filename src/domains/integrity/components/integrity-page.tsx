"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { NoTownships } from "@/domains/figures/components/no-townships";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { ActButton, LinkButton } from "@/ui/link-button";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { Panel } from "@/ui/panel";
import type { SignalLine } from "../data/told";
import { signalNames } from "../labels";
import { chosenSignals } from "./chosen";
import { FirstCalls, linesAnchor } from "./first-calls";
import { SignalGuide } from "./signal-guide";
import { SignalLines } from "./signal-lines";
import { SignalMap } from "./signal-map";

const DecideForm = dynamic(() => import("./decide-form").then((module) => module.DecideForm), { ssr: false });

/** All lines behind one click as long as there are calls to make first. */
function Folded({ label, open, children }: { label: string; open: boolean; children: ReactNode }) {
  if (open) return children;
  return (
    <details>
      <summary>{label}</summary>
      {children}
    </details>
  );
}

/** A county's year: where the records raise a question, what was answered, and what was decided. */
export function IntegrityPage({ base, currentYear }: { base: string; currentYear: number }) {
  const { filters, page, hrefWith } = useUrlState();
  const year = chosenYear(filters, currentYear);
  const trpc = useTRPC();
  const chosen = chosenSignals(filters);
  const { data } = useSuspenseQuery(trpc.integrity.map.queryOptions({ year }));
  const { data: list } = useSuspenseQuery(trpc.integrity.signals.queryOptions({ year, page, ...chosen }));
  const may = useMay()("integrity:decide");
  const [open, setOpen] = useState<SignalLine | null>(null);
  const years = <FilterBar years={yearsOffered(data.years, year)} shown={year} />;
  if (data.townships.length === 0)
    return (
      <ListPage title="数据核查" filters={years}>
        <NoTownships base={base} />
      </ListPage>
    );
  const { total } = data;
  const township = data.townships.find(({ code }) => code === chosen.of);
  const title = chosen.signal && township ? `${township.name} · ${signalNames[chosen.signal]}` : "全部提示";
  return (
    <ListPage
      title="数据核查"
      note={`${year} 年提示 ${total.all} 条，待核查 ${total.open} 条（乡镇已说明 ${total.answered} 条），成立 ${total.confirmed} 条`}
      filters={years}
    >
      {data.refusal === null ? null : <p>{data.refusal}</p>}
      <p className="soft">提示只说明哪些记录需要问一问，不是结论，也不扣分。点任一格看是哪些记录。</p>
      <FirstCalls data={data} />
      <SignalMap
        data={data}
        selected={chosen.signal && chosen.of ? { signal: chosen.signal, of: chosen.of } : null}
      />
      <SignalGuide />
      <div id={linesAnchor}>
        <Panel
          title={title}
          note={`${list.total} 条，待核查的在前`}
          extra={
            chosen.signal ? (
              <LinkButton href={hrefWith({ cell: null, page: null })}>看全部</LinkButton>
            ) : undefined
          }
        >
          <Folded
            label={`逐条看全部 ${list.total} 条`}
            open={chosen.signal !== null || page > 1 || data.calls.length === 0}
          >
            <SignalLines
              label="核查提示"
              rows={list.rows}
              total={list.total}
              withTownship
              act={(line) =>
                may && data.refusal === null ? (
                  <ActButton primary={line.decided === null} onClick={() => setOpen(line)}>
                    {line.decided === null ? "作结论" : "改结论"}
                  </ActButton>
                ) : null
              }
              empty={{ title: "没有核查提示", body: "这一年的记录没有需要问的地方。" }}
            />
          </Folded>
        </Panel>
      </div>
      {open === null ? null : <DecideForm line={open} year={year} onClose={() => setOpen(null)} />}
    </ListPage>
  );
}
