import { gradesOf } from "./grades";
import { isMetricCode } from "./metrics";
import { rankWithinClass } from "./ranking";
import { indicatorsOf, type Scheme, smallNumberOf, type TownshipClass } from "./scheme";
import { isFew } from "./small-number";
import type { Standing } from "./standing";

/** Less than this share of the points that apply rests on enough cases: then it is chance who stands first. */
const leastGrounded = 0.5;

export type Classed = Standing & { townshipClass: TownshipClass | null };

/** @property enough points of indicators that rest on as many cases as the scheme asks for, or are no share of cases */
export type Ground = { enough: number; applies: number };

const plain = (points: number): string => String(Number(points.toFixed(2)));

/** On how much of what applies to it a standing rests firmly: drawn towards the middle, few cases say little of whose they are. */
export function groundOf(scheme: Scheme, { scores, cells, townshipClass }: Classed): Ground {
  const applying = indicatorsOf(scheme).flatMap((indicator) => {
    const score = scores.find(({ code }) => code === indicator.code);
    if (score === undefined || score.state === "notComputed" || score.max === 0) return [];
    const { metric } = indicator;
    const cell = metric !== null && isMetricCode(metric) && cells.find((one) => one.metric === metric);
    const few = cell && isFew(indicator, cell, smallNumberOf(scheme, indicator), townshipClass);
    return [{ max: score.max, few: few === true }];
  });
  const sum = (those: readonly { max: number }[]) => those.reduce((all, { max }) => all + max, 0);
  return { enough: sum(applying.filter(({ few }) => !few)), applies: sum(applying) };
}

/** Why somebody has points and no place; null for whoever has a place, or nothing that applies. */
export const whyUnplaced = ({ enough, applies }: Ground): string | null =>
  applies === 0 || enough >= applies * leastGrounded
    ? null
    : `件数太少：适用的 ${plain(applies)} 分里，够件数的指标只有 ${plain(enough)} 分，不到一半，得分照列，不排位`;

export type Placed = Classed & { unplaced: string | null };

/**
 * Places and grades among those whose points rest on enough; whoever stands on a case or two keeps the points and has no
 * place, and takes nobody's.
 */
export function placedByGround(scheme: Scheme, standings: readonly Classed[]): Placed[] {
  const why = standings.map((one) => (one.final === null ? null : whyUnplaced(groundOf(scheme, one))));
  const counted = standings.map((one, at) => ({ ...one, final: why[at] === null ? one.final : null }));
  const ranks = rankWithinClass(
    counted.map(({ id, townshipClass, final }) => ({ townshipId: id, townshipClass, points: final })),
  );
  const grades = gradesOf(scheme, counted);
  return standings.map((one, at) => {
    const unplaced = why[at] ?? null;
    const grade = unplaced === null ? grades.get(one.id) : { id: one.id, grade: null, why: unplaced };
    return { ...one, unplaced, rank: ranks[at] ?? one.rank, grade: grade ?? one.grade };
  });
}
