import { performance } from "node:perf_hooks";
import { drawn, usualDrawing, type Weighed } from "@/domains/assessments/rules/draws";
import { noMoves } from "@/domains/assessments/rules/moved";
import { scoredBy, whatIf } from "@/domains/assessments/rules/what-if";
import { defaultScheme } from "@/domains/figures/rules/default-scheme";
import { anySubjects } from "../unit/assessments/subjects";
import { round, timesOf } from "./measure";

/** What the what-if page reckons each time a slider moves, for a county of 54 townships: nothing of it asks the server. */
const townships = anySubjects(1, 54);
const results = scoredBy(defaultScheme, townships);
const weighed = results.map(({ id, scores }, index): Weighed => ({
  id,
  townshipClass: townships[index]?.class ?? null,
  points: scores.map((score) => score.points ?? 0),
  max: scores.map((score) => score.max),
}));
const oneClass = weighed.map((one) => ({ ...one, townshipClass: 1 }));

function timed(work: () => unknown, runs = 30): string {
  work();
  const samples = Array.from({ length: runs }, () => {
    const before = performance.now();
    work();
    return performance.now() - before;
  });
  const { median, p95 } = timesOf(samples);
  return `${round(median)} ms (p95 ${round(p95)} ms)`;
}

console.log(`draws in classes: ${timed(() => drawn(weighed))}`);
console.log(`draws in one class of 54: ${timed(() => drawn(oneClass))}`);
console.log(`all scores once: ${timed(() => scoredBy(defaultScheme, townships))}`);
console.log(
  `the whole page, ${usualDrawing.draws} draws: ${timed(() => whatIf({ scheme: defaultScheme, townships }, noMoves))}`,
);
