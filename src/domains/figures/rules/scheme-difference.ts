import { formulaText } from "./formula-text";
import { isLimited, quotaText } from "./grades";
import { partWord } from "./metric-parts";
import { subjectLabels } from "./metric-parts";
import { isMetricCode, metricOf } from "./metrics";
import {
  type ExtraItem,
  type Grade,
  type Indicator,
  indicatorsOf,
  type Scheme,
  subjectOf,
  totalOf,
} from "./scheme";
import { smallNumberText } from "./small-number";

const plain = (number: number): string => String(Number(number.toFixed(4)));

export function metricText(metric: string | null): string {
  if (metric === null) return "不由系统计算";
  return isMetricCode(metric) ? `${metric} ${metricOf(metric).name}` : metric;
}

export const gradeText = (grade: Grade): string =>
  grade.last === undefined ? byPoints(grade) : `${grade.name} 后 ${plain(grade.last)} 名`;

const byPoints = (grade: Grade): string =>
  `${grade.name} ${plain(grade.atLeast)} 分起${isLimited(grade) ? `（${quotaText(grade)}）` : ""}`;

/** "创新 每次 2 分，最多 4 分", as papers, screens and differences say an item. */
export const extraText = ({ name, each, atMost }: ExtraItem): string =>
  `${name} 每次 ${plain(each)} 分${atMost === undefined ? "" : `，最多 ${plain(atMost)} 分`}`;

const inWords = (formula: Indicator["formula"]): string => formulaText(formula, partWord);

const changed = (what: string, before: string, after: string): string[] =>
  before === after ? [] : [`${what}由「${before}」改为「${after}」`];

const classes = [1, 2, 3] as const;
const classNames = { 1: "一类", 2: "二类", 3: "三类" } as const;

function differencesOf(before: Indicator, after: Indicator): string[] {
  const byClass = classes.flatMap((one) => {
    const said = ({ byClass: all }: Indicator) => (all?.[one] === undefined ? "同一般" : inWords(all[one]));
    return changed(`${classNames[one]}乡镇的算法`, said(before), said(after));
  });
  const none = { notApplicable: "不计分，分值分摊", full: "得满分" };
  const own = ({ smallNumber }: Indicator) =>
    smallNumber === undefined ? "按方案" : smallNumberText(smallNumber);
  return [
    ...changed("名称", before.name, after.name),
    ...changed("分值", `${plain(before.points)} 分`, `${plain(after.points)} 分`),
    ...changed("口径", metricText(before.metric), metricText(after.metric)),
    ...changed("算法", inWords(before.formula), inWords(after.formula)),
    ...byClass,
    ...changed("无应办事项时", none[before.whenNone], none[after.whenNone]),
    ...changed("小样本", own(before), own(after)),
    ...changed("依据", before.article, after.article),
    ...changed("计量单位", before.words.unit, after.words.unit),
    ...changed("怎样算完成", before.words.done, after.words.done),
    ...changed("提分建议的说法", before.words.more, after.words.more),
  ].map((sentence) => `${after.code} ${after.name}：${sentence}。`);
}

function matched<Item extends { code: string }>(before: readonly Item[], after: readonly Item[]) {
  const of = (all: readonly Item[], code: string) => all.find((item) => item.code === code);
  return {
    gone: before.filter(({ code }) => of(after, code) === undefined),
    added: after.filter(({ code }) => of(before, code) === undefined),
    both: after.flatMap((item): [Item, Item][] => {
      const was = of(before, item.code);
      return was === undefined ? [] : [[was, item]];
    }),
  };
}

function differencesOfIndicators(before: Scheme, after: Scheme): string[] {
  const { gone, added, both } = matched(indicatorsOf(before), indicatorsOf(after));
  const placeOf = (scheme: Scheme, code: string) =>
    scheme.dimensions.find(({ indicators }) => indicators.some((one) => one.code === code))?.name ?? "";
  return [
    ...gone.map(({ code, name, points }) => `删去指标 ${code} ${name}（${plain(points)} 分）。`),
    ...added.map(
      (one) => `新增指标 ${one.code} ${one.name}（${plain(one.points)} 分，${inWords(one.formula)}）。`,
    ),
    ...both.flatMap(([was, now]) => [
      ...differencesOf(was, now),
      ...changed(`${now.code} ${now.name}所属方面`, placeOf(before, was.code), placeOf(after, now.code)).map(
        (sentence) => `${sentence}。`,
      ),
    ]),
  ];
}

type Named = { code: string; name: string };

function differencesOfItems<Item extends Named>(
  what: string,
  [before, after]: [readonly Item[], readonly Item[]],
  text: (item: Item) => string,
): string[] {
  const { gone, added, both } = matched(before, after);
  return [
    ...gone.map((item) => `删去${what}「${text(item)}」。`),
    ...added.map((item) => `新增${what}「${text(item)}」。`),
    ...both.flatMap(([was, now]) =>
      text(was) === text(now) ? [] : [`${what}「${text(was)}」改为「${text(now)}」。`],
    ),
  ];
}

/** What a later version changes of an earlier one, a Chinese sentence each; empty when they say the same. */
export function schemeDifference(before: Scheme, after: Scheme): string[] {
  const grades = (scheme: Scheme) => scheme.grades.map(gradeText).join("、");
  const within = (scheme: Scheme) => (scheme.quotaWithin === "class" ? "同类乡镇内" : "全县内");
  const named = (all: Scheme["dimensions"]) => all.map(({ code, name }) => ({ code, name }));
  return [
    ...changed("方案名称", before.name, after.name).map((sentence) => `${sentence}。`),
    ...changed("考核对象", subjectLabels[subjectOf(before)], subjectLabels[subjectOf(after)]).map(
      (one) => `${one}。`,
    ),
    ...changed("总分", plain(totalOf(before)), plain(totalOf(after))).map((sentence) => `${sentence}。`),
    ...changed("小样本", smallNumberText(before.smallNumber), smallNumberText(after.smallNumber)).map(
      (sentence) => `${sentence}。`,
    ),
    ...differencesOfItems(
      "方面",
      [named(before.dimensions), named(after.dimensions)],
      ({ code, name }) => `${code} ${name}`,
    ),
    ...differencesOfIndicators(before, after),
    ...differencesOfItems("加分事项", [before.bonuses, after.bonuses], extraText),
    ...changed("加分上限", plain(before.bonusCap), plain(after.bonusCap)).map((sentence) => `${sentence}。`),
    ...differencesOfItems("扣分事项", [before.deductions, after.deductions], extraText),
    ...changed("扣分上限", plain(before.deductionCap), plain(after.deductionCap)).map((one) => `${one}。`),
    ...differencesOfItems(
      "否决事项",
      [before.vetoes, after.vetoes],
      ({ code, name, metric }) => `${code} ${name}（${metricText(metric)}）`,
    ),
    ...changed("否决后的等次", before.vetoGrade, after.vetoGrade).map((sentence) => `${sentence}。`),
    ...changed("等次", grades(before), grades(after)).map((sentence) => `${sentence}。`),
    ...changed("等次名额的范围", within(before), within(after)).map((sentence) => `${sentence}。`),
  ];
}
