/** A county's assessment as plain data, so that another county's scheme needs no code (stored as JSON, locked by year). */

export type TownshipClass = 1 | 2 | 3;

export const classOf = (value: number | null): TownshipClass | null =>
  value === 1 || value === 2 || value === 3 ? value : null;

/** Whom a scheme assesses. */
export type Subject = "township" | "group" | "unit";

/** What is done about a ratio of fewer cases than `under`: of three suggestions one more or less is 33 points of a hundred. */
export type SmallNumberRule = { under: number; then: "shrink" | "notApplicable" };

/** One bar of a step formula: from this many on, these points. */
export type Band = { atLeast: number; points: number };

/** A factor of a product: the ratio of one part of the metric; from `full` on it counts as 1. */
export type Factor = { part: string; name: string; full: number };

/** Formulas over one ratio or one count; shares run from 0 to 1. */
export type SimpleFormula =
  /** reaching the target gives all points, below it a proportion or nothing */
  | { kind: "threshold"; target: number; below: "proportional" | "zero" }
  /** numerator ÷ denominator; with `response`, also × (rated ÷ asked) ÷ the floor while below it */
  | { kind: "ratio"; response?: { silentPart: string; floor: number } }
  /** nothing up to `from`, all from `to` on, straight between */
  | { kind: "linear"; from: number; to: number }
  | { kind: "step"; over: "count" | "ratio"; bands: readonly Band[] }
  | { kind: "perUnit"; each: number }
  | { kind: "deduction"; each: number }
  /** all points, less `each` for every case that was due and is missing */
  | { kind: "missing"; each: number }
  /** `base` at the target, `more` for each one beyond it, `less` off for each one short; over a ratio each percentage point is one */
  | { kind: "quota"; over: "count" | "ratio"; target: number; base: number; more: number; less: number }
  /** points a reviewer gives by the rubric; the metric's numerator carries them */
  | { kind: "manual"; rubric: readonly string[] };

/** Among whom values are compared: all that the scheme assesses in the county, or those of one's own class. */
export type Among = "county" | "class";

/** What is compared: a share, a number, or a number of faults, of which fewer are better. */
export type Comparing = { over: "count" | "ratio" | "faults"; among: Among };

/** Formulas over the value beside the others' values; who has nothing to compare is in no set, and gets no points by it. */
export type ComparedFormula = Comparing &
  (
    | /** the best of the set, or whoever reaches its average, gets all points, the others in proportion */
      { kind: "relative"; to: "best" | "average" }
      /** points by the place: the first's, the second's, …; `others` for whoever comes after them */
    | { kind: "places"; points: readonly number[]; others: number }
    /** the first's points, less `each` for every place further down, and not below the floor */
    | { kind: "descending"; first: number; each: number; floor: number }
    /** all points, less `each` for whoever is among so many last ones */
    | { kind: "lastPlaces"; places: number; each: number }
  );

export type Formula =
  | SimpleFormula
  | ComparedFormula
  | { kind: "product"; factors: readonly Factor[] }
  | {
      kind: "parts";
      parts: readonly { part: string; name: string; points: number; formula: SimpleFormula }[];
    };

/** The words of the score sentence: "52 件中 47 件在期限内答复", and of the advice: "再按期答复 1 件建议". */
export type IndicatorWords = { unit: string; done: string; more: string };

export type Indicator = {
  code: string;
  name: string;
  points: number;
  /** the evidence query that gives the value; null while the system does not compute it */
  metric: string | null;
  formula: Formula;
  /** other parameters for a class of townships (R5) */
  byClass?: Partial<Record<TownshipClass, Formula>>;
  /** what "nothing was due" means: the indicator does not apply, or nothing was neglected */
  whenNone: "notApplicable" | "full";
  /** another rule for few cases than the scheme's; null: none here */
  smallNumber?: SmallNumberRule | null;
  /**
   * How one more good deed changes the value: an open case is done, or a new case is added and done. `owed` is done to
   * everybody there is: while nothing was entered, nobody knows of how many, and one more promises nothing.
   */
  improvesBy: "done" | "added" | "owed";
  words: IndicatorWords;
  /** law, article or source, e.g. "代表法第51条" */
  article: string;
};

/** A formula that needs nothing but one's own value. */
export type LoneFormula = Exclude<Formula, ComparedFormula>;

export type Dimension = { code: string; name: string; indicators: readonly Indicator[] };

/** Points beside the hundred: each confirmed case counts `each`, an item at most `atMost`, all together at most the scheme's cap. */
export type ExtraItem = { code: string; name: string; each: number; atMost?: number };

/** A veto caps the grade and leaves the score to be seen. */
export type Veto = { code: string; name: string; metric: string | null };

/**
 * @property places so many at most: "the first fifteen", where a share of the county would say it only by chance
 * @property last so many from the end have it, whatever their points; such a grade stands after all others
 */
export type Grade = {
  name: string;
  atLeast: number;
  quotaPercent: number | null;
  places?: number;
  last?: number;
};

export type Scheme = {
  name: string;
  /** townships where it is not said */
  subject?: Subject;
  /** what the indicators' points come to; a hundred where it is not said */
  total?: number;
  /** for every indicator over a share of cases; without one few cases count like many */
  smallNumber?: SmallNumberRule;
  dimensions: readonly Dimension[];
  bonuses: readonly ExtraItem[];
  bonusCap: number;
  deductions: readonly ExtraItem[];
  deductionCap: number;
  vetoes: readonly Veto[];
  vetoGrade: string;
  grades: readonly Grade[];
  /** among whom a grade's places are counted: the county's townships, or those of one class */
  quotaWithin?: "county" | "class";
};

export const totalOf = (scheme: Scheme): number => scheme.total ?? 100;
export const subjectOf = (scheme: Scheme): Subject => scheme.subject ?? "township";

export function indicatorsOf(scheme: Scheme): Indicator[] {
  return scheme.dimensions.flatMap((dimension) => [...dimension.indicators]);
}

export function pointsOf(dimension: Dimension): number {
  return dimension.indicators.reduce((total, indicator) => total + indicator.points, 0);
}

/** The formula for a township of this class; one not yet classed is judged by the general parameters. */
export function formulaFor(indicator: Indicator, townshipClass: TownshipClass | null): Formula {
  return (townshipClass === null ? undefined : indicator.byClass?.[townshipClass]) ?? indicator.formula;
}

/** Whether points come from a share of cases, of which there may be too few, and not from how many there are. */
export const overShare = (formula: Formula): boolean =>
  formula.kind === "ratio" || formula.kind === "linear" || ("over" in formula && formula.over === "ratio");

const comparedKinds: readonly string[] = ["relative", "places", "descending", "lastPlaces"];

export const isComparedKind = (kind: Formula["kind"]): kind is ComparedFormula["kind"] =>
  comparedKinds.includes(kind);
export const isCompared = (formula: Formula): formula is ComparedFormula => isComparedKind(formula.kind);

/** Whether points of an indicator hang on what others did, for any class. */
export const hasCompared = ({ formula, byClass }: Pick<Indicator, "formula" | "byClass">): boolean =>
  [formula, ...Object.values(byClass ?? {})].some(isCompared);

export function smallNumberOf(scheme: Scheme, indicator: Indicator): SmallNumberRule | null {
  return indicator.smallNumber === undefined ? (scheme.smallNumber ?? null) : indicator.smallNumber;
}
