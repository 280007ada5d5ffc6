import { defaultScheme } from "./default-scheme";
import { indicatorsOf, type Indicator, type Scheme, type Subject } from "./scheme";

const none = {
  bonuses: [],
  bonusCap: 0,
  deductions: [],
  deductionCap: 0,
  vetoes: [],
  vetoGrade: "",
} as const;
const grades = [
  { name: "优秀", atLeast: 90, quotaPercent: 30 },
  { name: "良好", atLeast: 80, quotaPercent: null },
  { name: "一般", atLeast: 0, quotaPercent: null },
] as const;

/**
 * An indicator of the townships' default scheme with other points: one metric is judged alike whomever it is asked of. Who
 * was asked for nothing gets nothing for it: units would lead by what never happened to them.
 */
function asked(code: string, points: number): Indicator {
  const found = indicatorsOf(defaultScheme).find((one) => one.code === code);
  if (found === undefined) throw new Error(`no indicator ${code}`);
  return { ...found, points, whenNone: "notApplicable" };
}

/** The scheme as it is for those of whom nothing was asked: nothing applies to them, and they have no place. */
export const forNobody = (scheme: Scheme): Scheme => ({
  ...scheme,
  dimensions: scheme.dimensions.map((dimension) => ({
    ...dimension,
    indicators: dimension.indicators.map((one) => ({ ...one, whenNone: "notApplicable" as const })),
  })),
});

const activities: readonly Indicator[] = [
  {
    ...{ code: "M21", name: "小组活动", points: 30, metric: "M21" },
    formula: { kind: "threshold", target: 4, below: "proportional" },
    whenNone: "notApplicable",
    improvesBy: "added",
    words: { unit: "次", done: "小组活动", more: "再举行 1 次小组活动" },
    article: "代表法第26条",
  },
  {
    ...{ code: "M22", name: "活动记录", points: 30, metric: "M22" },
    formula: { kind: "ratio" },
    whenNone: "notApplicable",
    improvesBy: "done",
    words: { unit: "次活动", done: "有记录、有参加代表", more: "再补齐 1 次活动的记录和参加代表" },
    article: "县人大考评办法",
  },
];

const files: Indicator = {
  ...{ code: "M03", name: "履职档案", points: 10, metric: "M03" },
  formula: { kind: "ratio" },
  whenNone: "notApplicable",
  improvesBy: "owed",
  words: { unit: "名代表", done: "履职档案齐全", more: "再补齐 1 名代表的履职档案" },
  article: "代表法第58条",
};

const ofGroups: Scheme = {
  ...{ name: "代表小组考评（默认方案）", subject: "group", ...none, grades },
  dimensions: [
    { code: "A", name: "活动", indicators: activities },
    { code: "D", name: "履职", indicators: [asked("D2", 20), asked("D6", 10), files] },
  ],
};

const ofUnits: Scheme = {
  ...{ name: "承办单位考评（默认方案）", subject: "unit", ...none, grades },
  smallNumber: { under: 3, then: "shrink" },
  dimensions: [
    {
      code: "C",
      name: "建议办理",
      indicators: [asked("C2", 15), asked("C3", 20), asked("C4", 30), asked("C5", 15), asked("C6", 5)],
    },
    { code: "B", name: "监督整改", indicators: [asked("B4", 15)] },
  ],
};

/** Whom a scheme may assess besides townships. */
export type AssessedSubject = Exclude<Subject, "township">;

/** What a county starts from, by whom it assesses. */
export const defaultSchemes: Readonly<Record<Subject, Scheme>> = {
  township: defaultScheme,
  group: ofGroups,
  unit: ofUnits,
};

const comparesClass = ({ formula, byClass }: Indicator): boolean =>
  [formula, ...Object.values(byClass ?? {})].some((one) => "among" in one && one.among === "class");

/** Whose classes count: where a scheme speaks of classes, each is ranked among those of its townships' class, else all together. */
export const isClassed = (scheme: Scheme): boolean =>
  scheme.quotaWithin === "class" ||
  indicatorsOf(scheme).some(
    (one) => comparesClass(one) || (one.byClass !== undefined && Object.keys(one.byClass).length > 0),
  );
