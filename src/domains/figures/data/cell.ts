import "server-only";
import { lawChoiceOf } from "@/domains/tenancy/data";
import { type Day, dayOf } from "@/lib/dates";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import { type Cell, cellOf } from "../rules/cells";
import { contextsOf } from "../rules/metric-law";
import { type MetricCode, metricOf } from "../rules/metrics";
import { classOf, indicatorsOf } from "../rules/scheme";
import { type Score, scoreOf } from "../rules/score";
import { type EvidenceRow, listEvidence, sumEvidence } from "./evidence";
import { schemeOf } from "./schemes";

export type TrendPoint = { year: number; state: Cell["state"]; value: number | null };

const years = 5;
const leftOutShown = 50;
const evidencePageSize = 50;

/** A cell's state depends on whether its domain is used at all. */
const neededFor = (metric: MetricCode): MetricCode[] => [...new Set([metric, ...metricOf(metric).domain])];

type Which = { townshipId: string | null; metric: MetricCode; year: number };

/** The metric in the five years that end with `year`; a year without anything entered is a gap, not a zero. */
export async function trendOf(scope: CountyScope | TownshipScope, which: Which): Promise<TrendPoint[]> {
  const { tx, countyId, now } = scope;
  const fromYear = which.year - years + 1;
  const period = { countyId, townshipId: which.townshipId, fromYear, toYear: which.year, today: dayOf(now) };
  const sums = await sumEvidence(tx, period, neededFor(which.metric));
  return Array.from({ length: years }, (_, index) => {
    const year = fromYear + index;
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
  /** null when the year's scheme has no indicator of this metric */
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
    score: indicator === undefined ? null : scoreOf(indicator, cell, context),
    rows: counted.rows,
    total: counted.total,
    page,
    pageSize: evidencePageSize,
    leftOut: leftOut.rows,
    leftOutTotal: leftOut.total,
    trend: await trendOf(scope, { townshipId: township.id, metric, year }),
  };
}
