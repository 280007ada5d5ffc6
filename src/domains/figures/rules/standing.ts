import { type Cell, cellOf, type PartSum } from "./cells";
import { type MetricCode, metricCodes } from "./metrics";
import { type Rank, rankWithinClass } from "./ranking";
import { classOf, indicatorsOf, type Scheme } from "./scheme";
import { partialTotal, type PartialTotal, type Score, scoreOf } from "./score";

/** The words of a county's law in the sentence of a score. */
export type LawWords = { done?: string; article?: string };

/** By what a year is scored. */
export type Terms = { scheme: Scheme; words: Readonly<Record<MetricCode, LawWords>> };

export type Standing = { cells: Cell[]; scores: Score[]; total: PartialTotal; rank: Rank };

/** A township with the sums of its evidence; `id` is whatever it is known by where the sums come from. */
export type Summed = { id: string; class: number | null; sums: readonly PartSum[] };

const unranked = (townshipId: string): Rank => ({ townshipId, rank: null, of: 0, unranked: 0, tied: false });

/** A township that entered nothing at all has no place in a ranking: it is 未录, not last. */
function rankable(total: PartialTotal): number | null {
  return total.notEntered.length > 0 && total.points === 0 ? null : total.redistributed;
}

function scored({ scheme, words }: Terms, township: Summed): Omit<Standing, "rank"> {
  const cells = metricCodes.map((metric) => cellOf(metric, township.sums));
  const scores = indicatorsOf(scheme).map((indicator) => {
    const cell = cells.find(({ metric }) => metric === indicator.metric);
    const said = cell === undefined ? {} : words[cell.metric];
    return scoreOf(indicator, cell, { townshipClass: classOf(township.class), ...said });
  });
  return { cells, scores, total: partialTotal(scheme, scores) };
}

/** From sums to cells, points, totals and places: the one way, for a running year, a frozen one and whoever checks it. */
export function standingsFrom(terms: Terms, townships: readonly Summed[]): Standing[] {
  const all = townships.map((township) => scored(terms, township));
  const ranks = rankWithinClass(
    all.map(({ total }, index) => ({
      townshipId: townships[index]?.id ?? "",
      townshipClass: classOf(townships[index]?.class ?? null),
      points: rankable(total),
    })),
  );
  return all.map((one, index) => ({ ...one, rank: ranks[index] ?? unranked(townships[index]?.id ?? "") }));
}
