import { faultsOfFormula } from "./formula-check";
import { isLimited } from "./grades";
import { subjectLabels, subjectsOfMetric } from "./metric-parts";
import { isMetricCode } from "./metrics";
import {
  type Grade,
  type Indicator,
  indicatorsOf,
  type Scheme,
  type SmallNumberRule,
  subjectOf,
  totalOf,
  type TownshipClass,
} from "./scheme";

/** @property where the indicator's code, or the part of the scheme that it is about */
export type Fault = { where: string; message: string };

const classes: readonly TownshipClass[] = [1, 2, 3];
const classNames = { 1: "一类", 2: "二类", 3: "三类" } as const;
const plain = (number: number): string => String(Number(number.toFixed(4)));

function faultsOfNumbers(rule: SmallNumberRule | null | undefined): string[] {
  if (rule === null || rule === undefined) return [];
  return Number.isInteger(rule.under) && rule.under >= 2 && rule.under <= 100
    ? []
    : ["小样本的界限应为 2 到 100 的整数，请改正。"];
}

function faultsOfNames({ name, points, words }: Indicator): string[] {
  return [
    ...(name.trim() === "" ? ["没有名称，请填写。"] : []),
    ...(points > 0 && points <= 1000 ? [] : ["分值应大于 0、不超过 1000，请改正。"]),
    ...(words.unit.trim() === "" || words.done.trim() === ""
      ? ["请写明计量单位和「怎样算完成」，得分说明要用。"]
      : []),
  ];
}

/** What the scheme assesses must be told by the metric's records. */
function faultsOfSubject(scheme: Scheme, { metric }: Indicator): string[] {
  const subject = subjectOf(scheme);
  if (metric !== null && isMetricCode(metric))
    return subjectsOfMetric(metric).includes(subject)
      ? []
      : [
          `这个口径不能用来评${subjectLabels[subject]}，请换一个口径${subject === "township" ? "或改由评审打分" : ""}。`,
        ];
  return subject === "township"
    ? []
    : [`评${subjectLabels[subject]}没有评审打分的环节，请给这个指标选一个口径，或者删去。`];
}

/** Bonus, deductions and vetoes are decided by reviewers, township by township: nobody could give one to a group or a unit. */
function faultsOfBeside(scheme: Scheme): Fault[] {
  const subject = subjectOf(scheme);
  const { bonuses, deductions, vetoes } = scheme;
  if (subject === "township" || bonuses.length + deductions.length + vetoes.length === 0) return [];
  const message = `加分、扣分和一票否决由评审逐个乡镇认定，评${subjectLabels[subject]}的方案不能设，请删去。`;
  return [{ where: "加分、扣分、否决", message }];
}

function faultsOfIndicator(scheme: Scheme, indicator: Indicator): string[] {
  const { metric, points, formula, byClass } = indicator;
  const named = faultsOfNames(indicator);
  if (metric !== null && !isMetricCode(metric)) return [...named, `没有「${metric}」这个口径，请重新选择。`];
  const ofClasses = classes.flatMap((one) => {
    const own = byClass?.[one];
    const faults = own === undefined ? [] : faultsOfFormula(own, points, metric);
    return faults.map((fault) => `${classNames[one]}：${fault}`);
  });
  return [
    ...named,
    ...faultsOfSubject(scheme, indicator),
    ...faultsOfNumbers(indicator.smallNumber),
    ...faultsOfFormula(formula, points, metric),
    ...ofClasses,
  ];
}

function repeated(codes: readonly string[]): string[] {
  return [...new Set(codes.filter((code, index) => codes.indexOf(code) !== index))];
}

function faultsOfCodes(scheme: Scheme): Fault[] {
  const indicators = indicatorsOf(scheme).map(({ code }) => code);
  const dimensions = scheme.dimensions.map(({ code }) => code);
  const extras = [...scheme.bonuses, ...scheme.deductions, ...scheme.vetoes].map(({ code }) => code);
  const twice = (codes: readonly string[], what: string) =>
    repeated(codes).map((code) => ({
      where: code,
      message: `${what}编号「${code}」用了不止一次，请改成不同的编号。`,
    }));
  const unnamed = [...indicators, ...dimensions, ...extras].some((code) => !/^[\w.-]{1,20}$/.test(code));
  return [
    ...twice(dimensions, "方面"),
    ...twice(indicators, "指标"),
    ...twice(extras, "加减分和否决事项的"),
    ...(unnamed ? [{ where: "方案", message: "编号应为 1 到 20 个字母、数字，如 A1，请改正。" }] : []),
  ];
}

function faultsOfSum(scheme: Scheme): Fault[] {
  const sum = indicatorsOf(scheme).reduce((all, { points }) => all + points, 0);
  const short = Number((totalOf(scheme) - sum).toFixed(4));
  if (short === 0) return [];
  const said = short > 0 ? `还差 ${plain(short)} 分` : `多了 ${plain(-short)} 分`;
  const message = `各指标分值合计 ${plain(sum)} 分，总分定为 ${plain(totalOf(scheme))} 分，${said}，请调整分值。`;
  return [{ where: "总分", message }];
}

