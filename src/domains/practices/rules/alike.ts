import { plain, runsOf, sharedCount, shinglesOf } from "@/lib/likeness";
import { maskedBy } from "@/lib/masked";
import { oneForm } from "@/lib/text";

/** Runs of five signs are rarely shared by chance. */
const runLength = 5;
/** A text of fewer runs is a phrase, and a phrase is nobody's. */
const fewestRuns = 20;
/** Of the text that is being written, so much stands in the other: the reviewer is asked to look. */
export const copiedFrom = 0.6;
/** So many pairs of signs in common have texts of which every sixth sign was exchanged, and hardly two that were written apart. */
const rewrittenFrom = 0.5;
/** In short texts pairs meet by chance. */
const fewestPairs = 80;
/** Problems that have so many pairs of signs in common are one problem. */
const sameProblem = 0.35;

export type Compared = { id: string; title: string; township: string; problem: string; steps: string };

export type Alike = {
  id: string;
  title: string;
  township: string;
  /** whole percent of the shorter text that stands in the other one, names, places and numbers left aside */
  percent: number;
  /** alike: it is about the same; copied: it is largely the same text; rewritten: the same with words exchanged throughout */
  kind: "alike" | "copied" | "rewritten";
};

type Runs = Uint32Array;

/** Of the one that has less to say so much stands in the other: what was added around a copy makes it no other text. */
function standsIn(one: Runs, other: Runs, fewest: number): number {
  const fewer = Math.min(one.length, other.length);
  return fewer < fewest ? 0 : sharedCount(one, other) / fewer;
}

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
  const hide = maskedBy(names);
  // A number or a name in full width is the same one.
  const mask = (text: string): string => hide(oneForm(text));
  const words = mask(wordsOf(written));
  const [own, ownPairs] = [shinglesOf(words, runLength), shinglesOf(words, 2)];
  const found = others.flatMap((other) => {
    const said = mask(wordsOf(other));
    const share = standsIn(own, shinglesOf(said, runLength), fewestRuns);
    const pairs = standsIn(ownPairs, shinglesOf(said, 2), fewestPairs);
    const near = nearness(written, other);
    if (share < copiedFrom && pairs < rewrittenFrom && near < sameProblem) return [];
    const { id, title, township } = other;
    const kind = share >= copiedFrom ? "copied" : pairs >= rewrittenFrom ? "rewritten" : "alike";
    const percent = Math.floor((kind === "rewritten" ? pairs : share) * 100);
    const alike: Alike = { id, title, township, percent, kind };
    return [{ alike, rank: Math.max(share, pairs, near) }];
  });
  return found
    .sort((one, other) => other.rank - one.rank)
    .slice(0, 5)
    .map(({ alike }) => alike);
}
