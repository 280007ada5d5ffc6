import { isNumber, medianOf, type Figure } from "../figure";

/** `bad` is red and never chosen by rank: only a rule that is broken (below the law's minimum) may say so. */
export type HeatTone = "best" | "good" | "mid" | "low" | "bad" | "absent";

export type Direction = "up" | "down";

export type HeatCell = {
  figure: Figure;
  /** Printed instead of the bare number, e.g. "3/4" or "71%". */
  text?: string | undefined;
  /** Numerator and denominator in words, for the tooltip and the screen reader. */
  detail?: string | undefined;
  /** Overrides the tint by rank. */
  tone?: HeatTone | undefined;
};

/** Differences below this share of the median say nothing about the work and get no colour. */
const noise = 0.02;

/**
 * The tint of a figure among its class: upper and lower thirds apart from the middle; equal figures, a class of one
 * and differences within the noise stay plain.
 */
export function toneAmong(figure: Figure, peers: readonly Figure[], direction: Direction = "up"): HeatTone {
  if (!isNumber(figure)) return "absent";
  const median = medianOf(peers);
  if (median === null || Math.abs(figure - median) <= Math.abs(median) * noise) return "mid";
  const numbers = peers.filter(isNumber);
  const ahead = numbers.filter((other) => (direction === "up" ? other > figure : other < figure)).length;
  const behind = numbers.filter((other) => (direction === "up" ? other < figure : other > figure)).length;
  const position = (behind + (numbers.length - ahead - behind - 1) / 2) / Math.max(numbers.length - 1, 1);
  if (position >= 0.8) return "best";
  if (position >= 0.5) return "good";
  return position >= 0.34 ? "mid" : "low";
}
