import { kindsFor, partLabels, silentParts } from "./metric-parts";
import type { MetricKind } from "./metric";
import { isMetricCode, type MetricCode, metricOf } from "./metrics";
import {
  type ComparedFormula,
  type Comparing,
  type Dimension,
  type Formula,
  type Indicator,
  isComparedKind,
  type Scheme,
  type SimpleFormula,
} from "./scheme";

/** A place in a scheme: the dimension's and the indicator's number, from 0. */
export type Place = { dimension: number; indicator: number };

const at = <Item>(all: readonly Item[], index: number, item: Item): Item[] =>
  all.map((one, place) => (place === index ? item : one));

export const indicatorAt = (scheme: Scheme, { dimension, indicator }: Place): Indicator | undefined =>
  scheme.dimensions[dimension]?.indicators[indicator];

function withDimension(scheme: Scheme, index: number, change: (dimension: Dimension) => Dimension): Scheme {
  const dimension = scheme.dimensions[index];
  return dimension === undefined
    ? scheme
    : { ...scheme, dimensions: at(scheme.dimensions, index, change(dimension)) };
}

export const setDimension = (scheme: Scheme, index: number, named: { code: string; name: string }): Scheme =>
  withDimension(scheme, index, (dimension) => ({ ...dimension, ...named }));

export const setIndicator = (scheme: Scheme, { dimension, indicator }: Place, changed: Indicator): Scheme =>
  withDimension(scheme, dimension, (one) => ({ ...one, indicators: at(one.indicators, indicator, changed) }));

export const removeIndicator = (scheme: Scheme, { dimension, indicator }: Place): Scheme =>
  withDimension(scheme, dimension, (one) => ({
    ...one,
    indicators: one.indicators.filter((_, place) => place !== indicator),
  }));

/** @param by 1 further down, −1 further up; at an end it stays */
export function moveIndicator(scheme: Scheme, { dimension, indicator }: Place, by: 1 | -1): Scheme {
  return withDimension(scheme, dimension, (one) => {
    const [moved, other] = [one.indicators[indicator], one.indicators[indicator + by]];
    if (moved === undefined || other === undefined) return one;
    return { ...one, indicators: at(at(one.indicators, indicator, other), indicator + by, moved) };
  });
}

/** "A5" after A1 to A4; never one that is there already. */
function nextCode(stem: string, taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(`${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}

export function addIndicator(scheme: Scheme, dimension: number): Scheme {
  const taken = scheme.dimensions.flatMap(({ indicators }) => indicators.map(({ code }) => code));
  return withDimension(scheme, dimension, (one) => ({
    ...one,
    indicators: [...one.indicators, newIndicator(nextCode(one.code, taken))],
  }));
}

const newIndicator = (code: string): Indicator => ({
  code,
  name: "",
  points: 1,
  metric: null,
  formula: { kind: "manual", rubric: [] },
  whenNone: "notApplicable",
  improvesBy: "added",
  words: { unit: "件", done: "完成", more: "" },
  article: "",
});

export function addDimension(scheme: Scheme): Scheme {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const code = letters.find((letter) => !scheme.dimensions.some((one) => one.code === letter)) ?? "Z9";
  return { ...scheme, dimensions: [...scheme.dimensions, { code, name: "", indicators: [] }] };
}

/** Only an empty one, so that no indicator goes with it unseen. */
export const removeDimension = (scheme: Scheme, index: number): Scheme =>
  scheme.dimensions[index]?.indicators.length === 0
    ? { ...scheme, dimensions: scheme.dimensions.filter((_, place) => place !== index) }
    : scheme;

const neat = (number: number): number => Number(number.toFixed(2));
const shareQuota = { over: "ratio", target: 0.95, less: 0.1 } as const;
const countQuota = { over: "count", target: 4, less: 1 } as const;

const overOf = (kind: MetricKind | undefined): Comparing["over"] =>
  kind === "ratio" || kind === "faults" ? kind : "count";

/** A formula over the others' values to begin with: the first gets all points. */
function comparedOf(
  kind: ComparedFormula["kind"],
  points: number,
  metric: MetricCode | null,
): ComparedFormula {
  const over = overOf(metric === null ? undefined : metricOf(metric).kind);
  const comparing = { over, among: "county" } as const;
  switch (kind) {
    case "relative":
      return { kind, ...comparing, to: "best" };
    case "places":
      return { kind, ...comparing, points: [points, neat(points * 0.6), neat(points * 0.4)], others: 0 };
    case "descending":
      return { kind, ...comparing, first: points, each: neat(points / 10), floor: 0 };
    case "lastPlaces":
      return { kind, ...comparing, places: 3, each: Math.min(1, points) };
  }
}

function simpleOf(kind: SimpleFormula["kind"], points: number, shares: boolean): SimpleFormula {
  switch (kind) {
    case "threshold":
      return { kind, target: 1, below: "proportional" };
    case "ratio":
      return { kind };
    case "linear":
      return { kind, from: 0.6, to: 1 };
    case "step":
      return { kind, over: shares ? "ratio" : "count", bands: [{ atLeast: shares ? 0.9 : 1, points }] };
    case "quota":
      return { kind, ...(shares ? shareQuota : countQuota), base: points, more: 0 };
    case "manual":
      return { kind, rubric: [] };
    default:
      return { kind, each: Math.min(1, points) };
  }
}

/** A formula of the kind to begin with, sound for an indicator of so many points. */
export function formulaOf(kind: Formula["kind"], points: number, metric: string | null): Formula {
  const known = metric !== null && isMetricCode(metric) ? metric : null;
  const parts = known === null ? [] : Object.entries(partLabels[known] ?? {});
  if (kind === "product") return { kind, factors: parts.map(([part, name]) => ({ part, name, full: 1 })) };
  if (kind === "parts")
    return {
      kind,
      parts: parts.map(([part, name]) => ({
        part,
        name,
        points: points / parts.length,
        formula: { kind: "ratio" },
      })),
    };
  if (isComparedKind(kind)) return comparedOf(kind, points, known);
  return simpleOf(kind, points, known !== null && metricOf(known).kind === "ratio");
}

/** Whether a formula may stay when its indicator counts something else: it names no part of what was counted before. */
function staysWith({ formula }: Indicator, metric: MetricCode | null): boolean {
  if (!kindsFor(metric).includes(formula.kind)) return false;
  if (formula.kind === "ratio" && formula.response !== undefined)
    return metric !== null && silentParts[metric] === formula.response.silentPart;
  return !("over" in formula) && formula.kind !== "parts" && formula.kind !== "product";
}

/** The indicator with another metric: a formula that does not fit it gives way to the first that does. */
export function withMetric(indicator: Indicator, metric: string | null): Indicator {
  const known = metric !== null && isMetricCode(metric) ? metric : null;
  const { byClass: _, ...rest } = indicator;
  const [first = "manual"] = kindsFor(known);
  const formula = staysWith(indicator, known)
    ? indicator.formula
    : formulaOf(first, indicator.points, metric);
  const told = known === null ? { name: "", article: "" } : metricOf(known);
  return { ...rest, metric, formula, name: rest.name || told.name, article: rest.article || told.article };
}
