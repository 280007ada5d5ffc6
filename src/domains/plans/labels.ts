/** What sort of work is planned; kinds of record say by these codes what they fulfil (`planned` in their record.ts). */
export const workLabels = {
  session: "人代会",
  presidiumMeeting: "主席团会议",
  specialReport: "专项工作报告",
  lawInspection: "执法检查",
  visit: "视察调研",
  appraisal: "评议",
  groupActivity: "小组活动",
  training: "代表培训",
  reception: "接待选民",
  project: "民生实事",
  dutyReport: "代表述职",
  fiscalCheck: "财政监督",
  other: "其他",
} as const;

/** How offices' plans call the same work; a word that might be two of them is none of these. */
export const workWords: Partial<Record<Work, readonly string[]>> = {
  session: ["人代会会议", "人民代表大会", "代表大会"],
  presidiumMeeting: ["主席团会"],
  specialReport: ["专项报告", "听取报告", "听取专项工作报告", "听取和审议专项工作报告"],
  lawInspection: ["执法检查活动"],
  visit: ["视察", "调研", "专题调研", "视察、调研", "视察和调研", "代表视察"],
  appraisal: ["工作评议", "评议测评", "代表评议"],
  groupActivity: ["代表小组活动", "小组"],
  training: ["培训", "代表学习", "学习培训"],
  reception: ["接待", "代表接待", "选民接待", "接待日", "代表接待日"],
  project: ["民生实事项目", "民生实事票决"],
  dutyReport: ["述职", "述职评议"],
  fiscalCheck: ["预算监督", "财政预算监督", "预算审查监督"],
};

export type Work = keyof typeof workLabels;

/** Where the topic came from. */
export const originLabels = {
  suggestion: "代表建议",
  petition: "群众来信来访",
  voters: "选民反映",
  guidance: "县人大指导意见",
  partyCommittee: "党委要求",
  governmentWork: "政府重点工作",
  law: "法律规定",
  presidium: "主席团提出",
} as const;

export const itemStateLabels = {
  planned: "计划中",
  current: "本月",
  overdue: "逾期",
  changed: "已调整",
  done: "已完成",
  cancelled: "已取消",
} as const;

export type PlanItemState = keyof typeof itemStateLabels;

export const itemTones = {
  planned: "neutral",
  current: "info",
  overdue: "bad",
  changed: "warn",
  done: "good",
  cancelled: "neutral",
} as const satisfies Record<PlanItemState, string>;
