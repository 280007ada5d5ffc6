import type { Conflict, Facts } from "./facts";
import {
  collision,
  type Ground,
  groundOf,
  groupsOf,
  isOver,
  obstaclesOf,
  type Placed,
  placedAt,
} from "./ground";
import { type Wording, wordingOf } from "./wording";

/** Issued visits first, as they stay; then as they come. */
function byStanding(one: Placed, other: Placed): number {
  const [a, b] = [one.visit, other.visit];
  return Number(a.movable) - Number(b.movable) || one.from - other.from || (a.id < b.id ? -1 : 1);
}

/** Who of a county's plan may meet at all: one township's, or two that share a member. Each pair once, the later one first. */
function* pairsOf(placed: readonly Placed[]): Generator<readonly [Placed, Placed]> {
  const sharing = new Map<string, number[]>();
  for (const [index, one] of placed.entries()) {
    const { township, members } = one.visit;
    const keys = [...new Set([`t${township}`, ...members.map((member) => `m${member}`)])];
    const met = new Set(keys.flatMap((key) => sharing.get(key) ?? []));
    for (const other of placed.filter((_, at) => met.has(at))) yield [one, other];
    for (const key of keys) sharing.set(key, [...(sharing.get(key) ?? []), index]);
  }
}

type Context = { facts: Facts; ground: Ground; words: Wording };

function pairConflicts(placed: readonly Placed[], { facts, ground, words }: Context): Conflict[] {
  return [...pairsOf(placed)].flatMap(([one, other]): Conflict[] => {
    if (isOver(one, ground) && isOver(other, ground)) return [];
    const kind = collision(one, other, facts.limits);
    if (kind === null) return [];
    const sentence = kind === "member" ? words.doubled(one, other) : words.near(one, other);
    return [{ kind, visit: one.visit.id, other: other.visit.id, sentence }];
  });
}

/** Whatever is counted a year, by what it is counted for. */
function counted(placed: readonly Placed[], keysOf: (one: Placed) => string[], { yearOf }: Ground) {
  const counts = new Map<string, { key: string; year: number; placed: Placed[] }>();
  for (const one of placed)
    for (const key of new Set(keysOf(one))) {
      const year = yearOf(one.from);
      const id = `${year} ${key}`;
      const before = counts.get(id) ?? { key, year, placed: [] };
      before.placed.push(one);
      counts.set(id, before);
    }
  return [...counts.values()];
}

/** What of a year's visits is one too many, with its number. */
function beyond(placed: readonly Placed[], most: number, ground: Ground) {
  return groupsOf(placed)
    .map((group, index) => ({ group, nth: index + 1 }))
    .slice(most)
    .flatMap(({ group, nth }) => {
      const [one] = group;
      return one === undefined || isOver(one, ground) ? [] : [{ one, nth }];
    });
}

function countConflicts(placed: readonly Placed[], { facts, ground, words }: Context): Conflict[] {
  const { townshipPerYear, unitPerYear } = facts.limits;
  const caps = counted(placed, ({ visit }) => [visit.township], ground).flatMap(({ year, placed: all }) =>
    beyond(all, townshipPerYear, ground).map(({ one, nth }): Conflict => ({
      ...{ kind: "cap", visit: one.visit.id, other: null },
      sentence: words.overCap(one, year, nth),
    })),
  );
  const unitsOf = ({ visit }: Placed) => visit.units.map((unit) => `${visit.township} ${unit}`);
  const units = counted(placed, unitsOf, ground).flatMap(({ key, placed: all }) =>
    beyond(all, unitPerYear, ground).map(({ one, nth }): Conflict => {
      const first = all.find((other) => other !== one);
      const unit = key.slice(one.visit.township.length + 1);
      const sentence = words.overUnit(one, unit, nth, first);
      return { kind: "sameUnit", visit: one.visit.id, other: first?.visit.id ?? null, sentence };
    }),
  );
  return [...units, ...caps];
}

/**
 * Everything that speaks against a plan, each thing once. Where two visits collide it is said of the one that may be
 * moved, and of the later one where both may; of a count, of the visits beyond it, of which issued ones come first.
 */
export function conflictsOf(facts: Facts): Conflict[] {
  const ground = groundOf(facts);
  const context = { facts, ground, words: wordingOf(facts) };
  const placed = facts.visits.map((visit) => placedAt(visit, visit, ground)).sort(byStanding);
  const own = placed.flatMap((one) =>
    obstaclesOf(one, ground).map((found): Conflict => ({
      ...{ kind: found.kind, visit: one.visit.id, other: null },
      sentence: context.words.obstacle(one, found),
    })),
  );
  return [...own, ...pairConflicts(placed, context), ...countConflicts(placed, context)];
}
