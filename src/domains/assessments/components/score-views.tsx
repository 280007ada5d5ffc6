"use client";

import type { Filter } from "@/ui/list/filter-bar";
import { useUrlState } from "@/ui/list/use-url-state";
import { ScoreHeat } from "./score-heat";
import { ScoreRadar } from "./score-radar";
import { ScoreSpread } from "./score-spread";
import { ScoreTrend } from "./score-trend";
import type { County } from "./scores-type";

/** The tabs of a county's scores; the league itself is the first. */
export const views = [
  { key: "league", label: "位次" },
  { key: "heat", label: "得分热力图" },
  { key: "radar", label: "各方面强弱" },
  { key: "spread", label: "差距" },
  { key: "trend", label: "历年走势" },
] as const;

export type View = (typeof views)[number]["key"];

export const chosenView = (filters: Readonly<Record<string, string>>): View =>
  views.find(({ key }) => key === filters["view"])?.key ?? "league";

/** What a view lets its reader choose beside the year. */
export function filtersOf(view: View, { townships }: County): Filter[] {
  const first = townships[0]?.township.code;
  const options = townships.map(({ township }) => ({ value: township.code, label: township.shortName }));
  const by = [
    { value: "indicator", label: "逐项指标" },
    { value: "dimension", label: "各个方面" },
  ];
  if (view === "heat") return [{ key: "by", label: "按什么看", options: by, preset: "indicator" }];
  return view === "radar" || view === "trend" ? [{ key: "of", label: "乡镇", options, preset: first }] : [];
}

/** One view of the scores below the tabs; every figure in it leads to what makes it. */
export function ScoreView({
  view,
  base,
  data,
}: {
  view: Exclude<View, "league">;
  base: string;
  data: County;
}) {
  const { filters } = useUrlState();
  const own = data.townships.find(({ township }) => township.code === filters["of"]) ?? data.townships[0];
  if (view === "heat")
    return <ScoreHeat base={base} data={data} byDimension={filters["by"] === "dimension"} />;
  if (view === "spread") return <ScoreSpread data={data} />;
  if (own === undefined) return null;
  return view === "radar" ? (
    <ScoreRadar base={base} data={data} own={own} />
  ) : (
    <ScoreTrend base={base} year={data.year} own={own} />
  );
}
