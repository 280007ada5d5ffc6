import { type Candidate, freeCandidatesOf, lengthOf } from "./candidates";
import { type Ground, isOneVisit, mayMerge, type Placed } from "./ground";

/** Of more drafts of one township the ways in which they may follow each other are too many to go through. */
const mostDrafts = 12;

/** Something that is counted a year and may run out: visits to the township, or to one of its units. */
type Counted = { year: number; unit: string | null; room: number };

/** Days on which some drafts are one visit: all its first days, in order. @property takes of each thing that is counted */
type Option = { length: number; takes: readonly number[]; froms: number[] };

/** Some drafts have their days, the last of them until `end`. */
type State = { mask: number; end: number; room: readonly number[]; last: Stop | null };
type Stop = { group: number; from: number; before: State };

export type Fewest = { placed: ReadonlyMap<string, Placed | null>; stuck: number; dropped: number };

type Township = {
  drafts: readonly Placed[];
  candidates: readonly Candidate[][];
  here: readonly Placed[];
  counted: readonly Counted[];
  ground: Ground;
};

const bitsOf = (mask: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => at).filter((at) => ((mask >> at) & 1) === 1);

const countsFor = ({ unit }: Counted, { visit }: Placed): boolean =>
  unit === null || visit.units.includes(unit);

/** What has room for all drafts need not be counted. */
function countedOf({ drafts, candidates, here, ground }: Omit<Township, "counted">): Counted[] {
  const years = new Set(candidates.flatMap((some) => some.map(({ from }) => ground.yearOf(from))));
  const units = new Set(drafts.flatMap(({ visit }) => visit.units));
  const { townshipPerYear, unitPerYear } = ground.limits;
  return [...years].flatMap((year) =>
    [null, ...units].flatMap((unit): Counted[] => {
      const most = unit === null ? townshipPerYear : unitPerYear;
      const counted = { year, unit, room: most };
      const stand = here.filter((one) => ground.yearOf(one.from) === year && countsFor(counted, one));
      const once = stand.filter((one, at) => !stand.slice(0, at).some((other) => isOneVisit(one, other)));
      const room = Math.max(0, most - once.length);
      return drafts.filter((one) => countsFor(counted, one)).length > room ? [{ ...counted, room }] : [];
    }),
  );
}

/** All days on which a group is one visit: as long as its longest, or those of an issued visit that it joins. */
function optionsOf(group: readonly number[], town: Township): Option[] {
  const { drafts, candidates, here, counted, ground } = town;
  const members = group.flatMap((at) => drafts[at] ?? []);
  const longest = Math.max(...members.map((one) => lengthOf(one, ground)));
  const [first = [], ...others] = group.map((at) => candidates[at] ?? []);
  const keys = others.map((some) => new Set(some.map(({ from, until }) => `${from} ${until}`)));
  const options = new Map<string, Option>();
  for (const one of first.toSorted((a, b) => a.from - b.from)) {
    const joined = here.filter((issued) => isOneVisit(one, issued));
    const length = one.until - one.from + 1;
    if (length !== longest && joined.length === 0) continue;
    if (!keys.every((some) => some.has(`${one.from} ${one.until}`))) continue;
    const takes = counted.map((what) => {
      const isMeant =
        ground.yearOf(one.from) === what.year && members.some((member) => countsFor(what, member));
      return isMeant && !joined.some((issued) => countsFor(what, issued)) ? 1 : 0;
    });
    const key = `${length} ${takes.join()}`;
    const option = options.get(key) ?? { length, takes, froms: [] };
    option.froms.push(one.from);
    options.set(key, option);
  }
  return [...options.values()];
}

