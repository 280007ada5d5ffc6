import { percentileAmong } from "@/domains/figures/rules/percentile";
import type { Score } from "@/domains/figures/rules/score";

/** @property share of the indicator's points; percentile which share of the class's others lies below */
export type Placed = { code: string; share: number; percentile: number };

const shareOf = (score: Score | undefined): number | null =>
  score === undefined || score.max === 0 || score.points === null ? null : score.points / score.max;

const few = 3;
const middle = 0.5;

/** Every indicator of a township that can be placed in its class: one that applies, to at least three of them. */
export function placedIn(own: readonly Score[], peers: readonly (readonly Score[])[]): Placed[] {
  return own.flatMap((score) => {
    const share = shareOf(score);
    const all = peers.map((scores) => shareOf(scores.find(({ code }) => code === score.code)));
    const percentile = percentileAmong(share, all);
    return share === null || percentile === null ? [] : [{ code: score.code, share, percentile }];
  });
}

/** The three furthest behind the class and the three furthest ahead; what has all its points is never weak. */
export function standsOut(placed: readonly Placed[]): { weakest: Placed[]; strongest: Placed[] } {
  const rising = placed.toSorted(
    (one, other) => one.percentile - other.percentile || one.share - other.share,
  );
  return {
    weakest: rising.filter(({ percentile, share }) => percentile < middle && share < 1).slice(0, few),
    strongest: rising
      .toReversed()
      .filter(({ percentile }) => percentile > middle)
      .slice(0, few),
  };
}

/** @property percentile null where the class is too small to compare */
export type Outstanding = Omit<Placed, "percentile"> & { percentile: number | null };

/**
 * The same for a paper, which has a place for both: of a class too small to compare, one's own lowest and highest shares
 * of the points stand there.
 */
export function outstanding(
  own: readonly Score[],
  placed: { weakest: readonly Placed[]; strongest: readonly Placed[] },
): { weakest: readonly Outstanding[]; strongest: readonly Outstanding[] } {
  if (placed.weakest.length > 0 || placed.strongest.length > 0) return placed;
  const rising = own
    .flatMap((score): Outstanding[] => {
      const share = score.state === "scored" ? shareOf(score) : null;
      return share === null ? [] : [{ code: score.code, share, percentile: null }];
    })
    .sort((one, other) => one.share - other.share);
  const weakest = rising.filter(({ share }) => share < 1).slice(0, few);
  const weak = new Set(weakest.map(({ code }) => code));
  const strongest = rising.toReversed().filter(({ code }) => !weak.has(code));
  return { weakest, strongest: strongest.slice(0, few) };
}
