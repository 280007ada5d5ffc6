import { cellOf, type EvidencePart, type PartSum } from "./cells";
import { isMetricCode, type MetricCode } from "./metrics";
import type { Indicator } from "./scheme";
import { type Score, scoreOf, type ScoreContext } from "./score";

/** A row of evidence that stands for one record. */
export type OwnRow = {
  metric: MetricCode;
  part: EvidencePart;
  numerator: number;
  denominator: number;
  reason: string;
  amount: number | null;
};

const isRecord = ({ part, reason }: OwnRow): boolean => part !== "voided" && reason !== "notPresidium";

/** The sums of a township as they would be without some of the rows they are made of. */
export function without(sums: readonly PartSum[], rows: readonly OwnRow[]): PartSum[] {
  return sums
    .map((sum) => {
      const gone = rows.filter((row) => row.metric === sum.metric && row.part === sum.part);
      const less = (pick: (row: OwnRow) => number) => gone.reduce((total, row) => total + pick(row), 0);
      return {
        ...sum,
        numerator: sum.numerator - less((row) => row.numerator),
        denominator: sum.denominator - less((row) => row.denominator),
        counted: sum.counted - less((row) => (row.denominator > 0 ? 1 : 0)),
        leftOut: sum.leftOut - less((row) => (row.denominator > 0 ? 0 : 1)),
        records: sum.records - less((row) => (isRecord(row) ? 1 : 0)),
      };
    })
    .filter(({ counted, leftOut }) => counted > 0 || leftOut > 0);
}

/**
 * What one record does to one indicator.
 * @property with without its points; null where the indicator has none then
 * @property counts false where every row of it is left out
 */
export type Move = {
  code: string;
  name: string;
  metric: MetricCode;
  max: number;
  counts: boolean;
  reasons: { reason: string; amount: number | null }[];
  with: number | null;
  without: number | null;
};

/** 未录 earns nothing; what does not apply has no points to lose. */
const pointsIn = ({ points }: Score): number | null => points;

/** Reasons that speak of the record, each once; of the many steps of G2 those that lower the figure come first. */
function reasonsOf(rows: readonly OwnRow[]): Move["reasons"] {
  const lowering = rows.filter((row) => row.numerator < row.denominator);
  const told = lowering.length > 0 ? lowering : rows;
  const known = new Map(told.map(({ reason, amount }) => [`${reason} ${amount ?? ""}`, { reason, amount }]));
  return [...known.values()].slice(0, 3);
}

/** Which indicators a record moves and by how much: each scored with its rows and without them, by the same formula. */
export function movesOf(
  indicators: readonly Indicator[],
  sums: readonly PartSum[],
  rows: readonly OwnRow[],
  contextOf: (metric: MetricCode) => ScoreContext,
): Move[] {
  const rest = without(sums, rows);
  return indicators.flatMap((indicator): Move[] => {
    const { metric, code, name, points } = indicator;
    if (metric === null || !isMetricCode(metric)) return [];
    const own = rows.filter((row) => row.metric === metric);
    if (own.length === 0) return [];
    const scored = (of: readonly PartSum[]) => scoreOf(indicator, cellOf(metric, of), contextOf(metric));
    return [
      {
        ...{ code, name, metric, max: points },
        counts: own.some((row) => row.denominator > 0),
        reasons: reasonsOf(own),
        with: pointsIn(scored(sums)),
        without: pointsIn(scored(rest)),
      },
    ];
  });
}
