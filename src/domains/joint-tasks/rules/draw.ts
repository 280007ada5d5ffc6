import { byLot } from "@/lib/lots";
import { textDigest } from "@/lib/json-digest";

/** @property key the lot it was drawn by: the smallest come first */
export type DrawnUnit = { unit: string; key: string };

/**
 * The task and what is drawn from were fixed before the number was known: whoever knows the three can draw again.
 * @param text the public number as it was published, to the letter
 */
export const seedOfDraw = (taskId: string, units: readonly string[], text: string): string =>
  textDigest(`${taskId}|${[...new Set(units)].sort().join("|")}|${text}`);

/** The units to be inspected in a township: those whose SHA-256(seed|township|unit) is smallest, each once, or all of them. */
export const drawUnits = (
  seed: string,
  { township, units, count }: { township: string; units: readonly string[]; count: number },
): DrawnUnit[] =>
  byLot([...new Set(units)], (unit) => `${seed}|${township}|${unit}`)
    .slice(0, Math.max(0, count))
    .map(({ item: unit, key }) => ({ unit, key }));
