/** A small generator with a seed (mulberry32), so that a failure can be had again. */
export function randomOf(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return {
    below,
    chance: (share: number): boolean => next() < share,
    // The index is always within the list; `undefined` itself may be an item.
    pick: <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item,
  };
}

export type Random = ReturnType<typeof randomOf>;
