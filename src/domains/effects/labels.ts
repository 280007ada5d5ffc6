import { inUnit, kindText } from "@/domains/figures/labels";
import { type MetricCode, metricCodes, metricOf } from "@/domains/figures/rules/metrics";
import type { Day } from "@/lib/dates";
import { fewestControls } from "./rules/effect";
import type { MetricEffect } from "./rules/told";

/** What every metric is called, by its code: "C3 按期答复率". */
export const metricNames: Readonly<Record<string, string>> = Object.fromEntries(
  metricCodes.map((code) => [code, `${code} ${metricOf(code).name}`]),
);

export const nameOfMetric = (code: string): string => metricNames[code] ?? code;

const isRatio = (metric: MetricCode): boolean => metricOf(metric).kind === "ratio";
const unitOf = (metric: MetricCode): string => (isRatio(metric) ? "个百分点" : metricOf(metric).unit);

const plain = (metric: MetricCode, amount: number): string =>
  String(Number(inUnit(metric, amount).toFixed(1)));

/** A change with its sign: "+12.5 个百分点", "−1 次", "没有变化". */
export function changeText(metric: MetricCode, change: number): string {
  const amount = plain(metric, Math.abs(change));
  if (amount === "0") return "没有变化";
  return `${change > 0 ? "+" : "−"}${amount} ${unitOf(metric)}`;
}

/** Said of every effect: what it is not. */
export const noProof =
  "前后对照只说明数字怎样变化，不能证明是采用这条经验带来的；同一时期的其他工作也会影响指标。";

const whys = {
  notYet: "采用后的那一年还没有到，暂时不能对照。",
  noFigure: "采用前或采用后的那一年没有这项指标的数字，不能对照。",
  fewControls: `没有采用、两年都有数字的乡镇不足 ${fewestControls} 个，不能对照。`,
} as const;

const groups = { class: "同类乡镇", county: "本县乡镇（同类不够，按全县）" } as const;
const verdicts = {
  better: "好于这些乡镇之间通常的差别",
  worse: "差于这些乡镇之间通常的差别",
  unclear: "没有超出这些乡镇之间通常的差别，看不出有没有作用",
} as const;

/** The whole effect in sentences, each with its figures. */
export function effectText({ metric, effect, years, running }: MetricEffect, who = "本乡镇"): string[] {
  if (effect.kind === "silent") return [whys[effect.why]];
  const { before, after, change, middle, noise, difference, among, controls, verdict } = effect;
  return [
    `${who} ${years.before} 年 ${kindText(metric, before)}，${years.after} 年${running ? "（到今天）" : ""} ${kindText(metric, after)}，${changeText(metric, change)}。`,
    `没有采用的 ${controls} 个${groups[among]}，变化的中位数是${changeText(metric, middle).replace("没有变化", " 0 ")}。`,
    `相差${changeText(metric, difference).replace("没有变化", " 0 ")}；这些乡镇之间的差别在 ±${plain(metric, noise)} ${unitOf(metric)}以内属常见，这个差距${verdicts[verdict]}。`,
  ];
}

export const verdictLabels = { better: "好于对照", worse: "差于对照", unclear: "看不出差别" } as const;

export const yearsText = (since: Day, { before, after }: { before: number; after: number }): string =>
  `采用从 ${since} 算起，用 ${before} 年和 ${after} 年对照`;
