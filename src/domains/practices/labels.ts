/** What a practice is about, by the part of the work it belongs to. */
export const topicLabels = {
  sessions: "人代会",
  presidium: "主席团工作",
  supervision: "监督",
  suggestions: "建议办理",
  deputies: "代表履职",
  contact: "联系群众",
  projects: "民生实事",
  linkage: "县乡联动",
  building: "自身建设",
} as const;
export type Topic = keyof typeof topicLabels;

export const practiceStateLabels = {
  draft: "草稿",
  confirmed: "待县审核",
  returned: "退回修改",
  published: "已发布",
} as const;
export type PracticeState = keyof typeof practiceStateLabels;

/** How far a published practice has come; it follows from its editions and uses. */
export const lifeLabels = {
  published: "已发布",
  adopted: "有乡镇采用",
  helped: "采用后确认有效",
  retired: "已停止推广",
} as const;
export type Life = keyof typeof lifeLabels;

export const adoptionStateLabels = {
  planned: "未到开始日",
  running: "采用中",
  confirmed: "已确认有效",
  notHelped: "已确认没有见效",
  stopped: "已停止",
} as const;
export type AdoptionState = keyof typeof adoptionStateLabels;

/** The parts of a practice, in the order in which it is read. */
export const partLabels = {
  problem: "要解决的问题",
  steps: "做法步骤",
  conditions: "适用条件",
  cost: "人力和经费",
  lawBasis: "法律和制度依据",
} as const;
export type PartKey = keyof typeof partLabels;

export const sideLabels = { author: "经验所在乡镇", asker: "提问乡镇", county: "县人大" } as const;
export type Side = keyof typeof sideLabels;
