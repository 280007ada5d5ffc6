/** Figures that place a township in a class; null where nobody has entered one. */
export type ClassFigures = { population: number | null; outputWan: number | null; areaKm2: number | null };

export type ClassThresholds = { population: number | null; outputWan: number | null; areaKm2: number | null };

/** @property needed how many of the three figures must reach the threshold, 1 to 3 */
export type ClassRule = { first: ClassThresholds; second: ClassThresholds; needed: number };

/** Townships are classed by population, output and area; the county sets the thresholds [R5]. */
export const defaultClassRule: ClassRule = {
  first: { population: 50_000, outputWan: 200_000, areaKm2: 100 },
  second: { population: 13_000, outputWan: 50_000, areaKm2: 40 },
  needed: 1,
};

const figureNames = ["population", "outputWan", "areaKm2"] as const;

function reached(figures: ClassFigures, thresholds: ClassThresholds): number {
  return figureNames.filter((name) => {
    const figure = figures[name];
    const threshold = thresholds[name];
    return figure !== null && threshold !== null && figure >= threshold;
  }).length;
}

/**
 * The class a township is saved with. A class somebody chose stands; where none was chosen, or the figures changed under
 * a class that was left as it was, the standard gives it.
 */
export function classOnSaving(
  entered: ClassFigures & { class: number | null },
  before: (ClassFigures & { class: number | null }) | null,
  rule: ClassRule,
): number | null {
  const untouched = before === null || entered.class === before.class;
  const figuresChanged = before === null || figureNames.some((name) => entered[name] !== before[name]);
  if (entered.class !== null && !(before !== null && untouched && figuresChanged)) return entered.class;
  return classOf(entered, rule) ?? entered.class;
}

/** The class the rule gives, or null when no figure was entered: a missing figure is not a small one. */
export function classOf(figures: ClassFigures, rule: ClassRule): 1 | 2 | 3 | null {
  if (figureNames.every((name) => figures[name] === null)) return null;
  if (reached(figures, rule.first) >= rule.needed) return 1;
  return reached(figures, rule.second) >= rule.needed ? 2 : 3;
}
