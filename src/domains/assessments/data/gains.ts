import "server-only";
import { listEvidence } from "@/domains/figures/data/evidence";
import { standingsOf, type TownshipStanding } from "@/domains/figures/data/standings";
import { behindText, reasonText } from "@/domains/figures/labels";
import { canBeMended, enteredAs } from "@/domains/figures/rules/behind-metric";
import { bestGains } from "@/domains/figures/rules/gain";
import { isMetricCode, type MetricCode, metricOf } from "@/domains/figures/rules/metrics";
import { indicatorsOf } from "@/domains/figures/rules/scheme";
import { scoredAmong, valuesIn } from "@/domains/figures/rules/standing";
import { faceOf } from "@/domains/registry";
import { dayOf, yearOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { pick } from "@/lib/pick";
import type { PositionScope } from "@/server/db/scope";
import type { OwnScoreInput } from "../schema";

const gainsShown = 5;
const recordsShown = 5;
const looked = 60;

/** The rows behind a metric that can still be mended this year, those that lower the figure first. */
async function missingFrom({ tx, countyId, now }: PositionScope, own: TownshipStanding, metric: MetricCode) {
  const today = dayOf(now);
  const year = yearOf(today);
  const period = { countyId, townshipId: own.township.id, fromYear: year, toYear: year, today };
  const page = { page: 1, pageSize: looked };
  const counted = await listEvidence(tx, period, metric, true, page);
  const leftOut = await listEvidence(tx, period, metric, false, page);
  const rows = [...counted.rows, ...leftOut.rows].filter(
    (row) => (row.denominator === 0 || row.numerator < row.denominator) && canBeMended(row.reason),
  );
  return rows.map((row) => ({
    ...pick(row, "recordType", "recordId"),
    title: row.title ?? behindText(row.recordType),
    why: reasonText(row.reason, row.amount),
  }));
}

/** Where a record of a metric is entered: the list of its kind, whose form is `new` below it. */
function enteredAt(metric: MetricCode) {
  const type = enteredAs[metric];
  const face = type === null ? null : faceOf(type);
  return face?.path ? { name: face.name, path: face.path } : null;
}

/**
 * What would raise a township most before the year is out, with the records that are missing. Of quarters and months only
 * those are promised that are not over yet.
 */
export async function ownGains(scope: PositionScope, { year }: OwnScoreInput) {
  const standings = await standingsOf(scope, year);
  const own = standings.townships.find(({ township }) => township.id === scope.ownTownshipId);
  if (own === undefined) throw notFound();
  const closed = year !== yearOf(standings.today);
  if (closed) return { year, closed, gains: [] };
  const indicators = indicatorsOf(standings.scheme.scheme);
  const values = valuesIn(own.cells);
  const context = scoredAmong(standings.scheme.scheme, standings.townships, own);
  const gains = [];
  for (const gain of bestGains(indicators, values, context, indicators.length)) {
    const indicator = indicators.find(({ code }) => code === gain.code);
    const metric = indicator?.metric ?? "";
    if (indicator === undefined || !isMetricCode(metric)) continue;
    const missing = await missingFrom(scope, own, metric);
    if (metricOf(metric).kind === "tally" && missing.length === 0) continue;
    const enter = indicator.improvesBy === "added" ? enteredAt(metric) : null;
    gains.push({
      ...gain,
      name: indicator.name,
      missing: missing.slice(0, recordsShown),
      missingTotal: missing.length,
      enter,
    });
    if (gains.length === gainsShown) break;
  }
  return { year, closed, gains };
}

export type OwnGains = Awaited<ReturnType<typeof ownGains>>;
