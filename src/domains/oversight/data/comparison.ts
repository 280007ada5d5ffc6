import "server-only";
import { leaguePoints } from "@/domains/figures/rules/scoring";
import { type Standings, standingsOf } from "@/domains/figures/data/standings";
import { breaksLaw } from "@/domains/figures/rules/law-minimum";
import { type Spread, spreadOf } from "@/domains/figures/rules/ranking";
import { cellNumber, inUnit, readText } from "@/domains/figures/labels";
import type { Cell, ShownCell } from "@/domains/figures/rules/cells";
import { countedBy, type MetricCode, metricOf } from "@/domains/figures/rules/metrics";
import type { ComparisonInput } from "@/domains/oversight/schema";
import { classLabel } from "@/domains/tenancy/labels";
import type { Day } from "@/lib/dates";
import { pick } from "@/lib/pick";
import type { CountyScope } from "@/server/db/scope";

export type ComparedMetric = { code: MetricCode; citation: string; spread: Spread | null };

/** @property belowLaw less than the law asks for at least */
export type ComparedCell = ShownCell & { belowLaw: boolean };

const shown = (cell: Cell): ShownCell =>
  pick(cell, "metric", "state", "value", "numerator", "denominator", "counted", "leftOut", "declared");

export type ComparedRow = {
  code: string;
  name: string;
  shortName: string;
  class: number | null;
  mergedOn: Day | null;
  cells: ComparedCell[];
  /** of the indicators that are computed, with the weight of what does not apply spread over the rest */
  points: number | null;
  rank: number | null;
  rankOf: number;
  unranked: number;
  tied: boolean;
};

export type Comparison = {
  year: number;
  today: Day;
  schemeAdopted: boolean;
  /** sessions the county's law asks for in this year */
  sessionsAsked: number;
  /** of how many points the scheme's computed indicators are */
  computed: number;
  computedIndicators: number;
  metrics: ComparedMetric[];
  townships: ComparedRow[];
  years: number[];
};

/** The same standings are shown to many. */
const compared = new WeakMap<Standings, Map<number | null, Comparison>>();

export function comparisonFrom(standings: Standings, townshipClass: number | null): Comparison {
  const known = compared.get(standings) ?? new Map<number | null, Comparison>();
  const comparison = known.get(townshipClass) ?? compare(standings, townshipClass);
  compared.set(standings, known.set(townshipClass, comparison));
  return comparison;
}

function compare(standings: Standings, townshipClass: number | null): Comparison {
  const those = standings.townships.filter(
    ({ township }) => townshipClass === null || township.class === townshipClass,
  );
  const valuesOf = (metric: MetricCode) =>
    those.map(({ cells }) => cells.find((cell) => cell.metric === metric)?.value ?? null);
  const first = standings.townships[0];
  return {
    year: standings.year,
    today: standings.today,
    years: standings.years,
    schemeAdopted: standings.scheme.adopted,
    sessionsAsked: standings.sessionsAsked,
    computed: first?.total.computed ?? 0,
    computedIndicators: first?.scores.filter((score) => score.state !== "notComputed").length ?? 0,
    metrics: countedBy(standings.scheme.scheme).map((code) => ({
      code,
      citation: standings.law[code].citation,
      spread: spreadOf(valuesOf(code)),
    })),
    townships: those.map(({ township, cells, total, rank }) => ({
      code: township.code,
      name: township.name,
      shortName: township.shortName,
      class: township.class,
      mergedOn: township.mergedOn,
      cells: cells.map((cell) => ({ ...shown(cell), belowLaw: breaksLaw(cell, standings) })),
      points: leaguePoints({ rank, total }),
      rank: rank.rank,
      rankOf: rank.of,
      unranked: rank.unranked,
      tied: rank.tied,
    })),
  };
}

/** The heat map: townships of a class (or of all) by metrics, with the middle and the spread of each. */
export async function comparison(scope: CountyScope, input: ComparisonInput): Promise<Comparison> {
  return comparisonFrom(await standingsOf(scope, input.year), input.class);
}

/** What the league table shows: points and places within each class. */
export async function league(scope: CountyScope, input: ComparisonInput) {
  const { year, schemeAdopted, computed, computedIndicators, townships } = await comparison(scope, input);
  const rows = townships.map(
    ({ code, name, shortName, class: townshipClass, points, rank, rankOf, unranked, tied }) => ({
      code,
      name,
      shortName,
      class: townshipClass,
      points,
      rank,
      rankOf,
      unranked,
      tied,
    }),
  );
  return { year, schemeAdopted, computed, computedIndicators, townships: rows };
}

/** The comparison as it is shown, for Excel: one row a metric, one column a township, numbers to reckon with. */
export async function exportComparison(scope: CountyScope, input: ComparisonInput) {
  const { year, today, metrics, townships } = await comparison(scope, input);
  const figure = (code: MetricCode, cells: readonly ShownCell[]) => {
    const cell = cells.find((one) => one.metric === code);
    return cell === undefined ? null : cellNumber(cell);
  };
  const figures = { width: 11, kind: "number" as const };
  return {
    title: `${year}年横向比较（${readText(year, today)}）`,
    columns: [
      { header: "指标", width: 28 },
      ...townships.map((row) => ({ header: `${row.name}（${classLabel(row.class)}）`, ...figures })),
      { header: "中位", ...figures },
    ],
    rows: [
      ...metrics.map(({ code, spread }) => [
        `${code} ${metricOf(code).name}（${metricOf(code).kind === "ratio" ? "%" : metricOf(code).unit}）`,
        ...townships.map((row) => figure(code, row.cells)),
        spread === null ? null : inUnit(code, spread.median),
      ]),
      ["已算得分（折合）", ...townships.map((row) => row.points), null],
      ["同类位次", ...townships.map((row) => row.rank), null],
    ],
  };
}
