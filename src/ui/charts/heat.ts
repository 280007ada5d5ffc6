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

/** What a class's figures of one indicator are tinted by: their median, and half the county's whole range. */
type Scale = { median: number; half: number; direction: Direction };

const halfRange = (all: readonly Figure[]): number => {
  const numbers = all.filter(isNumber);
  return (Math.max(...numbers) - Math.min(...numbers)) / 2;
};

/** Null for a class with fewer than three figures, of which nothing is tinted. */
function scaleOf(peers: readonly Figure[], half: number, direction: Direction): Scale | null {
  const median = medianOf(peers);
  const few = peers.filter(isNumber).length < fewestForTint;
  return median === null || few ? null : { median, half, direction };
}

/** How far a figure lies from the median of its class, measured by half the county's whole range: distance, not rank. */
function toneOn(scale: Scale | null, figure: Figure): HeatTone {
  if (!isNumber(figure)) return "absent";
  if (scale === null) return "mid";
  const { median, half, direction } = scale;
  const difference = direction === "up" ? figure - median : median - figure;
  if (half <= 0 || Math.abs(difference) <= Math.abs(median) * noise) return "mid";
  const distance = difference / half;
  if (Math.abs(distance) < clear) return "mid";
  if (distance > 0) return distance >= far ? "best" : "good";
  return distance <= -far ? "poor" : "low";
}

/** The tint of one figure among those of its class and of the county. */
export const toneAmong = (
  figure: Figure,
  peers: readonly Figure[],
  all: readonly Figure[],
  direction: Direction = "up",
): HeatTone => toneOn(scaleOf(peers, halfRange(all), direction), figure);

type Shown = { id: string };
export type TintedCell<Township> = { township: Township; cell: HeatCell; tone: HeatTone };
export type TintedRow<Township> = {
  /** the middle of the county's figures; null when there are none */
  median: number | null;
  classes: { label: string; cells: TintedCell<Township>[] }[];
};

const missing: HeatCell = { figure: "missing" };

/** One indicator's row, with every tint reckoned once. @param cellOf a missing cell reads 未录 */
export function tintedRow<Township extends Shown>(
  classes: readonly { label: string; townships: readonly Township[] }[],
  cellOf: (township: string) => HeatCell | undefined,
  direction: Direction = "up",
): TintedRow<Township> {
  const filled = classes.map(({ label, townships }) => ({
    label,
    cells: townships.map((township) => ({ township, cell: cellOf(township.id) ?? missing })),
  }));
  const all = filled.flatMap(({ cells }) => cells.map(({ cell }) => cell.figure));
  const half = halfRange(all);
  const tinted = filled.map(({ label, cells }) => {
    const scale = scaleOf(
      cells.map(({ cell }) => cell.figure),
      half,
      direction,
    );
    return {
      label,
      cells: cells.map((one) => ({ ...one, tone: one.cell.tone ?? toneOn(scale, one.cell.figure) })),
    };
  });
  return { median: medianOf(all), classes: tinted };
}

/** What each tint means, in the order of the scale. */
export const heatLegend = [
  { look: "heat-best", text: "明显好于同类中位" },
  { look: "heat-good", text: "好于" },
  { look: "heat-mid", text: "接近，或同类不足三个有数" },
  { look: "heat-low", text: "差于" },
  { look: "heat-poor", text: "明显差于" },
  { look: "heat-bad", text: "低于法定要求" },
  { look: "heat-absent", text: "未录或无" },
] as const;
