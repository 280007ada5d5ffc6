import { conflictsOf } from "./conflicts";
import type { Conflict, Facts, Remedy, Visit } from "./facts";
import {
  dayOfSerial,
  type Ground,
  groundOf,
  isOneVisit,
  near,
  overlap,
  type Placed,
  placedAt,
  relationOf,
} from "./ground";
import { mustGiveUp } from "./forced";
import { offersOf } from "./offers";
import { remediesOf } from "./remedies";
import { costs, type Placing, place } from "./search";

/** So many visits are tried all together; of more, one township's after another's. */
const tried = 10;
const together = { steps: 60_000, polish: 2_000 };
const alone = { steps: 200, polish: 40 };
/** Of a township that gave up more than the rules force, when it is placed once more. */
const patient = { steps: 4_000, polish: 200 };
/** How often townships that came off badly are put first and all are placed anew. */
const rounds = 6;

export type Solution = {
  /** the plan with its changes: without what was given up or could not be placed, and with every issued visit as it was */
  visits: Visit[];
  /** what is to be done for it */
  changes: Remedy[];
  /** for these there are no days, and they may not be given up: the task's window or the visit's length has to change */
  stuck: string[];
  /** what remains between issued visits and the days of their townships */
  left: Conflict[];
  /** what would solve some of that, if the township agrees; nothing of it is in the plan */
  withConsent: Remedy[];
  /** nothing had to be given up, or it was shown that no plan gives up less */
  fewest: boolean;
};

type Plan = { placed: ReadonlyMap<string, Placed | null>; cost: number; fewest: boolean };

/** Visits that may get in each other's way, directly or through others. */
function componentsOf(movable: readonly Placed[], ground: Ground): Placed[][] {
  const windows = movable.map(({ visit }) => ({
    from: ground.serial(visit.window.from),
    until: ground.serial(visit.window.until),
  }));
  const touches = (one: number, other: number): boolean => {
    const [a, b, first, second] = [movable[one], movable[other], windows[one], windows[other]];
    if (!a || !b || !first || !second) return false;
    if (a.visit.township === b.visit.township) return true;
    return overlap(first, second) && relationOf(a.visit, b.visit) !== null;
  };
  const left = new Set(movable.keys());
  const reachedFrom = (start: number): number[] => {
    const reached = [start];
    for (const at of reached) {
      const next = [...left].filter((other) => touches(at, other));
      for (const other of next) left.delete(other);
      reached.push(...next);
    }
    return reached;
  };
  return [...movable.keys()].flatMap((start) => {
    if (!left.delete(start)) return [];
    const reached = new Set(reachedFrom(start));
    return [movable.filter((_, at) => reached.has(at))];
  });
}

const givenUp = ({ placed }: Placing): boolean => [...placed.values()].includes(null);

const givenUpIn = ({ cost }: Placing): number => Math.floor(cost / costs.dropped);

type Round = { parts: ReadonlyMap<readonly Placed[], Placing>; badly: Placed[][]; cost: number };

/** All townships once, in this order. @property badly those that gave up more than they would if there were no others */
function placeInOrder(
  order: readonly Placed[][],
  issued: readonly Placed[],
  ground: Ground,
  byItself: Map<Placed[], Placing>,
): Round {
  const parts = new Map<readonly Placed[], Placing>();
  const badly: Placed[][] = [];
  for (const visits of order) {
    const found = place(visits, near(visits, [...issued, ...standing(parts)]), ground, alone);
    parts.set(visits, found);
    if (!givenUp(found)) continue;
    const least = byItself.get(visits) ?? place(visits, near(visits, issued), ground, alone);
    byItself.set(visits, least);
    if (givenUpIn(found) > givenUpIn(least)) badly.push(visits);
  }
  return { parts, badly, cost: [...parts.values()].reduce((sum, { cost }) => sum + cost, 0) };
}

/** What has its days in the townships that were placed, one of them left out. */
const standing = (parts: Round["parts"], without?: readonly Placed[]): Placed[] =>
  [...parts].flatMap(([visits, { placed }]) =>
    visits === without ? [] : [...placed.values()].filter((one) => one !== null),
  );

/** Townships that gave up more than the rules force are placed once more, with patience, while all others stay. */
function repaired({ parts }: Round, issued: readonly Placed[], ground: Ground): Plan {
  const mended = new Map(parts);
  let fewest = true;
  for (const [visits, before] of parts) {
    const forced = mustGiveUp(visits, issued, ground);
    if (givenUpIn(before) <= forced) continue;
    const others = near(visits, [...issued, ...standing(mended, visits)]);
    const found = place(visits, others, ground, patient);
    const better = found.cost < before.cost ? found : before;
    mended.set(visits, better);
    // With the others where they are: that they, too, might give way was tried in the rounds alone.
    fewest &&= givenUpIn(better) <= forced;
  }
  const all = [...mended.values()];
  return {
    placed: new Map(all.flatMap(({ placed }) => [...placed])),
    cost: all.reduce((sum, { cost }) => sum + cost, 0),
    fewest,
  };
}

