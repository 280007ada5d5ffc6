import type { MetricValue } from "@/domains/figures/rules/formulas";
import { defaultScheme } from "@/domains/figures/rules/default-scheme";
import { indicatorsOf } from "@/domains/figures/rules/scheme";
import type { Subject } from "@/domains/assessments/rules/what-if";
import { randomOf } from "../../fuzz/random";

const metrics = indicatorsOf(defaultScheme).flatMap(({ metric }) => (metric === null ? [] : [metric]));

/** Townships with any values that the metrics may have: nothing entered, nothing due, none done, all done. */
export function anySubjects(seed: number, count: number): Subject[] {
  const random = randomOf(seed);
  const value = (metric: string): MetricValue & { metric: string } => {
    const state = random.pick(["value", "value", "value", "value", "none", "notEntered"] as const);
    if (state !== "value") return { metric, state, numerator: 0, denominator: 0 };
    const denominator = 1 + random.below(40);
    const numerator = random.below(denominator + 1);
    const parts = ["all", "session", "presidium", "coverage", "turnout", "notRated"].map((part) => {
      const of = random.below(20);
      return { part, denominator: of, numerator: random.below(of + 1), records: of };
    });
    return { metric, state, numerator, denominator, parts };
  };
  return Array.from({ length: count }, (_, index) => ({
    id: `t${index}`,
    name: `第${index + 1}镇`,
    class: random.pick([1, 2, 3, null]),
    values: metrics.map(value),
    points: null,
    rank: null,
  }));
}
