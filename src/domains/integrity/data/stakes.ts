import "server-only";
import { type RowOfMany, rowsOfRecords } from "@/domains/figures/data/of-record";
import { type Standings, standingsOf } from "@/domains/figures/data/standings";
import { toCents } from "@/domains/figures/rules/formulas";
import { extraPoints } from "@/domains/figures/rules/grades";
import { isMetricCode, type MetricCode } from "@/domains/figures/rules/metrics";
import { indicatorsOf } from "@/domains/figures/rules/scheme";
import { scoredAmong } from "@/domains/figures/rules/standing";
import { movesOf } from "@/domains/figures/rules/without";
import { dayOf } from "@/lib/dates";
import type { CountyScope } from "@/server/db/scope";
import type { Open, Rests, Stakes } from "../rules/calls";

const nothing: Rests = { points: 0, indicators: [] };

/** The points a township would not have without some of its records, and by which indicators; what they cost it is no gain. */
function restsIn(
  { townships, scheme, law }: Standings,
  rows: readonly RowOfMany[],
  townshipId: string,
): Rests {
  const own = townships.find(({ township }) => township.id === townshipId);
  if (own === undefined || rows.length === 0) return nothing;
  const among = scoredAmong(scheme.scheme, townships, own);
  const gained = movesOf(
    indicatorsOf(scheme.scheme),
    own.cells.flatMap(({ parts }) => parts),
    rows,
    (metric) => ({ ...among, ...law[metric].words }),
  ).filter(({ with: is, without: was }) => (is ?? 0) > (was ?? 0));
  const points = gained.reduce((sum, { with: is, without: was }) => sum + (is ?? 0) - (was ?? 0), 0);
  return { points: toCents(points), indicators: gained.map(({ code }) => code) };
}

const metricsIn = ({ scheme }: Standings): MetricCode[] =>
  indicatorsOf(scheme.scheme).flatMap(({ metric }) =>
    metric !== null && isMetricCode(metric) ? [metric] : [],
  );

/** The rows of the records asked about: standings are the same ones while nothing in the county changes. */
const kept = new WeakMap<Standings, RowOfMany[]>();

async function rowsAsked(scope: CountyScope, year: number, standings: Standings, open: readonly Open[]) {
  const known = kept.get(standings);
  if (known !== undefined) return known;
  const ids = [...new Set(open.flatMap(({ raised }) => raised.records.map(({ id }) => id)))];
  const span = { fromYear: year, toYear: year, today: dayOf(scope.now) };
  const period = { countyId: scope.countyId, townshipId: null, ...span };
  const rows = await rowsOfRecords(scope, period, ids, metricsIn(standings));
  kept.set(standings, rows);
  return rows;
}

/** What a year's open signals may come to, by its scheme and as its records stand. */
export async function stakesOf(scope: CountyScope, year: number, open: readonly Open[]): Promise<Stakes> {
  const standings = await standingsOf(scope, year);
  const rows = await rowsAsked(scope, year, standings, open);
  const { deductions, deductionCap } = standings.scheme.scheme;
  return {
    takenOff: (deduction, cases) =>
      extraPoints(deductions, deductionCap, new Map([[deduction, cases]])).points,
    restsOn: (townshipId, ids) => {
      const asked = new Set(ids);
      return restsIn(
        standings,
        rows.filter((row) => row.townshipId === townshipId && asked.has(row.recordId)),
        townshipId,
      );
    },
  };
}
