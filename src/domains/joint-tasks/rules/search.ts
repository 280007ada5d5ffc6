import { type Candidate, freeCandidatesOf, lengthOf } from "./candidates";
import { clash, type Ground, mayMerge, type Placed, type Relation, relationOf } from "./ground";
import { Tally } from "./tally";

/** What a plan is worth: nothing left without days, then nothing given up, then joined rather than moved, then near. */
export const costs = { stuck: 1e9, dropped: 1e6, moved: 20, joined: 5 } as const;

type Variable = {
  now: Placed;
  length: number;
  candidates: readonly Candidate[];
  /** by candidate: how many placed visits forbid it */
  forbidden: Int32Array;
  /** how many candidates nobody forbids */
  free: number;
  related: { at: number; relation: Relation }[];
  mayJoin: boolean;
  /** longer ones it may be joined to: only when those have their days it is known which are long enough */
  longer: number[];
  giveUp: number;
  done: boolean;
};

/** Where each visit is to be; null: nowhere. @property exact nothing better exists */
export type Placing = { placed: ReadonlyMap<string, Placed | null>; cost: number; exact: boolean };

function variablesOf(movable: readonly Placed[], standing: readonly Placed[], ground: Ground): Variable[] {
  const all = [...standing, ...movable];
  return movable.map((now): Variable => {
    const { visit } = now;
    const partners = all.filter((other) => other !== now && mayMerge(visit, other.visit));
    const length = lengthOf(now, ground);
    const lengths = new Set([length, ...partners.map((other) => lengthOf(other, ground))]);
    const candidates = freeCandidatesOf(now, lengths, standing, ground);
    const related = movable.flatMap((other, at) => {
      const relation = other === now ? null : relationOf(visit, other.visit);
      return relation === null ? [] : [{ at, relation }];
    });
    return {
      ...{ now, length, candidates, related, mayJoin: partners.length > 0, done: false },
      longer: movable.flatMap((other, at) =>
        mayMerge(visit, other.visit) && lengthOf(other, ground) > length ? [at] : [],
      ),
      ...{ forbidden: new Int32Array(candidates.length), free: candidates.length },
      giveUp: visit.droppable ? costs.dropped : costs.stuck,
    };
  });
}

function forbid(variable: Variable, whether: (candidate: Candidate) => boolean, by: 1 | -1): void {
  variable.candidates.forEach((candidate, at) => {
    if (!whether(candidate)) return;
    const before = variable.forbidden[at] ?? 0;
    variable.forbidden[at] = before + by;
    if (before + by === 0) variable.free += 1;
    else if (before === 0) variable.free -= 1;
  });
}

/**
 * The cheapest places of visits beside what stands, by trying all of them, the likeliest first: whoever has the fewest
 * places left is placed next, on the nearest of them, and given up last. What cannot become cheaper than what was found is
 * not tried. @param most so many steps at most; then the best that was found is given, and that it may not be the best
 */
export function place(
  movable: readonly Placed[],
  standing: readonly Placed[],
  ground: Ground,
  most: { steps: number; polish: number },
): Placing {
  const variables = variablesOf(movable, standing, ground);
  const townships = new Set(movable.map(({ visit }) => visit.township));
  const tally = new Tally(
    ground,
    standing.filter(({ visit }) => townships.has(visit.township)),
  );
  const chosen = new Map<string, Placed | null>();
  let best: { placed: Map<string, Placed | null>; cost: number } | null = null;
  let steps = 0;

  const next = (): Variable | undefined => {
    let least: Variable | undefined;
    for (const one of variables) {
      if (one.done || (least !== undefined && one.free >= least.free)) continue;
      if (one.longer.every((at) => variables[at]?.done ?? true)) least = one;
    }
    return least;
  };

  const leastOf = ({ candidates, forbidden, giveUp, mayJoin }: Variable): number => {
    const nearest = candidates.find((_, at) => forbidden[at] === 0);
    if (nearest === undefined) return giveUp;
    if (nearest.away === 0) return 0;
    return mayJoin ? costs.joined : costs.moved + nearest.away;
  };

  const mark = (variable: Variable, where: Placed, by: 1 | -1): void => {
    for (const { at, relation } of variable.related) {
      const other = variables[at];
      if (other === undefined || other.done) continue;
      forbid(other, (candidate) => clash(relation, where, candidate, ground.limits) !== null, by);
    }
  };

  /** What it costs there; null: it cannot be there. */
  const costOf = ({ length, mayJoin }: Variable, one: Candidate): number | null => {
    const joined = mayJoin && tally.joins(one);
    if (one.until - one.from + 1 !== length && !joined) return null;
    if (one.away === 0) return 0;
    return joined ? costs.joined : costs.moved + one.away;
  };

  const optionsOf = (variable: Variable): { one: Candidate | null; cost: number }[] => {
    const options: { one: Candidate | null; cost: number }[] = [];
    variable.candidates.forEach((one, at) => {
      const cost = variable.forbidden[at] === 0 ? costOf(variable, one) : null;
      if (cost !== null) options.push({ one, cost });
    });
    if (variable.mayJoin) options.sort((a, b) => a.cost - b.cost);
    return [...options, { one: null, cost: variable.giveUp }];
  };

  const attempt = (variable: Variable, where: Placed | null, cost: number): void => {
    chosen.set(variable.now.visit.id, where);
    if (where === null) {
      descend(cost);
      return;
    }
    tally.add(where);
    mark(variable, where, 1);
    descend(cost);
    mark(variable, where, -1);
    tally.takeBack(where);
  };

  const mayBeBetter = (cost: number): boolean => {
    if (best === null) return true;
    const rest = variables.reduce((sum, one) => sum + (one.done ? 0 : leastOf(one)), 0);
    return cost + rest < best.cost;
  };

  const isEnough = (): boolean =>
    best !== null && steps > (best.cost < costs.dropped ? most.polish : most.steps);

  const descend = (cost: number): void => {
    steps += 1;
    if (isEnough() || !mayBeBetter(cost)) return;
    const variable = next();
    if (variable === undefined) {
      best = { placed: new Map(chosen), cost };
      return;
    }
    variable.done = true;
    for (const { one, cost: more } of optionsOf(variable)) {
      if (isEnough()) break;
      if (one !== null && !tally.fits(one)) continue;
      attempt(variable, one, cost + more);
    }
    variable.done = false;
  };

  descend(0);
  const found = best as { placed: Map<string, Placed | null>; cost: number } | null;
  return { placed: found?.placed ?? new Map(), cost: found?.cost ?? 0, exact: !isEnough() };
}
