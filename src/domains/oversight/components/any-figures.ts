import { shownFigure } from "@/domains/figures/components/heat";
import { kindText } from "@/domains/figures/labels";
import { type MetricCode, metricOf } from "@/domains/figures/rules/metrics";
import type { BarSeries } from "@/ui/charts/bars";
import type { AnyCell, AnyComparison } from "../data/any";
import { amongLabel } from "../labels";

export type CellOf = (metric: MetricCode, year: number, township: string) => AnyCell | undefined;

/** Each figure by its own place. */
export function cellsBy({ cells }: AnyComparison): CellOf {
  const known = new Map(cells.map((cell) => [`${cell.metric} ${cell.year} ${cell.township}`, cell]));
  return (metric, year, township) => known.get(`${metric} ${year} ${township}`);
}

/** A figure's bars as a chart draws them: a series a year, the newest first. */
export const seriesOf = (metric: MetricCode, { years, townships }: AnyComparison, of: CellOf): BarSeries[] =>
  years.map(({ year }) => ({
    name: `${year}年`,
    figures: new Map(townships.map(({ code }) => [code, shownFigure(of(metric, year, code))])),
  }));

export const unitOf = (metric: MetricCode): string =>
  metricOf(metric).kind === "ratio" ? "%" : metricOf(metric).unit;

/** How far the townships lie apart in the newest year, in one sentence. */
export function findingOf(metric: MetricCode, { spreads, years }: AnyComparison): string {
  const newest = years[0]?.year;
  const own = spreads.filter((one) => one.metric === metric && one.year === newest);
  const whole = own.find(({ among }) => among === "all") ?? own[0];
  const spread = whole?.spread ?? null;
  if (whole === undefined || spread === null) return `${newest ?? ""} 年还没有可以比较的数`;
  const text = (value: number) => kindText(metric, value);
  const { min, median, max, n } = spread;
  const among = whole.among === "all" ? "" : amongLabel(whole.among);
  return min === max
    ? `${newest ?? ""} 年${among}有数的 ${n} 个乡镇都是 ${text(max)}`
    : `${newest ?? ""} 年${among}最低 ${text(min)}，中位 ${text(median)}，最高 ${text(max)}`;
}

export const hasFigures = ({ cells }: AnyComparison): boolean => cells.some(({ state }) => state === "value");