/** One township after another; those that came off badly are the first of the next round. */
function placeByTownship(component: readonly Placed[], issued: readonly Placed[], ground: Ground): Plan {
  const townships = [...new Set(component.map(({ visit }) => visit.township))];
  let order = townships.map((township) => component.filter(({ visit }) => visit.township === township));
  const byItself = new Map<Placed[], Placing>();
  let best = placeInOrder(order, issued, ground, byItself);
  let last = best;
  for (let round = 1; round < rounds && last.badly.length > 0; round += 1) {
    const { badly } = last;
    order = [...badly, ...order.filter((visits) => !badly.includes(visits))];
    last = placeInOrder(order, issued, ground, byItself);
    if (last.cost < best.cost) best = last;
  }
  return repaired(best, issued, ground);
}

function placeComponent(component: readonly Placed[], standing: readonly Placed[], ground: Ground): Plan {
  const others = near(component, standing);
  if (component.length > tried) return placeByTownship(component, others, ground);
  const found = place(component, others, ground, together);
  return { ...found, fewest: found.exact || !givenUp(found) };
}

/** The visit that a changed one was joined to: one that stayed where it was before one that came as well. */
function partnerOf(one: Placed, plan: readonly Placed[], before: ReadonlyMap<string, Placed>) {
  const others = plan.filter((other) => other !== one && isOneVisit(one, other));
  const stayed = others.filter((other) => before.get(other.visit.id)?.from === other.from);
  // Of several that all came, the first moves and the rest join it.
  const earlier = others.filter(({ visit }) => visit.id < one.visit.id);
  return (stayed[0] ?? earlier[0])?.visit;
}

/** What one would ask of townships, one thing for each issued visit that something speaks against. */
function askedFor(left: readonly Conflict[], facts: Facts, ground: Ground): Remedy[] {
  const asked = new Map(left.map((conflict) => [conflict.visit, conflict]));
  return [...asked.values()].flatMap((conflict) =>
    remediesOf(facts, conflict, ground)
      .filter(({ kind }) => kind !== "drop")
      .slice(0, 1),
  );
}

/**
 * A plan without conflicts that changes no issued visit: drafts are joined, moved to the nearest days that are free, or
 * given up as the last resort. Up to ten visits that have to do with each other are tried in all ways, so that a plan is
 * found whenever there is one. Of more, townships are placed one after another, each in all ways within its steps, in up to
 * six orders, and those that gave up more than the rules force once more: a plan that only exists when two townships give way
 * to each other for the sake of one member may be missed, then more is given up than necessary (`fewest` is false). What is found never breaks a rule in either case.
 */
export function solve(facts: Facts): Solution {
  const ground = groundOf(facts);
  const all = facts.visits.map((visit) => placedAt(visit, visit, ground));
  const before = new Map(all.map((one) => [one.visit.id, one]));
  const issued = all.filter(({ visit }) => !visit.movable);
  const movable = all
    .filter(({ visit }) => visit.movable)
    .sort((one, other) => one.from - other.from || (one.visit.id < other.visit.id ? -1 : 1));
  const plans = componentsOf(movable, ground).map((component) => placeComponent(component, issued, ground));
  const placed = new Map(plans.flatMap((plan) => [...plan.placed]));

  const plan = all.flatMap((one) => (one.visit.movable ? (placed.get(one.visit.id) ?? []) : one));
  const visits = plan.map(({ visit, from, until }) => ({
    ...visit,
    ...{ from: dayOfSerial(from), until: dayOfSerial(until) },
  }));
  const offers = offersOf(facts, visits);
  const changes = movable.flatMap((one): Remedy[] => {
    const where = placed.get(one.visit.id) ?? null;
    if (where === null) return one.visit.droppable ? [offers.drop(one.visit)] : [];
    const span = { from: dayOfSerial(where.from), until: dayOfSerial(where.until) };
    if (where.from === one.from && where.until === one.until) return [];
    const into = partnerOf(where, plan, before);
    return [into === undefined ? offers.move(one.visit, span) : offers.merge(one.visit, span, into)];
  });
  const left = conflictsOf({ ...facts, visits });
  return {
    ...{ visits, changes, left },
    stuck: movable
      .filter(({ visit }) => !visit.droppable && (placed.get(visit.id) ?? null) === null)
      .map(({ visit }) => visit.id),
    withConsent: askedFor(left, { ...facts, visits }, ground),
    fewest: plans.every(({ fewest }) => fewest),
  };
}
