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

/** The day on which it was done, and the one on which that was said where it is another. */
export const doneInText = (doneOn: string | null, enteredOn: string | null): string | null =>
  doneOn === null || enteredOn === null || enteredOn === doneOn ? doneOn : `${doneOn}（${enteredOn} 上报）`;
