import { toCents } from "./formulas";
import type { Extra } from "./grades";
import { hasCompared, type Indicator } from "./scheme";
import type { Score } from "./score";

/** The panel's mean of a hundred, and how many percent of the points it makes. */
export type Panel = { points: number; percent: number };

const plain = (number: number): string => String(Number(number.toFixed(2)));

/**
 * What people made of an indicator's points, told in the score's own words. One that is scored by a rubric has its points from
 * them already and only takes the reason; one that was reckoned keeps how, and what was decided instead.
 */
export function reviewed(indicator: Indicator, score: Score, points?: number, reason?: string): Score {
  if (points === undefined) return score;
  if (indicator.formula.kind === "manual") {
    if (reason === undefined) return score;
    const why = `评审理由：${reason}`;
    return { ...score, steps: [...score.steps, why], sentence: `${score.sentence}；${why}` };
  }
  const was = score.points === null ? "系统没有计分" : `系统得分 ${score.points.toFixed(2)}`;
  const alone = hasCompared(indicator) ? "（只改本项得分，其他乡镇仍按封存的数比较）" : "";
  const said = `${was}，评审定为 ${points.toFixed(2)}${alone}${reason === undefined ? "" : `：${reason}`}`;
  return {
    ...{ code: score.code, state: "scored", points, max: indicator.points },
    steps: [...score.steps, said],
    sentence: `${score.sentence}；${said}`,
  };
}

/** Points on the scheme's scale with the panel's part in them. */
export const panelled = (onScale: number, whole: number, panel?: Panel): number =>
  panel === undefined
    ? onScale
    : (onScale * (100 - panel.percent) + ((panel.points * whole) / 100) * panel.percent) / 100;

export function saidOfPanel({ points, percent }: Panel, whole: number): Extra {
  const own = toCents((points * whole * percent) / 10_000);
  const rest = `各项指标得分占 ${plain(100 - percent)}%`;
  return {
    points: own,
    steps: [`评议团平均 ${plain(points)} 分，占 ${plain(percent)}%，计 ${plain(own)} 分；${rest}`],
  };
}
