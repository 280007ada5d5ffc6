import {
  amongWords,
  applyCompared,
  comparedNumber,
  comparedSet,
  fewestFor,
  tooFewToCompare,
} from "./compared";
import { applyFormula, type MetricValue, percent, toCents } from "./formulas";
import {
  type Among,
  type ComparedFormula,
  formulaFor,
  hasCompared,
  type Indicator,
  type Scheme,
  indicatorsOf,
  isCompared,
  type LoneFormula,
  overShare,
  type TownshipClass,
} from "./scheme";
import { type Few, isFew, shrunk } from "./small-number";
import { weighedText } from "./weighed";

/** notApplicable: nothing was due; notEntered: 未录, which earns nothing yet is no zero; notComputed: the system has no metric. */
export type ScoreState = "scored" | "notApplicable" | "notEntered" | "notComputed";

export type Score = {
  code: string;
  state: ScoreState;
  points: number | null;
  /** points that count towards the attainable total */
  max: number;
  steps: string[];
  /** the one sentence of the score page, with the numbers put in */
  sentence: string;
};

/** What the county's law preset says instead of the scheme's words, e.g. done "在 2 个月内答复", article "重庆…第16条". */
export type ScoreContext = {
  townshipClass: TownshipClass | null;
  done?: string;
  article?: string;
  /** what holds where an indicator has few cases; without it few count like many */
  few?: (indicator: Indicator) => Few | null;
  /** the others' values of the indicator, one's own not among them; without it there is nobody to compare with */
  others?: (indicator: Indicator, among: Among) => readonly (MetricValue | undefined)[];
};

const plain = (number: number): string => String(Number(number.toFixed(2)));

function counted(indicator: Indicator, value: MetricValue, context: ScoreContext): string {
  const { unit } = indicator.words;
  const done = context.done ?? indicator.words.done;
  const article = context.article ?? indicator.article;
  const weighed = weighedText(indicator.metric, value);
  if (weighed !== null) return `${weighed}（${article}）`;
  const formula = formulaFor(indicator, context.townshipClass);
  const faults = formula.kind === "deduction" || (isCompared(formula) && formula.over === "faults");
  if (faults || (!overShare(formula) && value.denominator <= value.numerator))
    return `${plain(value.numerator)} ${unit}${done}（${article}）`;
  return `${plain(value.denominator)} ${unit}中 ${plain(value.numerator)} ${unit}${done}（${article}）`;
}

/** Ratios read "… = 90.4% → 5 分 × 0.904 = 4.52 分", counts "… → 达到 2，得满分 5 分". */
function sentenceOf(
  indicator: Indicator,
  value: MetricValue,
  context: ScoreContext,
  steps: string[],
): string {
  const head = `${indicator.code} ${indicator.name}：${counted(indicator, value, context)}`;
  const share = value.denominator === 0 ? null : percent(value.numerator / value.denominator);
  if (share !== null && steps[0] === share) {
    return `${head}= ${[share, ...steps.slice(1, -1)].join("，")} → ${steps.at(-1) ?? ""}`;
  }
  return `${head} → ${steps.join(" → ")}`;
}

const withoutPoints = (indicator: Indicator, state: ScoreState, max: number, why: string): Score => ({
  code: indicator.code,
  state,
  points: state === "notEntered" ? 0 : null,
  max,
  steps: [why],
  sentence: `${indicator.code} ${indicator.name}：${why}`,
});

const notComputed = (indicator: Indicator, manual: boolean): Score =>
  withoutPoints(
    indicator,
    "notComputed",
    0,
    manual ? "由评审打分，还没有打分，不计入已算总分" : "本系统尚不计算，不计入已算总分",
  );

/**
 * The score of one indicator. A missing figure is never a zero: with nothing due it leaves the total (or is full where
 * the scheme says that nothing was neglected); 未录 earns no point but is named as such.
 * @param value undefined when the system computes no metric for the indicator
 */
export function scoreOf(indicator: Indicator, value: MetricValue | undefined, context: ScoreContext): Score {
  const max = indicator.points;
  const manual = indicator.formula.kind === "manual";
  if (value === undefined || (indicator.metric === null && !manual)) return notComputed(indicator, manual);
  if (value.state === "notEntered") {
    return withoutPoints(
      indicator,
      "notEntered",
      max,
      `未录：还没有录入记录，暂得 0 分（满分 ${plain(max)} 分）`,
    );
  }
  if (value.state === "none" && indicator.whenNone === "notApplicable") {
    return withoutPoints(
      indicator,
      "notApplicable",
      0,
      `无：本年没有应办事项，不计分，${plain(max)} 分由其他指标分摊`,
    );
  }
  if (value.state === "none") {
    const said = `本年没有应办事项，得满分 ${plain(max)} 分`;
    return { ...withoutPoints(indicator, "scored", max, said), points: max };
  }
  return scoreOfValue(indicator, value, context);
}

function scoreOfValue(indicator: Indicator, value: MetricValue, context: ScoreContext): Score {
  const formula = formulaFor(indicator, context.townshipClass);
  if (isCompared(formula)) return scoreCompared(indicator, value, context, formula);
  const few = context.few?.(indicator) ?? null;
  if (few !== null && isFew(indicator, value, few.rule, context.townshipClass))
    return scoreOfFew(indicator, value, context, formula, few);
  const result = applyFormula(formula, value, indicator.points);
  const sentence = sentenceOf(indicator, value, context, result.steps);
  return { code: indicator.code, state: "scored", ...result, sentence };
}

