import { type Fewest, fewestGivenUp } from "./fewest";
import { type Ground, near, type Placed } from "./ground";
import { costs, type Placing, place } from "./search";

const quick = { steps: 200, polish: 40 };
/** Of what certainly has days, as it is known which of a township's drafts are given up. */
const sure = { steps: 1_000, polish: 100 };
/** How often townships that came off badly are put first and all are placed anew. */
const rounds = 4;
/** How often townships that came off badly make others give way. */
const turns = 2;

type Draft = readonly Placed[];
type Parts = ReadonlyMap<Draft, Placing>;

/** @property beyond so many more than any plan must give up, at most; 0: it was shown that none gives up less */
export type Plan = { placed: ReadonlyMap<string, Placed | null>; beyond: number };

const givenUpIn = ({ cost }: Pick<Placing, "cost">): number => Math.floor(cost / costs.dropped);
const costOf = (parts: Parts): number => [...parts.values()].reduce((sum, { cost }) => sum + cost, 0);

const givenUpOf = (parts: Parts): number => [...parts.values()].reduce((sum, one) => sum + givenUpIn(one), 0);

/** How many of its visits have no days. */
export const givenUpCount = (placing: Pick<Placing, "placed"> | undefined): number =>
  [...(placing?.placed.values() ?? [])].filter((one) => one === null).length;

const placedIn = ({ placed }: Placing): Placed[] => [...placed.values()].filter((one) => one !== null);

/** What has its days in the townships that were placed, without some of them. */
const standing = (parts: Parts, without: readonly Draft[] = []): Placed[] =>
  [...parts].flatMap(([drafts, placing]) => (without.includes(drafts) ? [] : placedIn(placing)));

const countOf = (fewest: Fewest | null): number => (fewest === null ? 0 : fewest.stuck + fewest.dropped);
const forcedBy = (fewest: Fewest | null): number =>
  fewest === null ? 0 : (fewest.stuck * costs.stuck + fewest.dropped * costs.dropped) / costs.dropped;

/** Everything that is not given up has days: the nearest the search finds, else those with which that was shown. */
function placingOf(
  { placed, stuck, dropped }: Fewest,
  drafts: Draft,
  others: Placed[],
  ground: Ground,
): Placing {
  const giveUp = stuck * costs.stuck + dropped * costs.dropped;
  const kept = drafts.filter(({ visit }) => (placed.get(visit.id) ?? null) !== null);
  const found = place(kept, others, ground, sure);
  if (found.cost < costs.dropped)
    return { placed: new Map([...placed, ...found.placed]), cost: giveUp + found.cost, exact: false };
  const moved = kept.reduce((sum, { visit, from }) => {
    const away = Math.abs((placed.get(visit.id)?.from ?? from) - from);
    return away === 0 ? sum : sum + costs.moved + away;
  }, 0);
  return { placed, cost: giveUp + moved, exact: false };
}

/** One township beside what stands: what the search finds, unless that gives up more than must be. */
function placeOne(drafts: Draft, all: readonly Placed[], ground: Ground, forced: number): Placing {
  const others = near(drafts, all);
  const found = place(drafts, others, ground, quick);
  if (givenUpIn(found) <= forced) return found;
  const fewest = fewestGivenUp(drafts, others, ground);
  return fewest === null || givenUpIn(found) <= forcedBy(fewest)
    ? found
    : placingOf(fewest, drafts, others, ground);
}

/** The townships of a component, what stands beside them, and what each gives up if there were no others. */
type Table = { issued: readonly Placed[]; ground: Ground; forced: ReadonlyMap<Draft, number> };

const isBad =
  (parts: Parts, { forced }: Table) =>
  (drafts: Draft): boolean => {
    const placing = parts.get(drafts);
    return placing !== undefined && givenUpIn(placing) > (forced.get(drafts) ?? 0);
  };

/** These townships one after another, beside the others, which keep their days. */
function placeAnew(order: readonly Draft[], before: Parts, table: Table): Parts {
  const parts = new Map([...before].filter(([drafts]) => !order.includes(drafts)));
  for (const drafts of order) {
    const all = [...table.issued, ...standing(parts)];
    parts.set(drafts, placeOne(drafts, all, table.ground, table.forced.get(drafts) ?? 0));
  }
  return parts;
}

/** The first of the other townships that makes room when it is placed anew, so that no more is given up in all. */
function givenWay(drafts: Draft, parts: Parts, table: Table): Parts {
  let level = parts;
  for (const other of parts.keys()) {
    if (other === drafts || near(drafts, other).length === 0) continue;
    const others = [...table.issued, ...standing(parts, [drafts, other])];
    const fewest = fewestGivenUp(drafts, near(drafts, others), table.ground);
    if (forcedBy(fewest) > (table.forced.get(drafts) ?? 0)) continue;
    const found = placeAnew([drafts, other], parts, table);
    if (givenUpOf(found) < givenUpOf(parts)) return found;
    // Now the other comes off as badly: it may in turn make a third give way.
    if (level === parts && givenUpOf(found) === givenUpOf(parts) && !isBad(found, table)(drafts))
      level = found;
  }
  return level;
}

/**
 * One township after another, those that came off badly first in the next round; at the end each of them may make others
 * give way for the sake of a member who can only be in one place.
 */
export function placeByTownship(component: Draft, issued: readonly Placed[], ground: Ground): Plan {
  const townships = [...new Set(component.map(({ visit }) => visit.township))];
  let order = townships.map((township) => component.filter(({ visit }) => visit.township === township));
  const bounds = order.map(
    (drafts) => [drafts, fewestGivenUp(drafts, near(drafts, issued), ground)] as const,
  );
  const forced = new Map(bounds.map(([drafts, fewest]) => [drafts, forcedBy(fewest)]));
  const least = new Map(bounds.map(([drafts, fewest]) => [drafts, countOf(fewest)]));
  const table = { issued, ground, forced };
  let best = placeAnew(order, new Map(), table);
  let last = best;
  for (let round = 1; round < rounds && order.some(isBad(last, table)); round += 1) {
    const badly = order.filter(isBad(last, table));
    order = [...badly, ...order.filter((drafts) => !badly.includes(drafts))];
    last = placeAnew(order, new Map(), table);
    if (costOf(last) < costOf(best)) best = last;
  }
  last = best;
  for (let turn = 0; turn < turns && order.some(isBad(best, table)); turn += 1)
    for (const drafts of order.filter(isBad(last, table))) {
      last = givenWay(drafts, last, table);
      if (costOf(last) < costOf(best)) best = last;
    }
  return {
    placed: new Map([...best.values()].flatMap(({ placed }) => [...placed])),
    beyond: order
      .filter(isBad(best, table))
      .reduce((sum, drafts) => sum + givenUpCount(best.get(drafts)) - (least.get(drafts) ?? 0), 0),
  };
}
