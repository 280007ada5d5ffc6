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

/**
 * The same walk on every machine unless another is asked for: a change is judged by what it does, not by its luck.
 * FUZZ_SEED=new looks where nobody has been yet; what a failing run printed has its walk again.
 */
export function seedOfThisRun(): number {
  const asked = process.env["FUZZ_SEED"];
  if (asked === "new") return Math.floor(Math.random() * 2 ** 31);
  return Number(asked ?? 20_261_128);
}
