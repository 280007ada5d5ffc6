import { daysBetween, yearOf } from "@/lib/dates";
import type { Facts, Load, Remedy, Span, Visit } from "./facts";
import { mayMerge } from "./ground";
import { wordingOf } from "./wording";

const isSame = (one: Visit, other: Visit): boolean =>
  one.from === other.from && one.until === other.until && mayMerge(one, other);

/** A township's visits in a year; those that are one are counted once. */
function loadOf(visits: readonly Visit[], township: string, year: number): Load {
  const own = visits.filter((one) => one.township === township && yearOf(one.from) === year);
  const once = own.filter((one, at) => !own.slice(0, at).some((other) => isSame(one, other)));
  return {
    visits: once.length,
    days: once.reduce((sum, { from, until }) => sum + daysBetween(from, until) + 1, 0),
  };
}

/** What may be done about a visit, in a sentence, and the burden of its township before and after. */
export function offersOf(facts: Facts, after: readonly Visit[]) {
  const words = wordingOf(facts);
  const offer = (visit: Visit, sentence: string) => ({
    ...{ visit: visit.id, consent: !visit.movable },
    sentence: visit.movable ? sentence : `${sentence}任务已经下发，要先征得乡镇同意。`,
    before: loadOf(facts.visits, visit.township, yearOf(visit.from)),
    after: loadOf(after, visit.township, yearOf(visit.from)),
  });
  const what = (visit: Visit): string => `${words.township(visit.township)}的${words.title(visit)}`;
  return {
    merge: (visit: Visit, span: Span, into: Visit): Remedy => ({
      ...{ kind: "merge", into: into.id, span },
      ...offer(visit, `${what(visit)}与${words.title(into)}合并为一次，${words.span(span)}一起去。`),
    }),
    move: (visit: Visit, span: Span): Remedy => ({
      ...{ kind: "move", span },
      ...offer(visit, `${what(visit)}从${words.span(visit)}改到${words.span(span)}。`),
    }),
    drop: (visit: Visit): Remedy => ({
      kind: "drop",
      ...offer(visit, `这次不去${words.township(visit.township)}：取消${words.title(visit)}在该乡镇的安排。`),
    }),
  };
}

/** What a plan has to do without: why, and whether that is known to be as little as there can be. */
export function givenUpWords(changes: readonly Remedy[], beyond: number): string | null {
  const count = changes.filter(({ kind }) => kind === "drop").length;
  if (count === 0) return null;
  const why = `有 ${count} 次走访排不下，建议这次不去这些乡镇`;
  return beyond === 0
    ? `${why}；在现在的开展时段和上限内，怎么排都不能再少。`
    : `${why}；其中最多有 ${beyond} 次也许还能排下，可以先手工调整几处再排。`;
}
