import { toCents } from "@/domains/figures/rules/formulas";
import { type Formula, type Indicator, indicatorsOf, type Scheme } from "@/domains/figures/rules/scheme";
import { withParameter } from "./parameters";

/** What somebody tries: each weight by a factor, each number of a formula by another; nothing of it is kept. */
export type Moves = {
  /** by the code of a dimension */
  dimensions: Readonly<Record<string, number>>;
  /** by the code of an indicator */
  weights: Readonly<Record<string, number>>;
  /** by the code of an indicator and the path in it, in the order they were moved */
  parameters: readonly { code: string; path: string; value: number }[];
};

export const noMoves: Moves = { dimensions: {}, weights: {}, parameters: [] };

/** A formula that says points itself says them for the old weight. */
function weighed<Own extends Formula>(formula: Own, by: number): Own {
  switch (formula.kind) {
    case "step":
      return {
        ...formula,
        bands: formula.bands.map((band) => ({ ...band, points: toCents(band.points * by) })),
      };
    case "perUnit":
    case "deduction":
    case "missing":
    case "lastPlaces":
      return { ...formula, each: formula.each * by };
    case "quota":
      return {
        ...formula,
        ...{ base: toCents(formula.base * by), more: formula.more * by, less: formula.less * by },
      };
    case "places":
      return {
        ...formula,
        points: formula.points.map((one) => toCents(one * by)),
        others: toCents(formula.others * by),
      };
    case "descending":
      return {
        ...formula,
        ...{
          first: toCents(formula.first * by),
          each: formula.each * by,
          floor: toCents(formula.floor * by),
        },
      };
    case "parts":
      return {
        ...formula,
        parts: formula.parts.map((part) => ({
          ...part,
          points: toCents(part.points * by),
          formula: weighed(part.formula, by),
        })),
      };
    default:
      return formula;
  }
}

function withPoints(indicator: Indicator, points: number): Indicator {
  const by = indicator.points === 0 ? 1 : points / indicator.points;
  if (by === 1) return indicator;
  const classes = Object.entries(indicator.byClass ?? {}).map(
    ([key, own]) => [key, weighed(own, by)] as const,
  );
  return {
    ...indicator,
    points,
    formula: weighed(indicator.formula, by),
    ...(classes.length === 0 ? {} : { byClass: Object.fromEntries(classes) }),
  };
}

/** The points of every indicator after the moves: in hundredths, and all together what they were. */
function pointsAfter(scheme: Scheme, { dimensions, weights }: Moves): Map<string, number> {
  const raw = scheme.dimensions.flatMap(({ code, indicators }) =>
    indicators.map((one) => ({
      code: one.code,
      points: one.points * (dimensions[code] ?? 1) * (weights[one.code] ?? 1),
    })),
  );
  const sum = (all: readonly { points: number }[]) => all.reduce((total, { points }) => total + points, 0);
  const [before, after] = [sum(indicatorsOf(scheme)), sum(raw)];
  if (after === 0) return new Map(raw.map(({ code }) => [code, 0]));
  const shared = raw.map(({ code, points }) => ({ code, points: toCents((points / after) * before) }));
  const [largest] = shared.toSorted((one, other) => other.points - one.points);
  if (largest !== undefined) largest.points = toCents(largest.points + before - sum(shared));
  return new Map(shared.map(({ code, points }) => [code, points]));
}

const isOne = (factor: number): boolean => factor === 1;

/** The scheme as it would be: what one weight takes, all others give in proportion. Without moves it is the very same. */
export function movedScheme(scheme: Scheme, moves: Moves): Scheme {
  const { dimensions, weights, parameters } = moves;
  const still = [...Object.values(dimensions), ...Object.values(weights)].every(isOne);
  const points = still ? null : pointsAfter(scheme, moves);
  if (points === null && parameters.length === 0) return scheme;
  const change = (indicator: Indicator): Indicator => {
    const moved = parameters
      .filter(({ code }) => code === indicator.code)
      .reduce((one, { path, value }) => withParameter(one, path, value), indicator);
    return points === null ? moved : withPoints(moved, points.get(indicator.code) ?? indicator.points);
  };
  return {
    ...scheme,
    dimensions: scheme.dimensions.map((one) => ({ ...one, indicators: one.indicators.map(change) })),
  };
}
