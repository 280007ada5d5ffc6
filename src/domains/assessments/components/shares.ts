import type { Score } from "@/domains/figures/rules/score";
import type { Figure } from "@/ui/figure";

type Counted = Pick<Score, "code" | "state" | "points" | "max">;

/** Points of what could be had, in percent; 未录 and 无 stay what they are. */
export function shareOf(scores: readonly Counted[]): Figure {
  const counted = scores.filter((score) => score.max > 0);
  if (counted.length === 0) return "none";
  if (!counted.some((score) => score.state === "scored")) return "missing";
  const sum = (pick: (score: Counted) => number) => counted.reduce((total, score) => total + pick(score), 0);
  return Math.round((sum((score) => score.points ?? 0) / sum((score) => score.max)) * 1000) / 10;
}

export const scoresOf = <Own extends Counted>(scores: readonly Own[], codes: readonly string[]): Own[] =>
  scores.filter((score) => codes.includes(score.code));
