import { toCents } from "@/domains/figures/rules/formulas";
import type { Weighed } from "./draws";

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

function pairsOf(all: readonly Weighed[]): [Weighed, Weighed][] {
  return all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter((other) => other.townshipClass === one.townshipClass)
      .map((other): [Weighed, Weighed] => [one, other]),
  );
}

/** How a township's share moves with each weight, the first step of it: what it has there beside what it has altogether. */
function pullOf({ points, max }: Weighed): number[] {
  const whole = sum(max);
  if (whole === 0) return points.map(() => 0);
  const share = sum(points) / whole;
  return points.map((own, index) => (own - share * (max[index] ?? 0)) / whole);
}

/**
 * How much of what moves the townships' distances each weight moves, when all are as uncertain as each other: the
 * first-order sensitivity, over every two of a class. The shares come to 1, or are all 0 where nothing moves anything.
 */
export function sensitivityOf(all: readonly Weighed[]): number[] {
  const pulls = new Map(all.map((one) => [one, pullOf(one)]));
  const width = all[0]?.points.length ?? 0;
  const moved = new Array<number>(width).fill(0);
  for (const [one, other] of pairsOf(all))
    for (let index = 0; index < width; index += 1)
      moved[index] =
        (moved[index] ?? 0) + ((pulls.get(one)?.[index] ?? 0) - (pulls.get(other)?.[index] ?? 0)) ** 2;
  const whole = sum(moved);
  return moved.map((own) => (whole === 0 ? 0 : own / whole));
}

/** @property index the indicator whose weight it takes; by the change of that weight as a share of itself */
export type Swap = { index: number; by: number };

/** The changes of one weight at which two townships stand level: where (a + x·p)(m + x·n) − (b + x·q)(l + x·k) is nothing. */
function levelAt(ahead: Weighed, behind: Weighed, index: number): number[] {
  const [a, l, b, m] = [sum(ahead.points), sum(ahead.max), sum(behind.points), sum(behind.max)];
  const [p, k] = [ahead.points[index] ?? 0, ahead.max[index] ?? 0];
  const [q, n] = [behind.points[index] ?? 0, behind.max[index] ?? 0];
  const square = p * n - q * k;
  const line = a * n + p * m - b * k - q * l;
  const rest = a * m - b * l;
  if (Math.abs(square) < 1e-12) return Math.abs(line) < 1e-12 ? [] : [-rest / line];
  const root = line * line - 4 * square * rest;
  if (root < 0) return [];
  return [(-line + Math.sqrt(root)) / (2 * square), (-line - Math.sqrt(root)) / (2 * square)];
}

/** Nobody takes a weight for wrong by more than the whole of it. */
const most = 1;

/** The smallest change of one weight, the others left alone, that brings the one behind level; null where none does. */
export function smallestSwap(ahead: Weighed, behind: Weighed): Swap | null {
  const found = ahead.points.flatMap((_, index) =>
    levelAt(ahead, behind, index)
      .filter((by) => Math.abs(by) <= most && by !== 0)
      .map((by): Swap => ({ index, by })),
  );
  return found.sort((one, other) => Math.abs(one.by) - Math.abs(other.by))[0] ?? null;
}

/** The weight after the change, to the next hundredth that is beyond it. */
export const pointsAfter = (points: number, by: number): number => {
  const exact = points * (1 + by);
  return toCents(by > 0 ? Math.ceil(exact * 100 - 1e-6) / 100 : Math.floor(exact * 100 + 1e-6) / 100);
};
