import { isNumber, medianOf, type Figure } from "../figure";

/** `bad` is red and never chosen by comparison: only a broken rule (below the law's minimum) may say so. */
export type HeatTone = "best" | "good" | "mid" | "low" | "poor" | "bad" | "absent";

export type Direction = "up" | "down";

export type HeatCell = {
  figure: Figure;
  /** Printed instead of the bare number, e.g. "3/4" or "71%". */
  text?: string | undefined;
  /** Numerator and denominator in words, for the tooltip and the screen reader. */
  detail?: string | undefined;
  /** Overrides the tint by comparison. */
  tone?: HeatTone | undefined;
};

/** Differences below this share of the median say nothing about the work and get no colour. */
const noise = 0.02;
const clear = 0.25;
const far = 0.6;

/** Of two figures each lies as far from the median as the other: a class so small has no spread to colour. */
const fewestForTint = 3;

/**
 * The tint of a figure: how far it lies from the median of its class, measured by half the county's whole range.
 * Distance, not rank; in a class with fewer than three figures nothing is tinted.
 */
export function toneAmong(
  figure: Figure,
  peers: readonly Figure[],
  all: readonly Figure[],
  direction: Direction = "up",
): HeatTone {
  if (!isNumber(figure)) return "absent";
  if (peers.filter(isNumber).length < fewestForTint) return "mid";
  const median = medianOf(peers) ?? figure;
  const numbers = all.filter(isNumber);
  const half = (Math.max(...numbers) - Math.min(...numbers)) / 2;
  const difference = direction === "up" ? figure - median : median - figure;
  if (half <= 0 || Math.abs(difference) <= Math.abs(median) * noise) return "mid";
  const distance = difference / half;
  if (Math.abs(distance) < clear) return "mid";
  if (distance > 0) return distance >= far ? "best" : "good";
  return distance <= -far ? "poor" : "low";
}

/** What each tint means, in the order of the scale. */
export const heatLegend = [
  { look: "heat-best", text: "明显高于同类中位" },
  { look: "heat-good", text: "高于" },
  { look: "heat-mid", text: "接近，或同类不足三个有数" },
  { look: "heat-low", text: "低于" },
  { look: "heat-poor", text: "明显低于" },
  { look: "heat-bad", text: "低于法定要求" },
  { look: "heat-absent", text: "未录或无" },
] as const;
