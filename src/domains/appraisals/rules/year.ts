import { quarterLabels, quarters, type Quarter, type Tier } from "../labels";

/** How suggestions count in the composite, unless the year-end round says otherwise. */
export const usualHandlingPercent = 30;
/** 前五名授牌。 */
export const plaques = 5;

/** What a year's rounds and the township's suggestions say of a unit. */
export type UnitYear = {
  unitId: string;
  name: string;
  dualManaged: boolean;
  superior: string | null;
  rounds: readonly { quarter: Quarter; score: number; complaintPoints: number; handlingPoints: number }[];
  /** suggestions it led whose answer was rated in the year */
  rated: number;
  satisfied: number;
  basic: number;
};

export type UnitResult = UnitYear & {
  scores: Readonly<Partial<Record<Quarter, number>>>;
  midYear: number | null;
  yearEnd: number | null;
  complaints: number;
  handlingOff: number;
  handling: number | null;
  composite: number | null;
  rank: number | null;
  tier: Tier | null;
};

export const cents = (points: number): number => Math.round(points * 100) / 100;

function mean(points: readonly number[]): number | null {
  return points.length === 0 ? null : cents(points.reduce((sum, one) => sum + one, 0) / points.length);
}

/** 满意 100 分、基本满意 60 分、不满意 0 分 of those rated; a unit that answered none is judged by the deputies alone. */
const handlingOf = ({ rated, satisfied, basic }: UnitYear): number | null =>
  rated === 0 ? null : cents((100 * satisfied + 60 * basic) / rated);

function weighed(unit: UnitYear, handlingPercent: number): UnitResult {
  const scored = (which: readonly Quarter[]) =>
    unit.rounds.filter(({ quarter }) => which.includes(quarter)).map(({ score }) => score);
  const complaints = cents(unit.rounds.reduce((sum, one) => sum + one.complaintPoints, 0));
  const handlingOff = cents(unit.rounds.reduce((sum, one) => sum + one.handlingPoints, 0));
  const yearEnd = mean(scored(quarters));
  const handling = handlingOf(unit);
  const share = handlingPercent / 100;
  const judged = handling === null ? yearEnd : (yearEnd ?? 0) * (1 - share) + handling * share;
  return {
    ...unit,
    scores: Object.fromEntries(unit.rounds.map(({ quarter, score }) => [quarter, score])),
    midYear: mean(scored(["q1", "q2"])),
    ...{ yearEnd, complaints, handlingOff, handling },
    composite: yearEnd === null || judged === null ? null : cents(judged - complaints - handlingOff),
    rank: null,
    tier: null,
  };
}

/** Thirds of those with a place, equal ones together: 好、中、差三类视察. */
const tierOf = (rank: number, of: number): Tier =>
  rank <= Math.ceil(of / 3) ? "good" : rank <= Math.ceil((2 * of) / 3) ? "middle" : "poor";

/** The units of a year by their composite, best first; equal ones share a place, those never appraised have none. */
export function rankUnits(units: readonly UnitYear[], handlingPercent: number): UnitResult[] {
  const results = units.map((unit) => weighed(unit, handlingPercent));
  const placed = results.flatMap(({ composite }) => composite ?? []);
  return results
    .map((unit): UnitResult => {
      const { composite } = unit;
      if (composite === null) return unit;
      const rank = 1 + placed.filter((other) => other > composite).length;
      return { ...unit, rank, tier: tierOf(rank, placed.length) };
    })
    .toSorted((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity) || 0);
}

/** The composite in words, for the head of the table. */
export const compositeInWords = (handlingPercent: number): string =>
  `综合得分 = 各季得分的平均 × ${100 - handlingPercent}% + 建议办理得分 × ${handlingPercent}% − 投诉扣分 − 办理扣分。` +
  "建议办理得分按本年测评过的主办建议算：满意 100、基本满意 60、不满意 0；没有测评过建议的单位，只按各季得分。";

const points = (value: number): string => String(cents(value));

/** The sum behind one unit's composite, with its own numbers. */
export function behindComposite(unit: UnitResult, handlingPercent: number): string {
  const { yearEnd, composite, handling, complaints, handlingOff, rounds } = unit;
  if (yearEnd === null || composite === null) return "本年还没有评议";
  const said = rounds.map(({ quarter, score }) => `${quarterLabels[quarter]} ${points(score)}`).join("、");
  const judged =
    handling === null
      ? points(yearEnd)
      : `${points(yearEnd)} × ${100 - handlingPercent}% + ${points(handling)} × ${handlingPercent}%`;
  const off = [complaints, handlingOff].filter((one) => one > 0).map((one) => ` − ${points(one)}`);
  return `${said}，平均 ${points(yearEnd)}；${judged}${off.join("")} = ${points(composite)}`;
}
