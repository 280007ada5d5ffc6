import { clash, type Ground, obstaclesOf, type Placed, relationOf } from "./ground";

/** Days on which a visit may be. @property away so many days from where it is; days longer than its own come last */
export type Candidate = Placed & { away: number };

const longer = 1000;

/** How long a visit is to be: as many working days as it has now, without days off among them. */
export function lengthOf({ visit, from, until }: Placed, { isOff }: Ground): number {
  if (!visit.movable) return until - from + 1;
  let length = 0;
  for (let day = from; day <= until; day += 1) if (!isOff(day)) length += 1;
  return Math.max(1, length);
}

/**
 * The days on which nothing but other visits can stand in a visit's way, nearest to its own first, of two equally near
 * the later. @param lengths its own length, and those of visits with which it may become one
 */
export function candidatesOf(now: Placed, lengths: ReadonlySet<number>, ground: Ground): Candidate[] {
  const { visit } = now;
  const [first, last] = [ground.serial(visit.window.from), ground.serial(visit.window.until)];
  const own = lengthOf(now, ground);
  const found: Candidate[] = [];
  for (const length of lengths) {
    if (length < own) continue;
    for (let from = Math.max(first, ground.today); from + length - 1 <= last; from += 1) {
      const away = Math.abs(from - now.from) + (length === own ? 0 : longer);
      const one = { visit, from, until: from + length - 1, away };
      if (!ground.isOff(from) && obstaclesOf(one, ground).length === 0) found.push(one);
    }
  }
  return found.sort((one, other) => one.away - other.away || other.from - one.from);
}

/** Those of them that nothing that stands is in the way of. */
export function freeCandidatesOf(
  now: Placed,
  lengths: ReadonlySet<number>,
  standing: readonly Placed[],
  ground: Ground,
): Candidate[] {
  const touching = standing.flatMap((other) => {
    const relation = relationOf(now.visit, other.visit);
    return relation === null ? [] : [{ other, relation }];
  });
  return candidatesOf(now, lengths, ground).filter((one) =>
    touching.every(({ other, relation }) => clash(relation, one, other, ground.limits) === null),
  );
}
