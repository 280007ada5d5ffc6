import { type Ground, groupsOf, isOneVisit, type Placed } from "./ground";

/** What stands in townships so far, and whether one more visit keeps to what is counted a year. */
export class Tally {
  readonly #byTownship = new Map<string, Placed[]>();

  constructor(
    readonly ground: Ground,
    standing: readonly Placed[],
  ) {
    for (const one of standing) this.add(one);
  }

  of(township: string): readonly Placed[] {
    return this.#byTownship.get(township) ?? [];
  }

  add(one: Placed): void {
    const { township } = one.visit;
    const before = this.#byTownship.get(township);
    if (before === undefined) this.#byTownship.set(township, [one]);
    else before.push(one);
  }

  /** Takes back what was added last to the township. */
  takeBack({ visit }: Placed): void {
    this.#byTownship.get(visit.township)?.pop();
  }

  fits(one: Placed): boolean {
    const { limits, yearOf } = this.ground;
    const year = yearOf(one.from);
    const sameYear = this.of(one.visit.township).filter((other) => yearOf(other.from) === year);
    const more = (others: readonly Placed[], most: number): boolean =>
      others.some((other) => isOneVisit(one, other)) || groupsOf(others).length < most;
    return (
      more(sameYear, limits.townshipPerYear) &&
      one.visit.units.every((unit) =>
        more(
          sameYear.filter(({ visit }) => visit.units.includes(unit)),
          limits.unitPerYear,
        ),
      )
    );
  }

  /** The visit with which it would be one, or undefined. */
  joins(one: Placed): Placed | undefined {
    return this.of(one.visit.township).find((other) => isOneVisit(one, other));
  }
}
