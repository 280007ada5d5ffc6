import { type Ground, isOneVisit, type Placed } from "./ground";

/** @property first the first of those that are one visit: it is the one that counts */
type Entry = { placed: Placed; year: number; first: boolean };

/** What stands in townships so far, and whether one more visit keeps to what is counted a year. */
export class Tally {
  readonly #ground: Ground;
  readonly #byTownship = new Map<string, Entry[]>();

  constructor(ground: Ground, standing: readonly Placed[]) {
    this.#ground = ground;
    for (const one of standing) this.add(one);
  }

  #of(township: string): Entry[] {
    const known = this.#byTownship.get(township);
    if (known !== undefined) return known;
    const entries: Entry[] = [];
    this.#byTownship.set(township, entries);
    return entries;
  }

  add(placed: Placed): void {
    const entry = { placed, year: this.#ground.yearOf(placed.from), first: !this.joins(placed) };
    this.#of(placed.visit.township).push(entry);
  }

  /** Takes back what was added last to the township. */
  takeBack({ visit }: Placed): void {
    this.#of(visit.township).pop();
  }

  /** It would be one visit with one that stands. */
  joins(one: Placed): boolean {
    return this.#of(one.visit.township).some(({ placed }) => isOneVisit(one, placed));
  }

  fits(one: Placed): boolean {
    const { townshipPerYear, unitPerYear } = this.#ground.limits;
    const year = this.#ground.yearOf(one.from);
    const sameYear = this.#of(one.visit.township).filter((other) => other.year === year);
    const firsts = sameYear.filter(({ first }) => first);
    return (
      keeps(one, firsts, sameYear, townshipPerYear) &&
      one.visit.units.every((unit) => {
        const there = sameYear.filter(({ placed }) => placed.visit.units.includes(unit));
        const once = there.filter(
          ({ placed }, at) => !there.slice(0, at).some((before) => isOneVisit(placed, before.placed)),
        );
        return keeps(one, once, there, unitPerYear);
      })
    );
  }
}

/** One that joins another adds nothing; where there are too many already, that is the issued one's matter. */
function keeps(one: Placed, once: readonly Entry[], all: readonly Entry[], most: number): boolean {
  if (once.length < most) return true;
  const joined = all.filter(({ placed }) => isOneVisit(one, placed));
  return joined.length > 0 && (once.length === most || joined.some(({ placed }) => !placed.visit.movable));
}
