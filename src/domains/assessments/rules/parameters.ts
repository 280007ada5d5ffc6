import {
  classOf,
  type ComparedFormula,
  type Formula,
  type Indicator,
  isCompared,
  type TownshipClass,
} from "@/domains/figures/rules/scheme";

/**
 * A number of a formula that may be moved, and between what.
 * @property path where it stands in the indicator
 */
export type Parameter = {
  path: string;
  townshipClass: TownshipClass | null;
  label: string;
  share: boolean;
  value: number;
  min: number;
  max: number;
  step: number;
};

type Bounds = Pick<Parameter, "label" | "share" | "value" | "min" | "max" | "step">;

/** As the formulas' own steps of a hundredth never add up to more digits than they have. */
const neat = (number: number): number => Number(number.toFixed(4));
const shareBounds = (label: string, value: number, min = 0, max = 1): Bounds => ({
  ...{ label, share: true, value },
  ...{ min: neat(min), max: neat(max), step: 0.01 },
});
const amount = (label: string, value: number, step: number): Bounds => ({
  ...{ label, share: false, value },
  ...{ min: step, max: Math.max(neat(value * 2), step), step },
});

type Found = [path: string, bounds: Bounds];

const within = (place: string, found: readonly Found[], named = ""): Found[] =>
  found.map(([path, bounds]) => [`${place}.${path}`, { ...bounds, label: `${named}${bounds.label}` }]);

function bandsOf({ over, bands }: Formula & { kind: "step" }): Found[] {
  const bars = [...bands].map(({ atLeast }) => atLeast).sort((one, other) => one - other);
  return bands.map(({ atLeast, points }, index): Found => {
    const label = `得 ${points} 分的一档，至少`;
    const at = bars.indexOf(atLeast);
    const [below, above] = [bars[at - 1], bars[at + 1]];
    if (over === "ratio")
      return [
        `bands.${index}.atLeast`,
        shareBounds(label, atLeast, (below ?? -0.01) + 0.01, (above ?? 1.01) - 0.01),
      ];
    const free = amount(label, atLeast, 1);
    return [
      `bands.${index}.atLeast`,
      { ...free, min: (below ?? 0) + 1, max: above === undefined ? free.max : above - 1 },
    ];
  });
}

const eachLabels = { perUnit: "每个得几分", deduction: "每处扣几分", missing: "每缺一个扣几分" } as const;

function quotaNumbers({ over, target, more, less }: Formula & { kind: "quota" }): Found[] {
  return [
    ["target", over === "ratio" ? shareBounds("定额", target) : amount("定额", target, 1)],
    ...(more > 0 ? [["more", amount("每多一个加几分", more, 0.1)] satisfies Found] : []),
    ...(less > 0 ? [["less", amount("每少一个扣几分", less, 0.1)] satisfies Found] : []),
  ];
}

/** Points between those of the places before and after it, so that no place is worth more than a better one. */
const between = (label: string, value: number, min: number, max: number): Bounds => ({
  ...{ label, share: false, value },
  ...{ min: neat(min), max: neat(max), step: 0.1 },
});

function placesOf({ points, others }: ComparedFormula & { kind: "places" }): Found[] {
  const at = (index: number) => points[index] ?? others;
  return [
    ...points.map((own, index): Found => [
      `points.${index}`,
      between(`第 ${index + 1} 名得几分`, own, at(index + 1), index === 0 ? own : at(index - 1)),
    ]),
    ["others", between("其余得几分", others, 0, at(points.length - 1))],
  ];
}

function comparedIn(formula: ComparedFormula): Found[] {
  switch (formula.kind) {
    case "relative":
      return [];
    case "places":
      return placesOf(formula);
    case "descending":
      return [
        ["each", amount("每低一名减几分", formula.each, 0.1)],
        ["floor", between("最低几分", formula.floor, 0, formula.first)],
      ];
    case "lastPlaces":
      return [
        ["places", amount("后几名", formula.places, 1)],
        ["each", amount("后几名扣几分", formula.each, 0.1)],
      ];
  }
}

function foundIn(formula: Formula): Found[] {
  if (isCompared(formula)) return comparedIn(formula);
  if ("each" in formula) return [["each", amount(eachLabels[formula.kind], formula.each, 0.1)]];
  switch (formula.kind) {
    case "threshold":
      return [["target", amount("得满分要达到", formula.target, 1)]];
    case "ratio":
      return formula.response === undefined
        ? []
        : [["response.floor", shareBounds("参评率不足多少要打折", formula.response.floor, 0.01)]];
    case "linear":
      return [
        ["from", shareBounds("从多少起计分", formula.from, 0, formula.to - 0.01)],
        ["to", shareBounds("到多少得满分", formula.to, formula.from + 0.01)],
      ];
    case "step":
      return bandsOf(formula);
    case "quota":
      return quotaNumbers(formula);
    case "manual":
      return [];
    case "product":
      return formula.factors.map((factor, index): Found => [
        `factors.${index}.full`,
        shareBounds(`${factor.name}到多少算满`, factor.full, 0.01),
      ]);
    case "parts":
      return formula.parts.flatMap(({ name, formula: own }, index) =>
        within(`parts.${index}.formula`, foundIn(own), `${name}：`),
      );
  }
}

/** The numbers of an indicator's formula; those of each class where the classes have their own. */
export function parametersOf(indicator: Indicator): Parameter[] {
  const { formula, byClass } = indicator;
  const one = (townshipClass: TownshipClass | null, place: string, own: Formula): Parameter[] =>
    within(place, foundIn(own)).map(([path, bounds]) => ({ path, townshipClass, ...bounds }));
  const classes = Object.entries<Formula>(byClass ?? {});
  return classes.length === 0
    ? one(null, "formula", formula)
    : classes.flatMap(([key, own]) => one(classOf(Number(key)), `byClass.${key}`, own));
}

/** A copy of an indicator, or of a part of it, with the number at the path changed. */
function setIn(tree: unknown, [key = "", ...rest]: readonly string[], value: number): unknown {
  const here = (tree as Readonly<Record<string, unknown>>)[key];
  const set = rest.length === 0 ? value : setIn(here, rest, value);
  if (Array.isArray(tree)) return tree.map((one: unknown, index) => (String(index) === key ? set : one));
  return { ...(tree as object), [key]: set };
}

/** The indicator with one of its numbers changed; what lies beyond its bounds is taken for the bound. */
export function withParameter(indicator: Indicator, path: string, value: number): Indicator {
  const parameter = parametersOf(indicator).find((one) => one.path === path);
  if (parameter === undefined) return indicator;
  const held = Math.min(parameter.max, Math.max(parameter.min, value));
  return setIn(indicator, path.split("."), held) as Indicator;
}
