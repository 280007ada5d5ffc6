import { type Ground, mayMerge, type Placed } from "./ground";

type Year = { year: number; unit: string; all: Placed[]; issued: Placed[] };

/** In which one year a visit is, wherever in its window it comes; null where that is open. */
function yearOf({ visit }: Placed, ground: Ground): number | null {
  const [first, last] = [visit.window.from, visit.window.until].map((day) =>
    ground.yearOf(ground.serial(day)),
  );
  return first === last ? (first ?? null) : null;
}

function byUnit(visits: readonly Placed[], issued: readonly Placed[], ground: Ground): Year[] {
  const found = new Map<string, Year>();
  for (const one of visits)
    for (const unit of new Set(one.visit.units)) {
      const year = yearOf(one, ground);
      if (year === null) continue;
      const key = `${year} ${unit}`;
      const before = found.get(key);
      if (before !== undefined) before.all.push(one);
      else
        found.set(key, {
          ...{ year, unit, all: [one] },
          issued: issued.filter(
            (other) => ground.yearOf(other.from) === year && other.visit.units.includes(unit),
          ),
        });
    }
  return [...found.values()];
}

/** Visits that could become one; one that may merge with none stands alone. */
function couldBeOne(visits: readonly Placed[]): Placed[][] {
  const groups: Placed[][] = [];
  for (const one of visits) {
    const group = groups.find(([first]) => first !== undefined && mayMerge(first.visit, one.visit));
    if (group === undefined) groups.push([one]);
    else group.push(one);
  }
  return groups;
}

/** Of a unit that would be inspected too often: all that could be one visit is let stand together, the fewest go. */
function beyond({ all, issued }: Year, most: number): number {
  const own = couldBeOne(all.filter((one) => !issued.some((other) => mayMerge(one.visit, other.visit))));
  const room = Math.max(0, most - couldBeOne(issued).length);
  const sizes = own.map((group) => group.length).sort((a, b) => a - b);
  return sizes.slice(0, Math.max(0, sizes.length - room)).reduce((sum, size) => sum + size, 0);
}

/**
 * So many of a township's drafts are given up in every plan there is, because their units would be inspected more often
 * than they may: nobody has to look for a better plan than one that gives up no more.
 */
export function mustGiveUp(visits: readonly Placed[], issued: readonly Placed[], ground: Ground): number {
  const [first] = visits;
  const here = issued.filter(({ visit }) => visit.township === first?.visit.township);
  const counted = new Set<Placed>();
  let sum = 0;
  for (const year of byUnit(visits, here, ground)) {
    // A visit to two units would be counted twice.
    if (year.all.some((one) => counted.has(one))) continue;
    const count = beyond(year, ground.limits.unitPerYear);
    if (count === 0) continue;
    sum += count;
    for (const one of year.all) counted.add(one);
  }
  return sum;
}
