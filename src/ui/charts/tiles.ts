import { isNumber, type Figure } from "../figure";

/** Five steps of one hue, 0 the lightest; by equal steps between the lowest and the highest, `null` without a number. */
export function tileLevel(figure: Figure, all: readonly Figure[]): number | null {
  if (!isNumber(figure)) return null;
  const numbers = all.filter(isNumber);
  const low = Math.min(...numbers);
  const range = Math.max(...numbers) - low;
  return range === 0 ? 2 : Math.min(4, Math.floor(((figure - low) / range) * 5));
}
