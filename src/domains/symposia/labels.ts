export const kindLabels = {
  symposium: "季度座谈会",
  visit: "互访交流",
  committeeMeeting: "列席常委会会议",
  training: "县级培训",
} as const;
export type GatheringKind = keyof typeof kindLabels;

export const partLabels = { attend: "参加", host: "承办", speak: "介绍做法" } as const;
export type Part = keyof typeof partLabels;

export const answerLabels = { attend: "参加", substitute: "派人参加", cannot: "不能参加" } as const;
export type Answer = keyof typeof answerLabels;

export const verdictLabels = { kept: "已兑现", notKept: "没有兑现" } as const;
export type Verdict = keyof typeof verdictLabels;

export const stateLabels = {
  draft: "草稿",
  invited: "已邀请",
  recorded: "已记录",
  calledOff: "已取消",
} as const;
export type GatheringState = keyof typeof stateLabels;