/** The first of these days that is not before a day. */
function firstFrom(froms: readonly number[], day: number): number | undefined {
  let [low, high] = [0, froms.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((froms[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return froms[low];
}

/** Groups that may be one visit, by the mask of their drafts. */
function groupsOf(town: Township): Map<number, Option[]> {
  const { drafts } = town;
  const masks = drafts.flatMap((one, at) => {
    const later = drafts.flatMap((other, index) =>
      index > at && mayMerge(one.visit, other.visit) ? [index] : [],
    );
    return Array.from({ length: 2 ** later.length }, (_, some) =>
      bitsOf(some, later.length).reduce((mask, index) => mask | (1 << (later[index] ?? 0)), 1 << at),
    );
  });
  return new Map(
    masks.flatMap((mask) => {
      const options = optionsOf(bitsOf(mask, drafts.length), town);
      return options.length === 0 ? [] : [[mask, options] as const];
    }),
  );
}

/** The earliest end of a group after a state, one for each way of counting. */
function nextOf(state: State, group: number, options: readonly Option[], gap: number): State[] {
  return options.flatMap(({ length, takes, froms }): State[] => {
    const from = firstFrom(froms, state.last === null ? -Infinity : state.end + gap);
    if (from === undefined || takes.some((taken, at) => taken > (state.room[at] ?? 0))) return [];
    const room = state.room.map((left, at) => left - (takes[at] ?? 0));
    const last = { group, from, before: state };
    return [{ mask: state.mask | group, end: from + length - 1, room, last }];
  });
}

/** All that may come next after a state. */
const followers = (state: State, groups: ReadonlyMap<number, Option[]>, gap: number): State[] =>
  [...groups].flatMap(([group, options]) =>
    (state.mask & group) === 0 ? nextOf(state, group, options, gap) : [],
  );

/** Every set of drafts that can have days, each with its earliest end. */
function reachable({ drafts, counted, ground }: Township, groups: ReadonlyMap<number, Option[]>): State[] {
  const gap = Math.max(1, ground.limits.gapDays);
  const start: State = { mask: 0, end: 0, room: counted.map(({ room }) => room), last: null };
  const byMask = Array.from({ length: 2 ** drafts.length }, () => new Map<string, State>());
  const keep = (state: State): void => {
    const there = byMask[state.mask];
    const key = state.room.join();
    const known = there?.get(key);
    if (known === undefined || state.end < known.end) there?.set(key, state);
  };
  keep(start);
  for (const states of byMask)
    for (const state of states.values()) for (const next of followers(state, groups, gap)) keep(next);
  return byMask.flatMap((states) => [...states.values()]);
}

function placesOf({ drafts }: Township, state: State): Map<string, Placed | null> {
  const placed = new Map<string, Placed | null>(drafts.map(({ visit }) => [visit.id, null]));
  let until = state.end;
  for (let { last } = state; last !== null; { last } = last.before) {
    const { from } = last;
    for (const at of bitsOf(last.group, drafts.length)) {
      const one = drafts[at];
      if (one !== undefined) placed.set(one.visit.id, { visit: one.visit, from, until });
    }
    until = last.before.end;
  }
  return placed;
}

/**
 * One township's drafts beside what stands, so that the fewest are given up: as visits of one township lie a fortnight
 * apart, they come one after another, and of all orders only the earliest end of each set of them need be known. Nothing
 * gives up less, whatever other townships do. Null: too many, or visits of one task, which need not be apart.
 */
export function fewestGivenUp(
  drafts: readonly Placed[],
  standing: readonly Placed[],
  ground: Ground,
): Fewest | null {
  const tasks = new Set(drafts.map(({ visit }) => visit.taskId));
  if (drafts.length > mostDrafts || tasks.size < drafts.length) return null;
  const township = drafts[0]?.visit.township;
  const here = standing.filter(({ visit }) => visit.township === township);
  const candidates = drafts.map((one) => {
    const partners = [...drafts, ...here].filter(({ visit }) => mayMerge(visit, one.visit));
    const lengths = new Set([one, ...partners].map((other) => lengthOf(other, ground)));
    return freeCandidatesOf(one, lengths, standing, ground);
  });
  const counted = countedOf({ drafts, candidates, here, ground });
  const town = { drafts, candidates, here, counted, ground };
  const outOf = ({ mask }: State) => drafts.filter((_, at) => ((mask >> at) & 1) === 0);
  const worth = (state: State) => {
    const out = outOf(state);
    const stuck = out.filter(({ visit }) => !visit.droppable).length;
    return { stuck, dropped: out.length - stuck };
  };
  const [best] = reachable(town, groupsOf(town))
    .map((state) => ({ state, ...worth(state) }))
    .sort((one, other) => one.stuck - other.stuck || one.dropped - other.dropped);
  return best === undefined
    ? null
    : { placed: placesOf(town, best.state), stuck: best.stuck, dropped: best.dropped };
}
