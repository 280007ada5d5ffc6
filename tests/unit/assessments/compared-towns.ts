import type { MetricValue } from "@/domains/figures/rules/formulas";
import type { ComparedFormula, Indicator, Scheme, TownshipClass } from "@/domains/figures/rules/scheme";
import { score } from "@/domains/figures/rules/scoring";
import { indicator, schemeOf } from "./schemes";

export const of = (numerator: number, denominator: number): MetricValue => ({
  state: "value",
  numerator,
  denominator,
});
export const notEntered: MetricValue = { state: "notEntered", numerator: 0, denominator: 0 };
export const nothingDue: MetricValue = { state: "none", numerator: 0, denominator: 0 };

type Of<Kind> = ComparedFormula & { kind: Kind };
export const best: Of<"relative"> = { kind: "relative", over: "ratio", among: "county", to: "best" };
export const average: Of<"relative"> = { ...best, to: "average" };
export const firstThree: Of<"places"> = {
  ...{ kind: "places", over: "ratio", among: "county" },
  ...{ points: [5, 3, 2], others: 0 },
};
export const down: Of<"descending"> = {
  ...{ kind: "descending", over: "ratio", among: "county" },
  ...{ first: 5, each: 0.5, floor: 3.5 },
};
export const last: Of<"lastPlaces"> = {
  kind: "lastPlaces",
  over: "ratio",
  among: "county",
  places: 2,
  each: 2,
};

export type Town = readonly [id: string, value: MetricValue, townshipClass?: TownshipClass];
export const five: readonly Town[] = [
  ["甲", of(48, 50)],
  ["乙", of(40, 50)],
  ["丙", of(40, 50)],
  ["丁", of(15, 20)],
  ["戊", of(6, 20)],
];

export const ofC3 = (
  formula: ComparedFormula,
  rest: Partial<Scheme> = {},
  own: Partial<Indicator> = {},
): Scheme => schemeOf([indicator("C3", 5, formula, { metric: "C3", ...own })], rest);

export function scored(scheme: Scheme, towns: readonly Town[]) {
  const metric = scheme.dimensions[0]?.indicators[0]?.metric ?? "";
  const values = new Map(towns.map(([id, value]) => [id, new Map([[metric, value]])]));
  const results = score(
    scheme,
    values,
    towns.map(([id, , townshipClass = 1]) => ({ id, townshipClass })),
  );
  return results.map(({ scores: [first] }) => {
    if (first === undefined) throw new Error("the scheme has one indicator");
    return first;
  });
}
export const pointsOf = (scheme: Scheme, towns: readonly Town[]) =>
  scored(scheme, towns).map(({ points }) => points);

/** Formulas over shares and counts, as a county may set them. */
export const formulas: readonly ComparedFormula[] = (["ratio", "count"] as const).flatMap((over) =>
  (["county", "class"] as const).flatMap((among) =>
    [best, average, firstThree, { ...firstThree, others: 1 }, down, last].map((one) => ({
      ...one,
      over,
      among,
    })),
  ),
);
