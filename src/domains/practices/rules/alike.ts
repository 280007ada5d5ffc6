import { plain, runsOf, sharedCount, shinglesOf } from "@/lib/likeness";
import { maskedBy } from "@/lib/masked";

/** Runs of five signs are rarely shared by chance. */
const runLength = 5;
/** A text of fewer runs is a phrase, and a phrase is nobody's. */
const fewestRuns = 20;
/** Of the text that is being written, so much stands in the other: the reviewer is asked to look. */
export const copiedFrom = 0.6;
/** Problems that have so many pairs of signs in common are one problem. */
const sameProblem = 0.35;

export type Compared = { id: string; title: string; township: string; problem: string; steps: string };

export type Alike = {
  id: string;
  title: string;
  township: string;
  /** whole percent of the text being written that stands in this one, names, places and numbers left aside */
  percent: number;
  /** alike: it is about the same; copied: it is largely the same text */
  kind: "alike" | "copied";
};

const wordsOf = ({ problem, steps }: Pick<Compared, "problem" | "steps">): string => `${problem}${steps}`;

/** How much of what is said of one problem is said of the other: pairs of signs, of the shorter text. */
function nearness(
  one: Pick<Compared, "title" | "problem">,
  other: Pick<Compared, "title" | "problem">,
): number {
  const [these, those] = [one, other].map(({ title, problem }) => runsOf(`${title}${problem}`, 2));
  if (these === undefined || those === undefined) return 0;
  const fewest = Math.min(these.size, those.size);
  const shared = [...these.keys()].filter((run) => those.has(run)).length;
  return fewest === 0 ? 0 : shared / fewest;
}

/**
 * Published practices of others that are like one that is being written: those that share most first, at most five.
 * @param names of townships, which a copy replaces and nothing else
 */
export function alikeAmong(
  written: Omit<Compared, "id" | "township">,
  others: readonly Compared[],
  names: readonly string[],
): Alike[] {
  if (plain(`${written.title}${wordsOf(written)}`).length < fewestRuns) return [];
  const mask = maskedBy(names);
  const own = shinglesOf(mask(wordsOf(written)), runLength);
  const found = others.flatMap((other) => {
    const theirs = shinglesOf(mask(wordsOf(other)), runLength);
    const share = own.length < fewestRuns ? 0 : sharedCount(own, theirs) / own.length;
    const near = nearness(written, other);
    if (share < copiedFrom && near < sameProblem) return [];
    const { id, title, township } = other;
    const kind = share >= copiedFrom ? ("copied" as const) : ("alike" as const);
    const alike: Alike = { id, title, township, percent: Math.floor(share * 100), kind };
    return [{ alike, rank: Math.max(share, near) }];
  });
  return found
    .sort((one, other) => other.rank - one.rank)
    .slice(0, 5)
    .map(({ alike }) => alike);
}
