import { type Day } from "@/lib/dates";
import { subjectLabels } from "@/domains/figures/rules/metric-parts";
import type { Subject } from "@/domains/figures/rules/scheme";
import type { ScoreState } from "@/domains/figures/rules/score";
import type { SchemeStatus } from "./rules/publishing";

export const schemeStatusLabels: Record<SchemeStatus, string> = {
  draft: "草稿",
  consultation: "征求意见",
  published: "已公布",
};

export const schemeTones = { draft: "neutral", consultation: "info", published: "good" } as const;

/** Which year's scheme it is, and whom it assesses where that is not the townships. */
export const schemeName = ({ year, subject }: { year: number; subject: Subject }): string =>
  `${year} 年${subject === "township" ? "" : subjectLabels[subject]}考核方案`;

/** What stands in place of points; a missing figure is never printed as 0. */
export const stateLabels: Record<ScoreState, string> = {
  scored: "已计分",
  notApplicable: "无",
  notEntered: "未录",
  notComputed: "尚不计算",
};

/** Which share of its class lies below a township; nothing is said of a class with fewer than three figures. */
export function percentileText(percentile: number | null): string {
  if (percentile === null) return "–";
  if (percentile === 1) return "同类最高";
  if (percentile === 0) return "同类最低";
  return `超过 ${Math.round(percentile * 100)}%`;
}

/** Whose the points are once the directors' meeting has decided. */
export const decidedInText = ({ on, by }: { on: Day; by: string }): string =>
  `本年结果经${by}于 ${on} 决定；评审、申诉改过的项目写明“系统得分”和改为多少、为什么。`;
