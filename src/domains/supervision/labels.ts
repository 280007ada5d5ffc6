import type { ActivityKind, ActivityState } from "./rules/activities";
import type { FindingAction, FindingState } from "./rules/findings";
import type { ActivityAction } from "./rules/next-actions";
import type { RaisedOutcome, RaisedState } from "./rules/raised";

export const activityKindLabels: Record<ActivityKind, string> = {
  inspectionVisit: "视察",
  lawInspection: "执法检查",
  investigation: "调研",
  unannouncedVisit: "暗访",
  supervisionCheck: "督查",
  followUpVisit: "跟踪视察",
  workAppraisal: "工作评议",
};

export const activityStateLabels: Record<ActivityState, string> = {
  planned: "计划中",
  done: "已办结",
  cancelled: "已取消",
};

export const activityActionLabels: Record<ActivityAction, { label: string; hint?: string }> = {
  complete: { label: "办结活动", hint: "填写报告，并登记问题或由代表签认未发现问题" },
  addFinding: { label: "登记问题" },
  addClosed: { label: "补录已销号的问题" },
};

export const findingStateLabels: Record<FindingState, string> = {
  found: "已发现",
  notified: "已通知",
  planned: "已定方案",
  rectified: "已整改",
  verified: "已核实",
  closed: "已销号",
  reopened: "重新整改",
};

export const findingActionLabels: Record<FindingAction, string> = {
  notify: "通知整改单位",
  plan: "登记整改方案",
  rectify: "登记整改情况",
  verify: "代表核实",
  close: "销号",
  reopen: "退回重新整改",
};

export const raisedOutcomeLabels: Record<RaisedOutcome, string> = {
  settled: "县里已协调解决",
  transferred: "转县有关部门办理",
  returned: "属乡镇职权，退回乡镇办理",
};

export const raisedStateLabels: Record<RaisedState, string> = {
  waiting: "待县人大接收",
  received: "县人大办理中",
  answered: "县人大已答复",
};

export const raisedTones = {
  waiting: "warn",
  received: "info",
  answered: "good",
} as const satisfies Record<RaisedState, string>;

export const activityTones = {
  planned: "info",
  done: "good",
  cancelled: "neutral",
} as const satisfies Record<ActivityState, string>;

/** A planned activity whose day has come waits for its report: it is no longer only a plan. */
export function activityStateText({ state, waiting }: { state: ActivityState; waiting: boolean }) {
  if (waiting) return { tone: "warn", text: "待办结" } as const;
  return { tone: activityTones[state], text: activityStateLabels[state] };
}

export const findingTones = {
  found: "warn",
  notified: "info",
  planned: "info",
  rectified: "warn",
  verified: "warn",
  closed: "good",
  reopened: "bad",
} as const satisfies Record<FindingState, string>;
