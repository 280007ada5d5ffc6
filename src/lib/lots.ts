import { textDigest } from "./json-digest";

/** @property key what it was drawn by */
export type Lot<Item> = { item: Item; key: string };

/**
 * A draw that anybody can repeat: each thing's lot is the SHA-256 of a text made of the published seed and the thing's name,
 * and the smallest lots in hexadecimal digits come first. The order in which the things are given does not matter.
 * @param textOf the text, with the seed in it; different for each thing
 */
export const byLot = <Item>(items: readonly Item[], textOf: (item: Item) => string): Lot<Item>[] =>
  items
    .map((item) => ({ item, key: textDigest(textOf(item)) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
