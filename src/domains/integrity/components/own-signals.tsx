"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { ActButton } from "@/ui/link-button";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import type { OwnSignals as Answer } from "../data/pages";
import { SignalGuide } from "./signal-guide";
import { SignalLines } from "./signal-lines";

const AnswerForm = dynamic(() => import("./answer-form").then((module) => module.AnswerForm), { ssr: false });

/** What the county sees of a township's records, for the township itself to explain. */
export function OwnSignals({ township, currentYear }: { township: string; currentYear: number }) {
  const { filters, page } = useUrlState();
  const year = chosenYear(filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().integrity.own.queryOptions({ township, year, page }));
  const may = useMay()("integrity:answer");
  const [open, setOpen] = useState<Answer["rows"][number] | null>(null);
  const lines = new Map(data.rows.map((row) => [row.key, row]));
  const unsaid = data.tally.open - data.tally.answered;
  return (
    <ListPage
      title="核查提示"
      crumbs={[{ label: "考核", href: `/t/${township}/assessment?year=${year}` }, { label: "核查提示" }]}
      count={data.total}
      countUnit="条"
      note={`${unsaid} 条还没有说明，${data.tally.answered} 条已说明、等县人大核实`}
      filters={<FilterBar years={yearsOffered(data.years, year)} shown={year} />}
    >
      {data.refusal === null ? null : <p>{data.refusal}</p>}
      <p className="soft">
        县人大看到的也是这些。提示不是结论，也不扣分：记录有错的请更正，没有错的请说明，由县人大核实。
      </p>
      <SignalLines
        label="本乡镇的核查提示"
        rows={data.rows}
        total={data.total}
        withTownship={false}
        act={({ key, decided, answer }) =>
          may && data.refusal === null && decided === null ? (
            <ActButton primary={answer === null} onClick={() => setOpen(lines.get(key) ?? null)}>
              {answer === null ? "说明" : "改说明"}
            </ActButton>
          ) : null
        }
        empty={{ title: "没有核查提示", body: "这一年的记录没有需要问的地方。" }}
      />
      <SignalGuide />
      {open === null ? null : (
        <AnswerForm township={township} line={open} year={year} onClose={() => setOpen(null)} />
      )}
    </ListPage>
  );
}