/** Why a value is compared with nobody's; null where it is. */
function whyApart(
  { words }: Indicator,
  value: MetricValue,
  formula: ComparedFormula,
  { set, few }: { set: readonly number[]; few: Few | null },
): string | null {
  if (comparedNumber(formula, value) === null) return "没有应办的，算不出百分比，不参加比较";
  if (few !== null && tooFewToCompare(formula, value, few.rule))
    return `只有 ${plain(value.denominator)} ${words.unit}，不足 ${plain(few.rule.under)}，样本太小，不参加比较`;
  const asked = fewestFor(formula);
  return set.length < asked
    ? `${amongWords[formula.among]}可比的只有 ${set.length} 个，不足 ${asked} 个，不作比较`
    : null;
}

/** Of a value beside the others'; whoever cannot be compared is neither first nor last, and the points go to the rest. */
function scoreCompared(
  indicator: Indicator,
  value: MetricValue,
  context: ScoreContext,
  formula: ComparedFormula,
): Score {
  const { points: max } = indicator;
  const few = context.few?.(indicator) ?? null;
  const others = context.others?.(indicator, formula.among) ?? [];
  const set = comparedSet(formula, [...others, value], few?.rule ?? null);
  const apart = whyApart(indicator, value, formula, { set, few });
  if (apart !== null) {
    const why = `${apart}，不计分，${plain(max)} 分由其他指标分摊`;
    return withoutPoints(indicator, "notApplicable", 0, why);
  }
  const own = comparedNumber(formula, value) ?? 0;
  const found = applyCompared(formula, own, set, max);
  const result = formula.over === "ratio" ? { ...found, steps: [percent(own), ...found.steps] } : found;
  const sentence = sentenceOf(indicator, value, context, result.steps);
  return { code: indicator.code, state: "scored", ...result, sentence };
}

/** Of a few cases: left out, or drawn towards the class's middle; the sentence says which. */
function scoreOfFew(
  indicator: Indicator,
  value: MetricValue,
  context: ScoreContext,
  formula: LoneFormula,
  few: Few,
): Score {
  const { points: max, words } = indicator;
  if (few.rule.then === "notApplicable") {
    const cases = `只有 ${plain(value.denominator)} ${words.unit}，不足 ${plain(few.rule.under)}`;
    const why = `${cases}，样本太小不计分，${plain(max)} 分由其他指标分摊`;
    return withoutPoints(indicator, "notApplicable", 0, why);
  }
  const { value: drawn, said } = shrunk(value, few, words.unit);
  const { steps, ...result } = applyFormula(formula, drawn, max);
  const head = `${indicator.code} ${indicator.name}：${counted(indicator, value, context)}`;
  const told = [said, ...steps.slice(1)];
  return {
    code: indicator.code,
    state: "scored",
    ...result,
    steps: told,
    sentence: [head, ...told].join(" → "),
  };
}

export type PartialTotal = {
  points: number;
  /** what could be had with the indicators that apply and are computed */
  max: number;
  /** points of all computed indicators, those that do not apply included */
  computed: number;
  /** points of the whole scheme */
  whole: number;
  /** points with the weight of what does not apply spread over the rest; the ranking compares these; null when nothing applies */
  redistributed: number | null;
  notEntered: string[];
  notApplicable: string[];
  notComputed: string[];
  /** says in Chinese what the total covers */
  note: string;
};

function noteOf(total: Omit<PartialTotal, "note">, whyNot: string): string {
  const said = [
    `已算 ${plain(total.computed)} 分（方案共 ${plain(total.whole)} 分）中得 ${plain(total.points)} 分`,
  ];
  if (total.notApplicable.length > 0) {
    const spread = plain(total.computed - total.max);
    const read = total.redistributed === null ? "" : `，折合 ${plain(total.redistributed)} 分`;
    said.push(`${total.notApplicable.join("、")} ${whyNot}，${spread} 分由其他指标分摊${read}`);
  }
  if (total.notEntered.length > 0) said.push(`${total.notEntered.join("、")} 未录，暂按 0 分`);
  if (total.notComputed.length > 0)
    said.push(`其余 ${total.notComputed.length} 项共 ${plain(total.whole - total.computed)} 分尚不计算`);
  return `${said.join("；")}。`;
}

/** The total of what can be computed today, with its maximum: never a total over a hundred that nobody could reach. */
export function partialTotal(scheme: Scheme, scores: readonly Score[]): PartialTotal {
  const indicators = indicatorsOf(scheme);
  const byCode = new Map(scores.map((score) => [score.code, score]));
  const stateOf = (indicator: Indicator) => byCode.get(indicator.code)?.state ?? "notComputed";
  const codes = (state: ScoreState) =>
    indicators.filter((one) => stateOf(one) === state).map((one) => one.code);
  const sum = (numbers: number[]) => toCents(numbers.reduce((all, one) => all + one, 0));
  const points = sum(scores.map((score) => score.points ?? 0));
  const max = sum(scores.map((score) => score.max));
  const computed = sum(indicators.filter((one) => stateOf(one) !== "notComputed").map((one) => one.points));
  const total = {
    points,
    max,
    computed,
    whole: sum(indicators.map((one) => one.points)),
    redistributed: max === 0 ? null : toCents((points / max) * computed),
    notEntered: codes("notEntered"),
    notApplicable: codes("notApplicable"),
    notComputed: codes("notComputed"),
  };
  const apart = indicators.some((one) => hasCompared(one) && total.notApplicable.includes(one.code));
  return { ...total, note: noteOf(total, apart ? "无应办事项或不参加比较" : "无应办事项") };
}
