import type { MetricValue } from "./formulas";
import { type Rank, rankWithinClass } from "./ranking";
import { indicatorsOf, type Scheme, type TownshipClass } from "./scheme";
import { partialTotal, type PartialTotal, type Score, scoreOf } from "./score";

/** A township's values by the metric's code. */
export type Values = ReadonlyMap<string, MetricValue>;

export type Assessed = { id: string; townshipClass: TownshipClass | null };

export type Result = { id: string; scores: Score[]; total: PartialTotal; rank: Rank };

/** @property words what the county's law says instead of the scheme's */
export type Terms = { words?: (metric: string) => { done?: string; article?: string } };

/** A township that entered nothing at all has no place in a ranking: it is 未录, not last. */
function rankable(total: PartialTotal): number | null {
  return total.notEntered.length > 0 && total.points === 0 ? null : total.redistributed;
}

const none: Values = new Map();

/** Every township's points and place by a scheme: one pure function for the server and the browser. */
export function score(
  scheme: Scheme,
  values: ReadonlyMap<string, Values>,
  townships: readonly Assessed[],
  { words = () => ({}) }: Terms = {},
): Result[] {
  const scored = townships.map(({ id, townshipClass }) => {
    const own = values.get(id) ?? none;
    const scores = indicatorsOf(scheme).map((indicator) => {
      const { metric } = indicator;
      const value = metric === null ? undefined : own.get(metric);
      return scoreOf(indicator, value, { townshipClass, ...(metric === null ? {} : words(metric)) });
    });
    return { id, townshipClass, scores, total: partialTotal(scheme, scores) };
  });
  const ranks = rankWithinClass(
    scored.map(({ id, townshipClass, total }) => ({
      townshipId: id,
      townshipClass,
      points: rankable(total),
    })),
  );
  return scored.map(({ id, scores, total }, index) => ({
    id,
    scores,
    total,
    rank: ranks[index] ?? { townshipId: id, rank: null, of: 0, unranked: 0, tied: false },
  }));
}
