import { fewestFor, isUnplaced, numberCompared, placeIn } from "./compared";
import { type MetricValue, percent } from "./formulas";
import {
  classOf,
  type ComparedFormula,
  formulaFor,
  type Indicator,
  indicatorsOf,
  isCompared,
  type Scheme,
  smallNumberOf,
  type TownshipClass,
} from "./scheme";

type Named = { name: string; class: number | null; values: ReadonlyMap<string, MetricValue> };

/** @property class whose formula it is; null for those not yet classed */
export type ComparedOrder = {
  code: string;
  name: string;
  class: TownshipClass | null;
  among: ComparedFormula["among"];
  /** none where too few could be compared; the best first, equal ones together, and null for who did nothing and so has no place */
  places: { place: number | null; number: string; names: string[] }[];
};

function placesOf(
  scheme: Scheme,
  indicator: Indicator,
  formula: ComparedFormula,
  peers: readonly Named[],
): ComparedOrder["places"] {
  const rule = smallNumberOf(scheme, indicator);
  const found = peers.flatMap(({ name, values }) => {
    const number = numberCompared(formula, values.get(indicator.metric ?? ""), rule);
    return number === null ? [] : [{ name, number }];
  });
  const set = found.map(({ number }) => number);
  if (set.length < fewestFor(formula)) return [];
  return [...new Set(set)]
    .map((number) => ({
      place: isUnplaced(formula, number) ? null : placeIn(formula, number, set).place,
      number: formula.over === "ratio" ? percent(number) : String(Number(number.toFixed(3))),
      names: found.filter((one) => one.number === number).map(({ name }) => name),
    }))
    .sort((one, other) => (one.place ?? Infinity) - (other.place ?? Infinity));
}

/**
 * Who stood where in every indicator that compares, with names: for the county alone. What a township reads names nobody
 * (`compared.ts`).
 */
export function comparedOrders(scheme: Scheme, all: readonly Named[]): ComparedOrder[] {
  const classes = [...new Set(all.map((one) => classOf(one.class)))];
  return indicatorsOf(scheme).flatMap((indicator) =>
    classes.flatMap((own): ComparedOrder[] => {
      const formula = formulaFor(indicator, own);
      if (!isCompared(formula)) return [];
      const peers = formula.among === "class" ? all.filter((one) => classOf(one.class) === own) : all;
      const { code, name } = indicator;
      return [
        { code, name, class: own, among: formula.among, places: placesOf(scheme, indicator, formula, peers) },
      ];
    }),
  );
}

export const placeWord = (place: number | null): string => (place === null ? "不列名次" : `第 ${place} 名`);

/** "第 1 名 溪口 96.0%；第 2 名 莼湖、裘村 80.0%". */
export const orderText = ({ places }: Pick<ComparedOrder, "places">): string =>
  places.map(({ place, number, names }) => `${placeWord(place)} ${names.join("、")} ${number}`).join("；");
