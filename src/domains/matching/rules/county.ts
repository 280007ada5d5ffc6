import type { MetricCode } from "@/domains/figures/rules/metrics";
import type { Score } from "@/domains/figures/rules/score";
import type { WeakPoint } from "./weak";

/** Where a county is weak as a whole. @property of how many townships have points in it; @property behind who got less than half of them */
export type CommonWeakness = { code: string; metric: MetricCode; of: number; behind: string[] };

type Scored = { id: string; scores: readonly Score[] };
type Named = { code: string; metric: MetricCode };

const half = 0.5;
/** Fewer townships are no county. */
const fewest = 3;

/** The indicators of which more than half of the townships get less than half of the points; nobody leads far enough to be asked. */
export function commonWeaknesses(
  townships: readonly Scored[],
  indicators: readonly Named[],
): CommonWeakness[] {
  const found = indicators.map(({ code, metric }) => {
    const scored = townships.flatMap(({ id, scores }) =>
      scores
        .filter((one) => one.code === code && one.state === "scored" && one.max > 0)
        .map(({ points, max }) => ({ id, share: (points ?? 0) / max })),
    );
    const behind = scored.filter(({ share }) => share < half);
    return { code, metric, of: scored.length, behind: behind.map(({ id }) => id) };
  });
  return found
    .filter(({ of, behind }) => of >= fewest && behind.length > of * half)
    .sort((one, other) => other.behind.length / other.of - one.behind.length / one.of);
}

/** What one township could learn from another. */
export type Lesson = { learner: string; host: string; point: WeakPoint };
/** @property lessons of the learner with the host first, then what the host could learn in turn */
export type VisitPair = { learner: string; host: string; lessons: Lesson[] };

const mostVisits = 6;
/** Whoever leads everywhere is not visited by everybody. */
const mostHosted = 2;

const lessonsOf = (weak: readonly WeakPoint[]): Lesson[] =>
  weak.flatMap((point) => point.leaders.map(({ id }) => ({ learner: point.id, host: id, point })));

/** Both ways count, for then both come home with something. */
function between(lessons: readonly Lesson[], learner: string, host: string): Lesson[] {
  const there = lessons.filter((one) => one.learner === learner && one.host === host);
  const back = lessons.filter((one) => one.learner === host && one.host === learner);
  return there.length >= back.length ? [...there, ...back] : [...back, ...there];
}

/** The pairs whose visit teaches most, each township a learner once and a host twice at most. */
export function visitsWorth(weak: readonly WeakPoint[]): VisitPair[] {
  const lessons = lessonsOf(weak);
  const pairs = new Map<string, VisitPair>();
  for (const { learner, host } of lessons) {
    const key = [learner, host].toSorted().join(" ");
    const both = between(lessons, learner, host);
    const [first] = both;
    if (first !== undefined && !pairs.has(key))
      pairs.set(key, { learner: first.learner, host: first.host, lessons: both });
  }
  const surest = ({ lessons: all }: VisitPair) => Math.min(...all.map(({ point }) => point.chance));
  const sorted = [...pairs.values()].sort(
    (one, other) => other.lessons.length - one.lessons.length || surest(one) - surest(other),
  );
  const chosen: VisitPair[] = [];
  for (const pair of sorted) {
    const goes = chosen.some(({ lessons: all }) => all.some(({ learner }) => learner === pair.learner));
    const hosted = chosen.filter(({ host }) => host === pair.host).length;
    if (!goes && hosted < mostHosted && chosen.length < mostVisits) chosen.push(pair);
  }
  return chosen;
}
