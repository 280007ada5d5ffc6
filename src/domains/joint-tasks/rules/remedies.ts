import { candidatesOf, lengthOf } from "./candidates";
import type { Conflict, Facts, Remedy, Span, Visit } from "./facts";
import {
  collision,
  dayOfSerial,
  type Ground,
  groundOf,
  mayMerge,
  near,
  obstaclesOf,
  type Placed,
  placedAt,
} from "./ground";
import { offersOf } from "./offers";
import { Tally } from "./tally";

type Table = { facts: Facts; ground: Ground; all: readonly Placed[]; now: Placed };

const spanOf = ({ from, until }: Placed): Span => ({ from: dayOfSerial(from), until: dayOfSerial(until) });

/** Nothing speaks against these visits beside the others, which stay where they are. */
function isFree(ones: readonly Placed[], { all, ground }: Table): boolean {
  const ids = new Set(ones.map(({ visit }) => visit.id));
  const others = all.filter(({ visit }) => !ids.has(visit.id));
  const townships = new Set(ones.map(({ visit }) => visit.township));
  const tally = new Tally(
    ground,
    others.filter(({ visit }) => townships.has(visit.township)),
  );
  return ones.every((one) => {
    const free =
      obstaclesOf(one, ground).length === 0 &&
      others.every((other) => collision(one, other, ground.limits) === null) &&
      tally.fits(one);
    tally.add(one);
    return free;
  });
}

/** The plan with some of its visits on these days, or without one of them. */
const changed = (visits: readonly Visit[], ids: readonly string[], span: Span | null): Visit[] =>
  visits.flatMap((one) => {
    if (!ids.includes(one.id)) return [one];
    return span === null ? [] : [{ ...one, ...span }];
  });

/** One visit out of two: on the other's days where they are long enough, else on the nearest days both may have. */
function mergeOf(table: Table): Remedy | null {
  const { facts, ground, all, now } = table;
  for (const other of all) {
    if (other === now || !mayMerge(now.visit, other.visit)) continue;
    const lengths = new Set([lengthOf(now, ground), lengthOf(other, ground)]);
    const longest = Math.max(...lengths);
    const found = candidatesOf(now, lengths, ground)
      .filter(({ from, until }) => until - from + 1 === longest)
      .sort((one, two) => Math.abs(one.from - other.from) - Math.abs(two.from - other.from))
      .find((one) => {
        const stays = one.from === other.from && one.until === other.until;
        return (stays || other.visit.movable) && isFree([one, { ...one, visit: other.visit }], table);
      });
    if (found === undefined) continue;
    const span = spanOf(found);
    const original = facts.visits.find(({ id }) => id === now.visit.id) ?? now.visit;
    const after = changed(facts.visits, [original.id, other.visit.id], span);
    return offersOf(facts, after).merge(original, span, other.visit);
  }
  return null;
}

function moveOf(table: Table): Remedy | null {
  const { facts, ground, now } = table;
  const found = candidatesOf(now, new Set([lengthOf(now, ground)]), ground).find((one) =>
    isFree([one], table),
  );
  if (found === undefined || found.away === 0) return null;
  const original = facts.visits.find(({ id }) => id === now.visit.id) ?? now.visit;
  const span = spanOf(found);
  return offersOf(facts, changed(facts.visits, [original.id], span)).move(original, span);
}

/**
 * What may be done about one conflict while everything else stays: join the visit with another, move it to the nearest free
 * days, or give it up. After either nothing speaks against the visit any more. What needs other visits to give way as well
 * only the whole plan's solution finds.
 */
export function remediesOf(
  facts: Facts,
  conflict: Pick<Conflict, "visit">,
  ground = groundOf(facts),
): Remedy[] {
  const visit = facts.visits.find(({ id }) => id === conflict.visit);
  if (visit === undefined || (!visit.movable && visit.until < facts.today)) return [];
  // Where an issued visit could go if its township agreed is sought as if it were a draft.
  const now = placedAt({ ...visit, movable: true }, visit, ground);
  const all = facts.visits.map((one) => (one === visit ? now : placedAt(one, one, ground)));
  const partners = all.filter((one) => mayMerge(one.visit, now.visit));
  const table = { facts, ground, all: near([now, ...partners], all), now };
  const drop = offersOf(facts, changed(facts.visits, [visit.id], null));
  return [mergeOf(table), moveOf(table), visit.droppable ? drop.drop(visit) : null].filter(
    (one) => one !== null,
  );
}
