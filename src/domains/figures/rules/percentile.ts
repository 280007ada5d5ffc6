/** Of fewer than three a percentile says nothing but who the other one is. */
const fewest = 3;

/**
 * Which share of the others lies below, equals counted half: 1 for the best, 0 for the last.
 * @param values of the whole class, one's own among them; null where there is no figure
 * @returns null where the class has fewer than three figures, or oneself none
 */
export function percentileAmong(own: number | null, values: readonly (number | null)[]): number | null {
  const known = values.flatMap((value) => (value === null ? [] : [value]));
  if (own === null || known.length < fewest) return null;
  const below = known.filter((value) => value < own).length;
  const equal = known.filter((value) => value === own).length - 1;
  return (below + equal / 2) / (known.length - 1);
}
