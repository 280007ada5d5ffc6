import { leaguePoints } from "@/domains/figures/rules/scoring";
import { type ComparedOrder, placeWord } from "@/domains/figures/rules/compared-order";
import { amongWords } from "@/domains/figures/rules/compared";
import { fewText } from "@/domains/figures/rules/compared-text";
import { formulaHints, formulaNames, formulaText } from "@/domains/figures/rules/formula-text";
import type { MetricLaw } from "@/domains/figures/rules/metric-law";
import { isMetricCode, type MetricCode } from "@/domains/figures/rules/metrics";
import {
  formulaFor,
  type Indicator,
  overShare,
  type Scheme,
  smallNumberOf,
  type TownshipClass,
} from "@/domains/figures/rules/scheme";
import { gradeText } from "@/domains/figures/rules/scheme-difference";
import { classLabel } from "@/domains/tenancy/labels";
import type { ExportTable } from "@/lib/sheets";
import { noneWords } from "../rules/table-columns";
import { type PaperTownship } from "@/domains/figures/papers/year";

type Law = Readonly<Record<MetricCode, MetricLaw>>;

const number = { width: 10, kind: "number" as const };

/** What a class has of its own; blank where the general formula holds. */
const ofClass = (indicator: Indicator, one: TownshipClass): string =>
  indicator.byClass?.[one] === undefined ? "" : formulaText(formulaFor(indicator, one));

/** Every indicator's formula in words, with what becomes of nothing and of few cases, what is counted and by which article. */
function formulaTable(scheme: Scheme, law: Law): ExportTable {
  const rows = scheme.dimensions.flatMap(({ code: dimension, name: title, indicators }) =>
    indicators.map((indicator) => {
      const { code, name, points, formula, metric, article } = indicator;
      const counted = metric !== null && isMetricCode(metric) ? law[metric] : null;
      return [
        `${code} ${name}`,
        `${dimension} ${title}`,
        points,
        `${formulaNames[formula.kind]}：${formulaHints[formula.kind]}`,
        formulaText(formula),
        ...([1, 2, 3] as const).map((one) => ofClass(indicator, one)),
        noneWords[indicator.whenNone],
        overShare(formula) ? fewText(formula, smallNumberOf(scheme, indicator)) : "不适用",
        counted?.rule ?? "本系统尚不计算",
        counted?.citation ?? article,
      ];
    }),
  );
  return {
    title: "各项怎样计分",
    columns: [
      { header: "指标", width: 24 },
      { header: "方面", width: 16 },
      { header: "分值", ...number },
      { header: "算法", width: 40 },
      { header: "公式", width: 40 },
      ...([1, 2, 3] as const).map((one) => ({ header: `${classLabel(one)}另定`, width: 24 })),
      { header: "没有应办事项时", width: 16 },
      { header: "件数太少时", width: 24 },
      { header: "计什么", width: 60 },
      { header: "依据", width: 28 },
    ],
    rows,
  };
}

/** What stands beside the indicators: bonus, deductions, vetoes, grades, each with its own number. */
function extraTable(scheme: Scheme): ExportTable {
  const { bonuses, bonusCap, deductions, deductionCap, vetoes, vetoGrade, grades } = scheme;
  return {
    title: "加分扣分和等次",
    columns: [
      { header: "类别", width: 12 },
      { header: "事项", width: 44 },
      { header: "规定", width: 60 },
    ],
    rows: [
      ...bonuses.map(({ name, each }) => ["加分", name, `每次加 ${each} 分，各项合计不超过 ${bonusCap} 分`]),
      ...deductions.map(({ name, each }) => [
        "扣分",
        name,
        `每次扣 ${each} 分，各项合计不超过 ${deductionCap} 分`,
      ]),
      ...vetoes.map(({ name }) => ["一票否决", name, `等次定为${vetoGrade}，得分照列`]),
      ...grades.map((grade) => ["等次", grade.name, gradeText(grade)]),
    ],
  };
}

/** How the points of the league become a total and a grade. */
function gradeTable(townships: readonly PaperTownship[]): ExportTable {
  return {
    title: "总分和等次",
    columns: [
      { header: "乡镇", width: 14 },
      { header: "类别", width: 10 },
      { header: "折合得分", ...number },
      { header: "加分", ...number },
      { header: "扣分", ...number },
      { header: "总分", ...number },
      { header: "等次", width: 10 },
      { header: "怎样得来", width: 70 },
    ],
    rows: townships.map((own) => [
      own.name,
      classLabel(own.class),
      leaguePoints(own) ?? "未录",
      own.bonus.points,
      own.deduction.points,
      own.final ?? "未录",
      own.grade.grade ?? "暂无",
      [...own.bonus.steps, ...own.deduction.steps, own.grade.why].join("；"),
    ]),
  };
}

/** Who stood where in what is compared; no sheet where the scheme compares nothing. */
function orderTable(orders: readonly ComparedOrder[]): ExportTable[] {
  if (orders.length === 0) return [];
  const rows = orders.flatMap(({ code, name, class: own, among, places }) =>
    places.map(({ place, number: value, names }) => [
      `${code} ${name}`,
      classLabel(own),
      amongWords[among],
      placeWord(place),
      value,
      names.join("、"),
    ]),
  );
  const columns = [
    { header: "指标", width: 24 },
    { header: "哪类的算法", width: 12 },
    { header: "在哪里比", width: 10 },
    { header: "名次", width: 12 },
    { header: "数值", width: 12 },
    { header: "乡镇", width: 60 },
  ];
  return [{ title: "比较的名次", columns, rows }];
}

/** The sheets that explain a league. */
export const explained = (
  scheme: Scheme,
  law: Law,
  townships: readonly PaperTownship[],
  orders: readonly ComparedOrder[],
): ExportTable[] => [
  gradeTable(townships),
  formulaTable(scheme, law),
  extraTable(scheme),
  ...orderTable(orders),
];
