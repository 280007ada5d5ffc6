import type { ProjectStage } from "./rules/stage";

export const sourceLabels = {
  deputies: "代表提出",
  public: "群众提出",
  village: "村（社区）提出",
  department: "部门提出",
  presidium: "主席团调研提出",
  other: "其他",
} as const;

export const stageLabels: Record<ProjectStage, string> = {
  solicited: "征集",
  candidate: "候选",
  notChosen: "未入选",
  chosen: "入选",
  running: "实施中",
  completed: "已完成",
  dropped: "已取消",
};

export const stageTones = {
  solicited: "neutral",
  candidate: "info",
  notChosen: "neutral",
  chosen: "good",
  running: "info",
  completed: "good",
  dropped: "warn",
} as const satisfies Record<ProjectStage, string>;

/** What a decision may change of a project that was chosen, as its page and history call it. */
export const changeLabels = { name: "项目名称", content: "内容和目标", budget: "计划投资" } as const;
export type ChangedField = keyof typeof changeLabels;

export const yuan = (amount: number | null): string | null =>
  amount === null ? null : `${amount.toLocaleString("zh-CN", { maximumFractionDigits: 2 })} 元`;
