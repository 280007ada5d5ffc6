"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { chosenYear, yearsOffered } from "@/lib/years";
import { byClass } from "@/domains/figures/components/heat";
import { NoTownships } from "@/domains/figures/components/no-townships";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { Value } from "@/ui/detail/value";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { Panel } from "@/ui/panel";
import type { ScoreSheet } from "../data/scores";
import { schemeInText } from "../labels";
import { FreezePanel } from "./freeze-panel";

const AdoptScheme = dynamic(() => import("./adopt-scheme").then((module) => module.AdoptScheme), {
  ssr: false,
});

function AdoptButton({ year }: { year: number }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <ActButton onClick={() => setAsking(true)}>采用默认方案</ActButton>
      {asking ? <AdoptScheme year={year} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

type Dimension = { code: string; name: string; codes: string[] };

function pointsIn(row: ScoreSheet, codes: readonly string[]): ReactNode {
  const counted = row.scores.filter((score) => codes.includes(score.code) && score.max > 0);
  if (counted.length === 0) return <Value of="none" />;
  if (!counted.some((score) => score.state === "scored")) return <Value of="missing" />;
  const points = counted.reduce((sum, score) => sum + (score.points ?? 0), 0);
  return <Value of={points} text={points.toFixed(2)} />;
}

/** Always two digits behind the point, so that the figures stand under one another. */
const columnsOf = (dimensions: readonly Dimension[]): Column<ScoreSheet>[] => [
  { key: "township", title: "乡镇", width: 10, render: (row) => row.township.name },
  {
    key: "rank",
    title: "位次",
    align: "number",
    render: (row) => `${row.tied ? "并列 " : ""}${row.rank ?? "–"}`,
  },
  ...dimensions.map(({ code, name, codes }): Column<ScoreSheet> => ({
    key: code,
    title: name,
    align: "number",
    render: (row) => pointsIn(row, codes),
  })),
  {
    key: "points",
    title: "得分",
    align: "number",
    render: ({ total }) => `${total.points.toFixed(2)} / ${total.max}`,
  },
  {
    key: "redistributed",
    title: "折合",
    align: "number",
    render: (row) => <Value of={row.points ?? "missing"} text={row.points?.toFixed(2)} />,
  },
];

const byRank = (one: ScoreSheet, other: ScoreSheet) => (one.rank ?? Infinity) - (other.rank ?? Infinity);

/** Totals and places by class; a township's name opens its score page. */
export function ScoreTable({ base, currentYear }: { base: string; currentYear: number }) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().assessments.scores.queryOptions({ year }));
  const may = useMay();
  if (data.townships.length === 0) {
    return (
      <ListPage title="年度考核" filters={<FilterBar years={yearsOffered(data.years, year)} />}>
        <NoTownships base={base} />
      </ListPage>
    );
  }
  const computed = data.townships[0]?.total.computed ?? 0;
  const scored = data.townships[0]?.scores.filter((score) => score.state !== "notComputed") ?? [];
  const dimensions = data.dimensions
    .map(({ code, name, indicators }) => ({ code, name, codes: indicators.map((one) => one.code) }))
    .filter(({ codes }) => scored.some((score) => codes.includes(score.code)));
  return (
    <ListPage
      title="年度考核"
      note={`已能计算 ${scored.length} 项共 ${computed} 分 · ${schemeInText(data)}`}
      filters={<FilterBar years={yearsOffered(data.years, year)} />}
      actions={!data.schemeAdopted && may("assessments:manage") ? <AdoptButton year={year} /> : null}
    >
      {byClass(data.townships.map((row) => ({ ...row, class: row.township.class }))).map(
        ({ label, rows }) => (
          <Panel key={label} title={label}>
            <DataTable
              label={`${label}得分`}
              columns={columnsOf(dimensions)}
              rows={[...rows].sort(byRank)}
              rowKey={(row) => row.township.code}
              href={(row) => `${base}/assessment/${row.township.code}?year=${year}`}
              empty={{ title: "没有乡镇" }}
            />
          </Panel>
        ),
      )}
      <FreezePanel year={year} />
      <p className="soft">
        无应办事项的指标不计分，其分值由其他指标分摊后折合；未录按 0 分并注明。只在同类中排位。
      </p>
    </ListPage>
  );
}
