import { seeded } from "@/lib/seeded";

/** Numbers that look like chance and are the same at every load, so that a demo broken off goes on as it began. */
export type Random = {
  /** from 0 up to, but not including, 1 */
  next: () => number;
  /** a whole number, both ends included */
  between: (from: number, to: number) => number;
  chance: (probability: number) => boolean;
  pick: <Item>(items: readonly Item[]) => Item;
  /** some different items, in chance order */
  some: <Item>(items: readonly Item[], count: number) => Item[];
};

function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
  }
  return hash >>> 0;
}

/** @param seed names what the numbers are for; every story has its own, so that one more changes no other */
export function randomOf(seed: string): Random {
  const next = seeded(hashOf(seed));
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(next() * items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  };
  const some = <Item>(items: readonly Item[], count: number): Item[] => {
    const left = [...items];
    const taken: Item[] = [];
    while (taken.length < count && left.length > 0) {
      taken.push(...left.splice(Math.floor(next() * left.length), 1));
    }
    return taken;
  };
  return { next, between, chance: (probability) => next() < probability, pick, some };
}