function faultsOfExtras(scheme: Scheme): Fault[] {
  const each = [...scheme.bonuses, ...scheme.deductions]
    .filter((item) => !(item.each > 0))
    .map(({ name }) => ({ where: name, message: `「${name}」每次的分数应大于 0，请改正。` }));
  const tight = [...scheme.bonuses, ...scheme.deductions]
    .filter((item) => item.atMost !== undefined && item.atMost < item.each)
    .map(({ name, each: one, atMost = 0 }) => ({
      where: name,
      message: `「${name}」最多 ${plain(atMost)} 分，比一次的 ${plain(one)} 分还少，请改其中一个。`,
    }));
  const caps = [
    { where: "加分", cap: scheme.bonusCap, items: scheme.bonuses },
    { where: "扣分", cap: scheme.deductionCap, items: scheme.deductions },
  ].flatMap(({ where, cap, items }): Fault[] => {
    if (!(cap >= 0 && cap <= totalOf(scheme)))
      return [{ where, message: `${where}的上限应在 0 到 ${plain(totalOf(scheme))} 分之间，请改正。` }];
    const over = items.find((item) => item.each > cap);
    return over === undefined
      ? []
      : [
          {
            where,
            message: `「${over.name}」一次 ${plain(over.each)} 分，超过${where}上限 ${plain(cap)} 分，请改其中一个。`,
          },
        ];
  });
  const vetoes = scheme.vetoes
    .filter(({ metric }) => metric !== null && !isMetricCode(metric))
    .map(({ code, metric }) => ({ where: code, message: `没有「${metric ?? ""}」这个口径，请重新选择。` }));
  return [...each, ...tight, ...caps, ...vetoes];
}

const badPlaces = ({ places }: Grade): boolean =>
  places !== undefined && !(Number.isInteger(places) && places > 0);
const badQuota = ({ quotaPercent }: Grade): boolean =>
  quotaPercent !== null && !(quotaPercent > 0 && quotaPercent <= 100);

/** A grade begins below the one before it, or where that begins: so many places are the first's, who comes after has the next. */
const notBelow = ({ atLeast }: Grade, before: Grade | undefined): boolean =>
  before !== undefined && (isLimited(before) ? atLeast > before.atLeast : atLeast >= before.atLeast);

const inGrades = (message: string): Fault => ({ where: "等次", message });

/** The last ones are taken out whatever their points: everybody else still needs a grade, so it stands beside the others. */
function faultsOfLast(all: readonly Grade[]): Fault[] {
  const last = all.filter((grade) => grade.last !== undefined);
  if (last.length === 0) return [];
  return [
    ...(last.length > 1 ? [inGrades("「后几名」的等次只能设一个，请删去多的。")] : []),
    ...(all.at(-1)?.last === undefined ? [inGrades("「后几名」的等次要排在最后，请调整。")] : []),
    ...(last.some((grade) => badPlaces({ ...grade, places: grade.last ?? 0 }))
      ? [inGrades("后几名应为大于 0 的整数，请改正。")]
      : []),
    ...(last.some((grade) => isLimited(grade) || grade.atLeast !== 0)
      ? [inGrades("按「后几名」定的等次不看分数和名额，起点请填 0，名额请填不限。")]
      : []),
  ];
}

function faultsOfGrades({ grades: all, vetoes, vetoGrade }: Scheme): Fault[] {
  const at = inGrades;
  const grades = all.filter(({ last }) => last === undefined);
  const faults = faultsOfLast(all);
  if (grades.length === 0) return [at("还没有等次，请至少设一个。")];
  if (grades.some((grade, index) => notBelow(grade, grades[index - 1])))
    faults.push(at("等次要从高到低排，后一等的起点分要低于前一等，请调整。"));
  if (grades.at(-1)?.atLeast !== 0) faults.push(at("最后一等的起点应为 0 分，否则低分的乡镇没有等次。"));
  if (grades.some(badQuota)) faults.push(at("名额比例应大于 0、不超过 100%，不限名额的请留空。"));
  if (grades.some(badPlaces)) faults.push(at("名额应为大于 0 的整数，不限名额的请留空。"));
  const last = grades.at(-1);
  if (last !== undefined && isLimited(last))
    faults.push(at("最后一等不能限名额，否则多出来的乡镇没有等次。"));
  if (repeated(all.map(({ name }) => name)).length > 0) faults.push(at("有两个等次同名，请改名。"));
  if (vetoes.length > 0 && vetoGrade.trim() === "")
    faults.push(at("设了一票否决，请写明否决后定为什么等次。"));
  return faults;
}

/** Everything that keeps a scheme from being published, each fault a sentence that says what to do; empty when it is sound. */
export function checkScheme(scheme: Scheme): Fault[] {
  const whole = (message: string): Fault => ({ where: "方案", message });
  return [
    ...(scheme.name.trim() === "" ? [whole("方案没有名称，请填写。")] : []),
    ...(indicatorsOf(scheme).length === 0 ? [whole("方案里还没有指标，请先添加。")] : []),
    ...(totalOf(scheme) > 0 && totalOf(scheme) <= 10_000 ? [] : [whole("总分应大于 0，请改正。")]),
    ...faultsOfNumbers(scheme.smallNumber).map(whole),
    ...faultsOfSum(scheme),
    ...faultsOfCodes(scheme),
    ...indicatorsOf(scheme).flatMap((indicator) =>
      faultsOfIndicator(scheme, indicator).map((message) => ({ where: indicator.code, message })),
    ),
    ...faultsOfBeside(scheme),
    ...faultsOfExtras(scheme),
    ...faultsOfGrades(scheme),
  ];
}

export const faultInText = ({ where, message }: Fault): string => `${where}：${message}`;
