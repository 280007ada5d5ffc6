import type { Score } from "@/domains/figures/rules/score";

export type WeakSpot = {
  code: string;
  /** of what could be had by all that have points in it, 0 to 1 */
  share: number;
  /** how many have points in it, and who of them got less than half, the lowest first */
  of: number;
  behind: string[];
  /** how many owe it and entered nothing: that is no zero, and counts as none */
  silent: number;
};

type Scored = { name: string; scores: readonly Score[] };

const half = 0.5;

/** Where a county is weak as a whole: the indicators with the smallest share of their points; what is full is none. */
export function weakSpots(townships: readonly Scored[], codes: readonly string[], most: number): WeakSpot[] {
  const spots = codes.flatMap((code): WeakSpot[] => {
    const all = townships.flatMap(({ name, scores }) =>
      scores
        .filter((one) => one.code === code && one.max > 0)
        .map(({ state, points, max }) => ({ name, state, points: points ?? 0, max })),
    );
    const own = all.filter(({ state }) => state === "scored");
    if (own.length === 0) return [];
    const sum = (pick: (one: (typeof own)[number]) => number) =>
      own.reduce((total, one) => total + pick(one), 0);
    const behind = own
      .filter(({ points, max }) => points / max < half)
      .sort((one, other) => one.points / one.max - other.points / other.max);
    return [
      {
        code,
        share: sum(({ points }) => points) / sum(({ max }) => max),
        of: own.length,
        behind: behind.map(({ name }) => name),
        silent: all.length - own.length,
      },
    ];
  });
  return spots
    .filter(({ share }) => share < 1)
    .sort((one, other) => one.share - other.share)
    .slice(0, most);
}
