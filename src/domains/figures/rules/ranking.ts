import type { TownshipClass } from "./scheme";

export type Entry = { townshipId: string; townshipClass: TownshipClass | null; points: number | null };

/**
 * @property of how many townships the class has
 * @property unranked how many of them have no points yet and so no place; rank is null for these
 */
export type Rank = { townshipId: string; rank: number | null; of: number; unranked: number; tied: boolean };

/**
 * Ranks inside each class, the best first; equal points share a rank and the next one is skipped (1, 2, 2, 4).
 * A township without points is not last: it has no rank.
 */
export function rankWithinClass(entries: readonly Entry[]): Rank[] {
  return entries.map((entry) => {
    const all = entries.filter((other) => other.townshipClass === entry.townshipClass);
    const peers = all.flatMap((other) => (other.points === null ? [] : [other.points]));
    const { townshipId, points: own } = entry;
    const among = { of: all.length, unranked: all.length - peers.length };
    if (own === null) return { townshipId, rank: null, ...among, tied: false };
    const rank = 1 + peers.filter((points) => points > own).length;
    const tied = peers.filter((points) => points === own).length > 1;
    return { townshipId, rank, ...among, tied };
  });
}

/** The first place first; whoever has none comes last. */
export const byRank = (one: Pick<Rank, "rank">, other: Pick<Rank, "rank">): number =>
  (one.rank ?? Infinity) - (other.rank ?? Infinity) || 0;

export type Spread = { n: number; min: number; lower: number; median: number; upper: number; max: number };

function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

/** How far the townships lie apart: quartiles and ends of what is known; null when nothing is. */
export function spreadOf(values: readonly (number | null)[]): Spread | null {
  const sorted = values.flatMap((value) => (value === null ? [] : [value])).sort((one, other) => one - other);
  if (sorted.length === 0) return null;
  const at = (share: number) => quantile(sorted, share);
  return { n: sorted.length, min: at(0), lower: at(0.25), median: at(0.5), upper: at(0.75), max: at(1) };
}

/**
 * Below this many townships with a figure, a median gives another township's figure away: of three it is one of them,
 * of four the middle of two of which one's own may be one.
 */
export const fewestForMedian = 5;

export function medianOf(values: readonly (number | null)[]): number | null {
  return spreadOf(values)?.median ?? null;
}
