import "server-only";
import { lawChoiceOf } from "@/domains/tenancy/data";
import { type Day, dayOf } from "@/lib/dates";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import { type Cell, cellOf } from "../rules/cells";
import { contextsOf } from "../rules/metric-law";
import { type MetricCode, metricOf } from "../rules/metrics";
import { classOf, type Indicator, indicatorsOf, type Scheme, smallNumberOf } from "../rules/scheme";
import { type Score, scoreOf } from "../rules/score";
import { isFew } from "../rules/small-number";
import { type EvidenceRow, listEvidence, sumEvidence, type YearSum } from "./evidence";
import { rememberedSums } from "./remembered";
import { schemeOf } from "./schemes";

export type TrendPoint = { year: number; state: Cell["state"]; value: number | null };

const years = 5;
const leftOutShown = 50;
const evidencePageSize = 50;

/** A cell's state depends on whether its domain is used at all. */
const neededFor = (metric: MetricCode): MetricCode[] => [...new Set([metric, ...metricOf(metric).domain])];

type Which = { townshipId: string | null; metric: MetricCode; year: number };

/** A county's sums are remembered; a township, which may read only its own rows, has its own counted. */
async function sumsBehind(
  scope: CountyScope | TownshipScope,
  { townshipId, metric, year }: Which,
  shown: readonly number[],
): Promise<YearSum[]> {
  const { tx, countyId, now } = scope;
  if (!("townshipId" in scope)) {
    const sums = await rememberedSums(scope, shown);
    return townshipId === null ? sums : sums.filter((sum) => sum.townshipId === townshipId);
  }
  const period = { countyId, townshipId, fromYear: Math.min(...shown), toYear: year, today: dayOf(now) };
  return sumEvidence(tx, period, neededFor(metric));
}

/** The metric in the five years that end with `year`; a year without anything entered is a gap, not a zero. */
export async function trendOf(scope: CountyScope | TownshipScope, which: Which): Promise<TrendPoint[]> {
  const fromYear = which.year - years + 1;
  const shown = Array.from({ length: years }, (_, index) => fromYear + index);
  const sums = await sumsBehind(scope, which, shown);
  return shown.map((year) => {
    const { state, value } = cellOf(
      which.metric,
      sums.filter((sum) => sum.year === year),
    );
    return { year, state, value };
  });
}

export type CellEvidence = {
  township: { code: string; name: string; shortName: string };
  metric: MetricCode;
  year: number;
  today: Day;
  citation: string;
  /** what is counted, with the county's own numbers */
  rule: string;
  cell: Cell;
  /**
   * null when the year's scheme has no indicator of this metric, and where too few cases have it judged by the class's
   * middle, which a township's own rows do not tell: the score page does
   */
  score: Score | null;
  rows: EvidenceRow[];
  total: number;
  page: number;
  pageSize: number;
  leftOut: EvidenceRow[];
  leftOutTotal: number;
  trend: TrendPoint[];
};

type Township = { id: string; code: string; name: string; shortName: string; class: number | null };

const fewIn = (scheme: Scheme, indicator: Indicator, cell: Cell, { class: one }: Township): boolean =>
  isFew(indicator, cell, smallNumberOf(scheme, indicator), classOf(one));

/** What makes one cell: its rows, those left out and why, the sentence of its points, five years. */
export async function cellEvidence(
  scope: CountyScope | TownshipScope,
  township: Township,
  input: { metric: MetricCode; year: number; page: number },
): Promise<CellEvidence> {
  const { tx, countyId, now } = scope;
  const { metric, year, page } = input;
  const today = dayOf(now);
  const period = { countyId, townshipId: township.id, fromYear: year, toYear: year, today };
  const cell = cellOf(metric, await sumEvidence(tx, period, neededFor(metric)));
  const counted = await listEvidence(tx, period, metric, true, { page, pageSize: evidencePageSize });
  const leftOut = await listEvidence(tx, period, metric, false, { page: 1, pageSize: leftOutShown });
  const law = contextsOf(await lawChoiceOf(scope), year, today)[metric];
  const { scheme } = await schemeOf(tx, countyId, year);
  const indicator = indicatorsOf(scheme).find((one) => one.metric === metric);
  const context = { townshipClass: classOf(township.class), ...law.words };
  return {
    township: { code: township.code, name: township.name, shortName: township.shortName },
    metric,
    year,
    today,
    citation: law.citation,
    rule: law.rule,
    cell,
    score:
      indicator === undefined || fewIn(scheme, indicator, cell, township)
        ? null
        : scoreOf(indicator, cell, context),
    rows: counted.rows,
    total: counted.total,
    page,
    pageSize: evidencePageSize,
    leftOut: leftOut.rows,
    leftOutTotal: leftOut.total,
    trend: await trendOf(scope, { townshipId: township.id, metric, year }),
  };
}
