import type { ScoreState } from "./rules/score";

/** What stands in place of points; a missing figure is never printed as 0. */
export const stateLabels: Record<ScoreState, string> = {
  scored: "已计分",
  notApplicable: "无",
  notEntered: "未录",
  notComputed: "尚不计算",
};
