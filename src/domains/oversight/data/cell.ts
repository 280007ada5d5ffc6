import "server-only";
import { schemeOf } from "@/domains/assessments/data/schemes";
import { indicatorsOf } from "@/domains/assessments/rules/scheme";
import { type Score, scoreOf } from "@/domains/assessments/rules/score";
import { type Cell, cellOf } from "@/domains/oversight/rules/cells";
import { contextsOf } from "@/domains/oversight/rules/metric-law";
import { type MetricCode, metricOf } from "@/domains/oversight/rules/metrics";
import type { EvidenceInput, OwnEvidenceInput, TrendInput } from "@/domains/oversight/schema";
import { lawChoiceOf } from "@/domains/tenancy/data";
import { type Day, dayOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import { type EvidenceRow, listEvidence, sumEvidence } from "./evidence";
import { classOf } from "./standings";

export type TrendPoint = { year: number; state: Cell["state"]; value: number | null };

const years = 5;
const leftOutShown = 50;
export const evidencePageSize = 50;

/** A cell's state depends on whether its domain is used at all. */
const neededFor = (metric: MetricCode): MetricCode[] => [...new Set([metric, ...metricOf(metric).domain])];

type Which = { townshipId: string | null; metric: MetricCode; year: number };

/** The metric in the five years that end with `year`; a year without anything entered is a gap, not a zero. */
async function trendIn(scope: CountyScope | TownshipScope, which: Which): Promise<TrendPoint[]> {
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

async function evidenceIn(
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
    trend: await trendIn(scope, { townshipId: township.id, metric, year }),
  };
}

const townshipColumns = { id: true, code: true, name: true, shortName: true, class: true } as const;

function known(township: Township | null): Township {
  if (township === null) throw notFound();
  return township;
}

async function townshipByCode(scope: CountyScope, code: string): Promise<Township> {
  const where = { countyId: scope.countyId, code };
  return known(await scope.tx.township.findFirst({ where, select: townshipColumns }));
}

/** What makes one cell of the comparison: its rows, those left out and why, the sentence of its points, five years. */
export async function evidence(scope: CountyScope, input: EvidenceInput): Promise<CellEvidence> {
  return evidenceIn(scope, await townshipByCode(scope, input.township), input);
}

/** The same for a township's own cell. */
export async function ownEvidence(scope: TownshipScope, input: OwnEvidenceInput): Promise<CellEvidence> {
  const where = { countyId: scope.countyId, id: scope.townshipId };
  const township = known(await scope.tx.township.findFirst({ where, select: townshipColumns }));
  return evidenceIn(scope, township, input);
}

/** Five years of a metric, of one township or of the whole county taken together. */
export async function trend(scope: CountyScope, input: TrendInput) {
  const townshipId = input.township === null ? null : (await townshipByCode(scope, input.township)).id;
  const { name, kind } = metricOf(input.metric);
  const points = await trendIn(scope, { townshipId, metric: input.metric, year: input.year });
  return { metric: input.metric, name, kind, points };
}
