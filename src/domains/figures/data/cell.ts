import "server-only";
import { lawChoiceOf } from "@/domains/tenancy/data";
import { type Day, dayOf } from "@/lib/dates";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import { type Cell, cellOf } from "../rules/cells";
import { completed, contextsOf } from "../rules/metric-law";
import { comparedCodes, type MetricCode, withDomains } from "../rules/metrics";
import {
  classOf,
  formulaFor,
  type Indicator,
  indicatorsOf,
  isCompared,
  type Scheme,
  smallNumberOf,
} from "../rules/scheme";
import { type Score, scoreOf } from "../rules/score";
import { isFew } from "../rules/small-number";
import { type EvidenceRow, listEvidence, sumEvidence, type YearSum } from "./evidence";
import { listFrozen } from "./frozen-rows";
import { sumsLately } from "./lately";
import { rememberedSums } from "./remembered";
import { countedIn, schemeOf } from "./schemes";
import { type Frozen, frozenSums, type FrozenYear, holds, shownOf, snapshotOf } from "./snapshot";

export type TrendPoint = { year: number; state: Cell["state"]; value: number | null };

const years = 5;
export const leftOutShown = 50;
export const evidencePageSize = 50;

/** A cell's state depends on whether its domain is used at all. */
const neededFor = (metric: MetricCode): MetricCode[] => withDomains([metric]);

const isRemembered = async (scope: CountyScope, metric: MetricCode): Promise<boolean> =>
  (comparedCodes as readonly MetricCode[]).includes(metric) || (await countedIn(scope)).includes(metric);

type Which = { townshipId: string | null; metric: MetricCode; year: number };

/** What was frozen is told as it was; the other years are counted. */
async function sumsBehind(
  scope: CountyScope | TownshipScope,
  which: Which,
  shown: readonly number[],
): Promise<YearSum[]> {
  const { townshipId, metric } = which;
  const frozen = await frozenSums(scope, { townshipId, years: shown, metrics: neededFor(metric) });
  const open = shown.filter((year) => !frozen.years.includes(year));
  if (open.length === 0) return frozen.sums;
  const counted = await countedSums(scope, which, open);
  return [...frozen.sums, ...counted.filter(({ year }) => open.includes(year))];
}

/** A county's sums are remembered, as far as its schemes ask for them; a township, which may read only its own rows, has its own counted. */
async function countedSums(
  scope: CountyScope | TownshipScope,
  { townshipId, metric }: Which,
  shown: readonly number[],
): Promise<YearSum[]> {
  const { countyId, now } = scope;
  if (!("townshipId" in scope) && (await isRemembered(scope, metric))) {
    return rememberedSums(scope, shown, townshipId);
  }
  const span = { fromYear: Math.min(...shown), toYear: Math.max(...shown) };
  const period = { countyId, townshipId, ...span, today: dayOf(now) };
  return sumsLately(scope, period, neededFor(metric));
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
   * null when the year's scheme has no indicator of this metric, and where others decide it (few cases are judged by the
   * class's middle, some formulas compare), which a township's own rows do not tell: the score page does
   */
  score: Score | null;
  rows: EvidenceRow[];
  total: number;
  page: number;
  pageSize: number;
  leftOut: EvidenceRow[];
  leftOutTotal: number;
  trend: TrendPoint[];
  /** when the year was frozen; null for one that still moves */
  frozen: Frozen | null;
};

type Township = { id: string; code: string; name: string; shortName: string; class: number | null };

const byOthers = (scheme: Scheme, indicator: Indicator, cell: Cell, { class: one }: Township): boolean =>
  isCompared(formulaFor(indicator, classOf(one))) ||
  isFew(indicator, cell, smallNumberOf(scheme, indicator), classOf(one));

type Asked = { metric: MetricCode; year: number; page: number };
type Behind = Omit<CellEvidence, "township" | "trend" | keyof Asked | "pageSize">;

/** What makes one cell: its rows, those left out and why, the sentence of its points, five years. */
export async function cellEvidence(
  scope: CountyScope | TownshipScope,
  township: Township,
  input: Asked,
): Promise<CellEvidence> {
  const snapshot = await snapshotOf(scope, input.year);
  const behind =
    snapshot === null || !holds(snapshot, input.metric)
      ? await countedCell(scope, township, input)
      : await frozenBehind(scope, snapshot, township, input);
  const { metric, year, page } = input;
  return {
    township: { code: township.code, name: township.name, shortName: township.shortName },
    ...behind,
    ...{ metric, year, page, pageSize: evidencePageSize },
    trend: await trendOf(scope, { townshipId: township.id, metric, year }),
  };
}

async function countedCell(
  scope: CountyScope | TownshipScope,
  township: Township,
  { metric, year, page }: Asked,
): Promise<Behind> {
  const { tx, countyId, now } = scope;
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
    ...{ today, cell, citation: law.citation, rule: law.rule, frozen: null },
    score:
      indicator === undefined || byOthers(scheme, indicator, cell, township)
        ? null
        : scoreOf(indicator, cell, context),
    ...{ rows: counted.rows, total: counted.total, leftOut: leftOut.rows, leftOutTotal: leftOut.total },
  };
}

/** The same of a frozen year: nothing is judged anew, and the score is the one that was given. */
async function frozenBehind(
  scope: CountyScope | TownshipScope,
  snapshot: FrozenYear,
  township: Township,
  { metric, year, page }: Asked,
): Promise<Behind> {
  const which = { townshipId: township.id, year, metric };
  const kept = snapshot.townships.find(({ id }) => id === township.id);
  const cell = kept?.cells.find((one) => one.metric === metric) ?? cellOf(metric, []);
  const listed = await listFrozen(scope, which, cell, { page, pageSize: evidencePageSize, leftOutShown });
  const { scheme, law } = snapshot.terms;
  const indicator = indicatorsOf(scheme).find((one) => one.metric === metric);
  const { citation, rule } = completed(law.metrics)[metric];
  return {
    ...{ today: snapshot.judgedOn, cell, citation, rule, frozen: shownOf(snapshot) },
    score: kept?.standing.scores.find(({ code }) => code === indicator?.code) ?? null,
    ...{ ...listed, total: cell.counted, leftOutTotal: cell.leftOut },
  };
}
