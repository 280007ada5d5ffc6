import { cellText, kindText } from "@/domains/figures/labels";
import { metricOf } from "@/domains/figures/rules/metrics";
import { classLabel } from "@/domains/tenancy/labels";
import type { Figure } from "./rules/figure";
import type { CommonWeakness } from "./rules/county";
import { level, type WeakPoint } from "./rules/weak";

const plain = (number: number): string => String(Number(number.toFixed(1)));

/** A figure with what it is made of: 按期答复率 30/50＝60%. */
export function figureText(figure: Figure): string {
  const { metric, numerator, denominator } = figure;
  const read = cellText({ ...figure, counted: 0, leftOut: 0, declared: false });
  const { kind, unit } = metricOf(metric);
  if (figure.state !== "value" || kind === "tally") return read;
  return kind === "ratio" ? `${plain(numerator)}/${plain(denominator)}＝${read}` : `${read} ${unit}`;
}

const named = (figure: Figure): string => metricOf(figure.metric).name;

/** Why a township is told of it, with the numbers of all that are named; for the county alone. */
export function weakText(
  { own, median, of, leaders, metric }: WeakPoint,
  nameOf: (id: string) => string,
): string {
  const ahead = leaders.map(({ id, figure }) => `${nameOf(id)} ${figureText(figure)}`).join("，");
  return `${named(own)} ${figureText(own)}，同类 ${of} 个乡镇中位 ${kindText(metric, median)}；领先的有 ${ahead}。`;
}

/** The same for the township itself: of others nothing but the middle, and that only where it gives nobody away. */
export function ownText({ own, of, metric }: WeakPoint, median: number | null): string {
  const middle = median === null ? "" : `，同类 ${of} 个乡镇中位 ${kindText(metric, median)}`;
  return `${named(own)} ${figureText(own)}${middle}，落后的幅度超出偶然。`;
}

/** Of how many cases chance is told to speak. */
export const doubtText = (looked: number): string =>
  `同类之间一共比了 ${looked} 处，只列差距超出偶然的：按每一处的件数（次数）检验，并扣除“比得多、总会碰上几处”的影响，列出的平均每 100 处至多 ${Math.round(level * 100)} 处只是偶然。件数太少、没有录入的不下结论；按人均折算的指标不比。`;

export const noneText = (looked: number): string =>
  looked === 0
    ? "同类乡镇可比的数字还不够，不下结论。"
    : `比了 ${looked} 处，没有一处差距超出偶然，不作推荐。`;

/** What a township without such a point is told. */
export const ownNoneText =
  "与同类乡镇比，本乡镇没有一项落后得超出偶然，不作推荐。件数太少、没有录入的不下结论。";

export const commonText = ({ metric, of, behind }: CommonWeakness, names: readonly string[]): string =>
  `${metricOf(metric).name}：${of} 个乡镇中 ${behind.length} 个得分不到一半（${names.join("、")}），适合全县一起研究。`;

export const classText = (townshipClass: number | null): string =>
  townshipClass === null ? "还没有分类，不能与同类比较" : classLabel(townshipClass);
