import { seeded } from "@/lib/seeded";

/** A small generator with a seed, so that a failure can be had again. */
export function randomOf(seed: number) {
  const next = seeded(seed);
  const below = (count: number): number => Math.floor(next() * count);
  return {
    below,
    chance: (share: number): boolean => next() < share,
    // The index is always within the list; `undefined` itself may be an item.
    pick: <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item,
  };
}

export type Random = ReturnType<typeof randomOf>;
