/** So many of one sort on one day are told by their number. */
const many = 4;

type Alike = { type: string; due: string | null };

/**
 * A day's entries, those of one sort together where they are many: the duty reports of an evening, thirty in a row, would
 * hide the meeting of the day. Each group in the place of its first.
 */
export function alikeTogether<Entry extends Alike>(entries: readonly Entry[]): Entry[][] {
  const sorts = new Map<string, Entry[]>();
  for (const entry of entries) {
    const sort = entry.due ?? entry.type;
    const found = sorts.get(sort);
    if (found === undefined) sorts.set(sort, [entry]);
    else found.push(entry);
  }
  return [...sorts.values()].flatMap((group) =>
    group.length >= many ? [group] : group.map((entry) => [entry]),
  );
}
