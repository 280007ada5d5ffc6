import type { ScoreState } from "./rules/score";
import type { Formula, TownshipClass } from "./rules/scheme";

/** 未录, 无 and a score of 0 are three different things on every screen. */
export const scoreStateLabels: Record<ScoreState, string> = {
  scored: "已计分",
  notApplicable: "无",
  notEntered: "未录",
  notComputed: "未计算",
};

export const formulaLabels: Record<Formula["kind"], string> = {
  threshold: "达标计分",
  ratio: "按比例计分",
  linear: "区间线性计分",
  step: "分档计分",
  perUnit: "按件计分",
  deduction: "扣分",
  manual: "评审给分",
  product: "连乘计分",
  parts: "分项计分",
};

export const townshipClassLabels: Record<TownshipClass, string> = {
  1: "一类乡镇",
  2: "二类乡镇",
  3: "三类乡镇",
};
