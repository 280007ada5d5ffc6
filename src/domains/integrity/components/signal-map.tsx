"use client";

import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { byClass } from "@/domains/figures/components/heat";
import type { HeatCell, HeatTone } from "@/ui/charts/heat";
import { HeatTable } from "@/ui/charts/heat-table";
import { useUrlState } from "@/ui/list/use-url-state";
import type { SignalMap as Answer, Tallied } from "../data/pages";
import { signals } from "../rules/signals";

const legend = [
  { look: "heat-absent", text: "没有提示" },
  { look: "heat-good", text: "都已有结论，没有成立的" },
  { look: "heat-low", text: "有待说明或核查" },
  { look: "heat-bad", text: "有成立的" },
] as const;

function toneOf({ all, open, confirmed }: Tallied): HeatTone {
  if (confirmed > 0) return "bad";
  if (open > 0) return "low";
  return all > 0 ? "good" : "absent";
}

const cellOf = (tally: Tallied): HeatCell => ({
  figure: tally.all,
  tone: toneOf(tally),
  detail: `${tally.all} 条，待核查 ${tally.open} 条，其中乡镇已说明 ${tally.answered} 条，成立 ${tally.confirmed} 条`,
});

type Props = { data: Answer; selected: { signal: string; of: string } | null };

/** Townships by signals: how many there are, and whether somebody has to say something to them. */
export function SignalMap({ data: { year, townships }, selected }: Props) {
  const { hrefWith } = useUrlState();
  const router = useRouter();
  const heat = useMemo(() => {
    const cells = new Map<string, HeatCell>(
      townships.flatMap(({ code, cells: own }) =>
        own.map((cell) => [`${cell.signal}.${code}`, cellOf(cell)] as const),
      ),
    );
    return {
      classes: byClass(townships).map(({ label, rows }) => ({
        label,
        townships: rows.map(({ code, shortName }) => ({ id: code, name: shortName })),
      })),
      indicators: signals.map(({ code, name }) => ({ key: code, label: name, direction: "down" as const })),
      cellOf: (signal: string, township: string) => cells.get(`${signal}.${township}`),
    };
  }, [townships]);
  return (
    <HeatTable
      label={`${year} 年各乡镇核查提示`}
      {...heat}
      rows="提示"
      legend={legend}
      selected={selected && { indicator: selected.signal, township: selected.of }}
      onOpen={(signal, township) =>
        router.push(hrefWith({ cell: `${signal}.${township}`, page: null }), { scroll: false })
      }
    />
  );
}
