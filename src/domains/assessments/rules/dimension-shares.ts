import { toCents } from "@/domains/figures/rules/formulas";
import { medianOf } from "@/domains/figures/rules/ranking";
import type { Scheme } from "@/domains/figures/rules/scheme";
import type { Score } from "@/domains/figures/rules/score";

/**
 * @property share of what could be had, 0 to 1; null where nothing applies, and where nothing is entered, which is `missing`
 * @property middle of the class; null of fewer than three
 */
export type DimensionShare = {
  code: string;
  name: string;
  points: number;
  max: number;
  share: number | null;
  missing: boolean;
  middle: number | null;
};

type Sums = Pick<DimensionShare, "points" | "max" | "share" | "missing">;

function sumsOf(scores: readonly Score[], codes: readonly string[]): Sums {
  const own = scores.filter(({ code, max: most }) => codes.includes(code) && most > 0);
  const missing = own.length > 0 && !own.some(({ state }) => state === "scored");
  const points = toCents(own.reduce((sum, score) => sum + (score.points ?? 0), 0));
  const max = toCents(own.reduce((sum, score) => sum + score.max, 0));
  return { points, max, missing, share: max === 0 || missing ? null : points / max };
}

/** Of fewer than three a middle is one of them. */
const fewest = 3;

/** A township's points dimension by dimension beside the middle of its class. @param peers the class, oneself among it */
export function dimensionShares(
  scheme: Scheme,
  own: readonly Score[],
  peers: readonly (readonly Score[])[] = [],
): DimensionShare[] {
  return scheme.dimensions.map(({ code, name, indicators }) => {
    const codes = indicators.map((one) => one.code);
    const shares = peers
      .map((scores) => sumsOf(scores, codes).share)
      .filter((share): share is number => share !== null);
    return {
      ...{ code, name },
      ...sumsOf(own, codes),
      middle: shares.length < fewest ? null : medianOf(shares),
    };
  });
}
