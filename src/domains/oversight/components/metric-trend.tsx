"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { type MetricCode, metricOf } from "@/domains/figures/rules/metrics";
import { useTRPC } from "@/trpc/client";
import { TrendChart } from "@/ui/charts/lazy-trend-chart";
import { ErrorState } from "@/ui/states/error-state";
import { LoadingState } from "@/ui/states/loading-state";

type Point = { year: number; value: number | null };

const round = (value: number) => Math.round(value * 10) / 10;

/** The years that are over, and drawn apart the way to the one that is not: it cannot be compared yet. */
export function seriesOf(name: string, points: readonly Point[], openYear: number) {
  const open = points.some(({ year }) => year >= openYear);
  const over = points.map(({ year, value }) => ({ x: String(year), y: year < openYear ? value : null }));
  if (!open) return [{ name, points: over }];
  const running = points.map(({ year, value }) => ({
    x: String(year),
    y: year >= openYear - 1 ? value : null,
  }));
  return [
    { name, points: over },
    { name: `${openYear} 年（本年未结束）`, points: running },
  ];
}

/** What the years that are over say. */
export function trendFinding(name: string, points: readonly Point[], openYear: number, unit: string): string {
  const known = points.flatMap(({ year, value }) =>
    year < openYear && value !== null ? [{ year, value }] : [],
  );
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || known.length < 2)
    return `${name}：已结束的年度还不足两年有数`;
  const change = round(last.value - first.value);
  return change === 0
    ? `${name}：${first.year} 到 ${last.year} 年持平`
    : `${name}：${first.year} 到 ${last.year} 年${change > 0 ? "升" : "降"}了 ${Math.abs(change)}${unit}`;
}

type Props = { base?: string; metric: MetricCode; year: number; openYear: number; height?: number };

/** Five years of a metric of the whole county. @param base without it, as on a projector, nothing is opened */
export function MetricTrend({ base, metric, year, openYear, height = 220 }: Props) {
  const { data, error } = useQuery(useTRPC().oversight.trend.queryOptions({ metric, year, township: null }));
  if (error) return <ErrorState error={error} />;
  if (data === undefined) return <LoadingState lines={4} />;
  const ratio = metricOf(metric).kind === "ratio";
  const points = data.points.map((point) => ({
    year: point.year,
    value: point.value === null ? null : round(ratio ? point.value * 100 : point.value),
  }));
  const name = `${metric} ${metricOf(metric).name}`;
  return (
    <div className="stack">
      <TrendChart
        finding={trendFinding(
          `全县 ${name}`,
          points,
          openYear,
          ratio ? " 个百分点" : ` ${metricOf(metric).unit}`,
        )}
        note={
          points.some((point) => point.year >= openYear)
            ? `${openYear} 年还没有结束，虚线不能与往年直接比较`
            : "各年全县合计"
        }
        series={seriesOf(name, points, openYear)}
        unit={ratio ? "%" : ""}
        height={height}
      />
      {base === undefined ? null : (
        <ul className="row">
          {points.map((point) => (
            <li key={point.year}>
              {point.year} 年{point.year >= openYear ? "（未结束）" : ""}{" "}
              <Link href={`${base}/compare?year=${point.year}`}>
                {point.value === null ? "无数据" : `${point.value}${ratio ? "%" : ""}`}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
