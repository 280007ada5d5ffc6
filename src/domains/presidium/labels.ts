/** The Chinese words for this slice's codes. */
export const presidiumPostLabels = {
  chair: "主席",
  viceChair: "副主席",
  secretary: "秘书（联络员）",
  member: "主席团成员",
} as const;

/** A consultation is no meeting of the presidium: it has no quorum, decides nothing and covers no quarter. */
export const meetingKindLabels = {
  regular: "例会",
  special: "临时会议",
  consultation: "座谈协商",
} as const;

export const quarterStateLabels = {
  met: "已召开",
  missing: "未召开",
  open: "尚可召开",
  future: "未到",
} as const;

export const quarterLabels = { 1: "第一季度", 2: "第二季度", 3: "第三季度", 4: "第四季度" } as const;

export const servingLabels = { yes: "在任", no: "已离任" } as const;

export type PresidiumPost = keyof typeof presidiumPostLabels;
export type MeetingKind = keyof typeof meetingKindLabels;
export type QuarterState = keyof typeof quarterStateLabels;
