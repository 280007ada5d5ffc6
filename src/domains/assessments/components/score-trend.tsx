"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { classLabel } from "@/domains/tenancy/labels";
import { useTRPC } from "@/trpc/client";
import { TrendChart } from "@/ui/charts/lazy-trend-chart";
import { Panel } from "@/ui/panel";
import { ErrorState } from "@/ui/states/error-state";
import { LoadingState } from "@/ui/states/loading-state";
import type { Trend } from "../data/years";
import type { County } from "./scores-type";

type Years = Trend["years"];
type Line = readonly (number | null)[];

const pointsOf = (years: Years, line: Line, shown: (index: number) => boolean) =>
  years.map(({ year }, index) => ({ x: String(year), y: shown(index) ? (line[index] ?? null) : null }));

/** The years that are over, and, drawn apart, the way from the last of them to the one that is not. */
function seriesOf(years: Years, name: string, line: Line) {
  const open = years.findIndex((one) => one.open);
  const over = { name, points: pointsOf(years, line, (index) => open === -1 || index < open) };
  if (open === -1) return [over];
  const running = {
    name: `${years[open]?.year ?? ""} 年（本年未结束）`,
    points: pointsOf(years, line, (index) => index === open || index === open - 1),
  };
  return [over, running];
}

function findingOf(name: string, years: Years, line: Line): string {
  const known = years.flatMap(({ year, open }, index) => {
    const points = line[index] ?? null;
    return open || points === null ? [] : [{ year, points }];
  });
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || known.length < 2)
    return `${name}：已结束的年度还不足两年有得分`;
  const change = Math.round((last.points - first.points) * 10) / 10;
  if (change === 0) return `${name}：${first.year} 到 ${last.year} 年持平`;
  return `${name}：${first.year} 到 ${last.year} 年${change > 0 ? "升" : "降"}了 ${Math.abs(change)} 个百分点`;
}

const noteOf = (years: Years): string =>
  [
    "得分率：折合得分 ÷ 可算总分",
    ...years.filter(({ open }) => open).map(({ year }) => `${year} 年还没有结束，虚线不能与往年直接比较`),
    ...(new Set(years.map(({ scheme, adopted }) => `${scheme}${adopted}`)).size > 1
      ? ["各年方案不同，比较时请留意"]
      : []),
  ].join("；");

/** A township's years beside the middle of its class; a year that is not over is drawn dashed and named. */
export function ScoreTrend({
  base,
  year,
  own,
}: {
  base: string;
  year: number;
  own: County["townships"][number];
}) {
  const { data, error } = useQuery(useTRPC().assessments.trend.queryOptions({ year }));
  if (error) return <ErrorState error={error} />;
  if (data === undefined) return <LoadingState lines={5} />;
  const line = data.townships.find(({ code }) => code === own.township.code);
  if (line === undefined) return null;
  const name = own.township.shortName;
  const open = data.years.some((one) => one.open);
  const median = {
    name: `${classLabel(own.township.class)}中位`,
    points: pointsOf(data.years, line.medians, (index) => !open || data.years[index]?.open === false),
  };
  return (
    <Panel>
      <TrendChart
        finding={findingOf(name, data.years, line.points)}
        note={noteOf(data.years)}
        series={[...seriesOf(data.years, name, line.points), median]}
        unit="%"
        height={260}
      />
      <ul className="row">
        {data.years.map((one, index) => (
          <li key={one.year}>
            {one.year} 年{one.open ? "（未结束）" : ""}{" "}
            <Link href={`${base}/assessment/${own.township.code}?year=${one.year}`}>
              {line.points[index] === null ? "未录" : `${line.points[index] ?? ""}%`}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
