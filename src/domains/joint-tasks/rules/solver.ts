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
import { offersOf } from "./offers";
import { remediesOf } from "./remedies";
import { place } from "./search";
import { givenUpCount, type Plan, placeByTownship } from "./townships";

/** So many visits are tried all together; of more, one township's after another's. */
const tried = 10;
const together = { steps: 60_000, polish: 2_000 };

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
  /** at most so many more are given up or stuck than must be; 0: it was shown that no plan gives up less */
  beyond: number;
};

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

function placeComponent(component: readonly Placed[], standing: readonly Placed[], ground: Ground): Plan {
  const others = near(component, standing);
  if (component.length > tried) return placeByTownship(component, others, ground);
  const found = place(component, others, ground, together);
  return { ...found, beyond: found.exact ? 0 : givenUpCount(found) };
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
 * found whenever there is one. Of more, townships are placed one after another. How many one of them must give up for its own
 * sake is known; what goes beyond that, because two townships want the same member on the same days, is looked for by letting
 * each other give way, and may be missed: `beyond` says how many at most. What is found never breaks a rule in either case.
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
    beyond: plans.reduce((sum, { beyond }) => sum + beyond, 0),
  };
}
