import type { ReactNode } from "react";
import { byClass } from "@/domains/figures/components/heat";
import { Value } from "@/ui/detail/value";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import type { ScoreSheet } from "../data/scores";
import { decidedInText, percentileText } from "../labels";
import type { County } from "./scores-type";

type Dimension = { code: string; name: string; codes: string[] };

function pointsIn(row: ScoreSheet, codes: readonly string[]): ReactNode {
  const counted = row.scores.filter((score) => codes.includes(score.code) && score.max > 0);
  if (counted.length === 0) return <Value of="none" />;
  if (!counted.some((score) => score.state === "scored")) return <Value of="missing" />;
  const points = counted.reduce((sum, score) => sum + (score.points ?? 0), 0);
  return <Value of={points} text={points.toFixed(2)} />;
}

/** What the directors' meeting decided, bonus and deductions included. */
const decidedColumns: Column<ScoreSheet>[] = [
  {
    key: "final",
    title: "总分",
    align: "number",
    render: ({ final }) => <Value of={final ?? "missing"} text={final?.toFixed(2)} />,
  },
  { key: "grade", title: "等次", render: ({ grade }) => grade ?? "暂无" },
];

/** Always two digits behind the point, so that the figures stand under one another. */
const columnsOf = (dimensions: readonly Dimension[]): Column<ScoreSheet>[] => [
  { key: "township", title: "乡镇", width: 10, render: (row) => row.township.name },
  {
    key: "rank",
    title: "位次",
    align: "number",
    render: (row) => `${row.tied ? "并列 " : ""}${row.rank ?? "–"}`,
  },
  { key: "percentile", title: "在同类中", render: (row) => percentileText(row.percentile) },
  ...dimensions.map(({ code, name, codes }): Column<ScoreSheet> => ({
    key: code,
    title: name,
    align: "number",
    render: (row) => pointsIn(row, codes),
  })),
  {
    key: "points",
    title: "得分 / 适用分值",
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
export function LeagueTables({ base, data }: { base: string; data: County }) {
  const scores = data.townships[0]?.scores.filter((score) => score.state !== "notComputed") ?? [];
  const dimensions = data.dimensions
    .map(({ code, name, indicators }) => ({ code, name, codes: indicators.map((one) => one.code) }))
    .filter(({ codes }) => scores.some((score) => codes.includes(score.code)));
  return (
    <>
      {byClass(data.townships.map((row) => ({ ...row, class: row.township.class }))).map(
        ({ label, rows }) => (
          <Panel key={label} title={label}>
            <DataTable
              label={`${label}得分`}
              columns={[...columnsOf(dimensions), ...(data.decided === null ? [] : decidedColumns)]}
              rows={[...rows].sort(byRank)}
              rowKey={(row) => row.township.code}
              href={(row) => `${base}/assessment/${row.township.code}?year=${data.year}`}
              empty={{ title: "没有乡镇" }}
            />
          </Panel>
        ),
      )}
      {data.decided === null ? null : (
        <p>{decidedInText(data.decided)}折合不含加分、扣分和评议团评分，总分含这些，所以两列可以不同。</p>
      )}
      <p className="soft">
        无应办事项的指标不计分，其分值由其他指标分摊后折合；未录按 0 分并注明。只在同类中排位。
      </p>
    </>
  );
}
