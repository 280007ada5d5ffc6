export const importanceLabels = { normal: "一般", important: "重要", urgent: "紧急" } as const;
export type Importance = keyof typeof importanceLabels;

export const noticeStateLabels = { draft: "草稿", sent: "已发出", recalled: "已撤回" } as const;

/** How far a township is with a notice. */
export const progressLabels = {
  unread: "未读",
  read: "已读，未签收",
  signed: "已签收",
  done: "已办结",
} as const;
