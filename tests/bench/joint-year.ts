import { conflictsOf } from "@/domains/joint-tasks/rules/conflicts";
import { solve } from "@/domains/joint-tasks/rules/solver";
import { anyYear } from "../unit/joint-tasks/plans";
import { round, timesOf } from "./measure";

/** What a county waits for when it has its whole year's plan checked and solved: 54 townships, twelve tasks each. */
const years = Array.from({ length: 10 }, (_, seed) => anyYear(seed + 1));

/** Processor time, as other work on the machine does not lengthen it. */
function timed(work: (year: (typeof years)[number]) => unknown): string {
  for (const year of years.slice(0, 2)) work(year);
  const samples = years.map((year) => {
    const before = process.cpuUsage();
    work(year);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  const { median } = timesOf(samples);
  return `${round(median, 0)} ms, at most ${round(Math.max(...samples), 0)} ms`;
}

console.log(`conflicts of a year: ${timed(conflictsOf)}`);
console.log(`a year's solution: ${timed(solve)}`);
for (const year of years) {
  const { changes, stuck, left, beyond } = solve(year);
  const count = (kind: string) => changes.filter((one) => one.kind === kind).length;
  console.log(
    `${conflictsOf(year).length} conflicts: ${count("merge")} joined, ${count("move")} moved, ${count("drop")} given up${beyond === 0 ? " as must be" : ` (${beyond} perhaps need not)`}, ${stuck.length} without days, ${left.length} between issued visits`,
  );
}
