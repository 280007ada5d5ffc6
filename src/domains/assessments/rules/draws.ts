import { seeded } from "@/lib/seeded";

/** A township as the weights see it: what it has of each indicator, and what could be had of it. */
export type Weighed = {
  id: string;
  townshipClass: number | null;
  points: readonly number[];
  max: readonly number[];
};

/** @property from to the place it keeps in nine of ten draws; group the number of the group of its class it is tied with */
export type Steady = { id: string; from: number; to: number; group: number };

export type Drawing = { draws: number; spread: number; seed: number };

/** Every weight somewhere between three and five quarters of itself; the same seed for everybody who looks. */
export const usualDrawing: Drawing = { draws: 1_000, spread: 0.25, seed: 20_260_101 };

/** So many of a hundred draws make a place or an order a certain one. */
const certain = 0.9;
/** Sums of the same numbers in another order differ by less. */
const nothing = 1e-12;

function factorsOf(indicators: number, { draws, spread, seed }: Drawing): Float64Array {
  const next = seeded(seed);
  return Float64Array.from({ length: draws * indicators }, () => 1 + spread * (2 * next() - 1));
}

type Counted = {
  /** how often the row's township had the column's place, from 0 */
  places: Uint32Array;
  /** how often the row's township stood before the column's */
  before: Uint32Array;
};

const add = (counts: Uint32Array, at: number): void => {
  counts[at] = (counts[at] ?? 0) + 1;
};

/** The sum of a row, each number by the draw's factor of its column. */
function weighedSum(
  rows: Float64Array,
  row: number,
  factors: Float64Array,
  draw: number,
  width: number,
): number {
  let sum = 0;
  for (let column = 0; column < width; column += 1)
    sum += (factors[draw * width + column] ?? 0) * (rows[row * width + column] ?? 0);
  return sum;
}

/** Each pair of a draw once: who leads stands before the other, who follows is one place further down. */
function placeAll(share: Float64Array, place: Uint32Array, before: Uint32Array): void {
  const size = share.length;
  for (let one = 0; one < size; one += 1) {
    const own = share[one] ?? 0;
    for (let other = one + 1; other < size; other += 1) {
      const lead = own - (share[other] ?? 0);
      if (lead > nothing) {
        add(before, one * size + other);
        add(place, other);
      } else if (lead < -nothing) {
        add(before, other * size + one);
        add(place, one);
      }
    }
  }
}

/** Plain loops over typed arrays: a slider that is dragged asks for this several times a second. */
function counted(peers: readonly Weighed[], factors: Float64Array, draws: number): Counted {
  const size = peers.length;
  const width = factors.length / draws;
  const points = Float64Array.from(peers.flatMap((one) => one.points));
  const max = Float64Array.from(peers.flatMap((one) => one.max));
  const places = new Uint32Array(size * size);
  const before = new Uint32Array(size * size);
  const share = new Float64Array(size);
  const place = new Uint32Array(size);
  for (let draw = 0; draw < draws; draw += 1) {
    for (let row = 0; row < size; row += 1) {
      const possible = weighedSum(max, row, factors, draw, width);
      share[row] = possible === 0 ? 0 : weighedSum(points, row, factors, draw, width) / possible;
    }
    place.fill(0);
    placeAll(share, place, before);
    for (let row = 0; row < size; row += 1) add(places, row * size + (place[row] ?? 0));
  }
  return { places, before };
}

/** The first place that, with all better ones, has this share of the draws. */
function placeAt(places: Uint32Array, share: number): number {
  const all = places.reduce((sum, count) => sum + count, 0);
  let sum = 0;
  const found = places.findIndex((count) => (sum += count) >= share * all && sum > 0);
  return found + 1;
}

/** Down the ranking: who does not stand behind the group's first in nine of ten draws is tied with it. */
function groupsOf(order: readonly number[], { before }: Counted, draws: number): Map<number, number> {
  const groups = new Map<number, number>();
  let [first, group] = [order[0] ?? 0, 0];
  for (const row of order) {
    if (row === first || (before[first * order.length + row] ?? 0) >= certain * draws)
      [first, group] = [row, group + 1];
    groups.set(row, group);
  }
  return groups;
}

const shareOf = ({ points, max }: Weighed): number => {
  const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
  return sum(max) === 0 ? 0 : sum(points) / sum(max);
};

/** What each township's place is worth when nobody knows the weights better than by a quarter. */
export function drawn(all: readonly Weighed[], drawing: Drawing = usualDrawing): Steady[] {
  const factors = factorsOf(all[0]?.points.length ?? 0, drawing);
  return [...new Set(all.map((one) => one.townshipClass))].flatMap((townshipClass) => {
    const peers = all.filter((one) => one.townshipClass === townshipClass);
    const found = counted(peers, factors, drawing.draws);
    const shares = peers.map(shareOf);
    const order = [...peers.keys()].sort((one, other) => (shares[other] ?? 0) - (shares[one] ?? 0));
    const groups = groupsOf(order, found, drawing.draws);
    return peers.map(({ id }, row): Steady => {
      const own = found.places.subarray(row * peers.length, (row + 1) * peers.length);
      const outside = (1 - certain) / 2;
      return { id, from: placeAt(own, outside), to: placeAt(own, 1 - outside), group: groups.get(row) ?? 0 };
    });
  });
}
