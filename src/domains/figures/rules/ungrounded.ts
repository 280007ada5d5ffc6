import { gradesOf } from "./grades";
import { type MetricCode, metricOf } from "./metrics";
import { rankWithinClass } from "./ranking";
import { indicatorsOf, type Scheme, smallNumberOf, type TownshipClass } from "./scheme";
import { isFew } from "./small-number";
import type { Standing } from "./standing";

export type Classed = Standing & { townshipClass: TownshipClass | null };

/** @property cases all that a standing rests on @property asked how many the scheme asks for; null where nothing of it is few */
export type Ground = { cases: number; asked: number | null };

/** Metrics of the same records, as all that are counted of suggestions, speak of the same cases. */
const sameCases = (metric: MetricCode): string => metricOf(metric).domain.join(" ");

/** On how many cases a standing rests, wherever one of its indicators has fewer than the scheme asks for. */
export function groundOf(scheme: Scheme, { scores, cells, townshipClass }: Classed): Ground {
  const cases = new Map<string, number>();
  const asked: number[] = [];
  for (const indicator of indicatorsOf(scheme)) {
    const cell = cells.find(({ metric }) => metric === indicator.metric);
    const score = scores.find(({ code }) => code === indicator.code);
    // What the scheme leaves out for its few cases says nothing any more, and asks for none.
    if (cell?.state !== "value" || score === undefined || score.max === 0) continue;
    const kind = sameCases(cell.metric);
    cases.set(kind, Math.max(cases.get(kind) ?? 0, cell.counted));
    const rule = smallNumberOf(scheme, indicator);
    if (rule !== null && isFew(indicator, cell, rule, townshipClass)) asked.push(rule.under);
  }
  const all = [...cases.values()].reduce((sum, one) => sum + one, 0);
  return { cases: all, asked: asked.length === 0 ? null : Math.max(...asked) };
}

/** Why somebody has points and no place; null for whoever has a place, or nothing that applies. */
export const whyUnplaced = ({ cases, asked }: Ground): string | null =>
  asked === null || cases >= asked
    ? null
    : `件数太少：一共只有 ${cases} 件，不足 ${asked} 件，得分照列，不排位`;

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
