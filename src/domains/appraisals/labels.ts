export const quarterLabels = { q1: "第一季度", q2: "第二季度", q3: "第三季度", q4: "第四季度" } as const;
export type Quarter = keyof typeof quarterLabels;
export const quarters = Object.keys(quarterLabels) as Quarter[];

export const modeLabels = {
  visit: "走访",
  unannounced: "暗访",
  questionnaire: "问卷",
  phone: "电话",
  dutyReport: "听取述职",
  combined: "几种方式并用",
} as const;

export const outcomeLabels = {
  plaque: "授予「群众信得过单位」",
  commendation: "通报表扬",
  criticism: "通报批评",
  partyOpinion: "双管站所年度考核意见",
} as const;
export type OutcomeKind = keyof typeof outcomeLabels;

export const tierLabels = { good: "好", middle: "中", poor: "差" } as const;
export type Tier = keyof typeof tierLabels;

/** How a round is called wherever another record names it. */
export const appraisalName = (year: number, quarter: Quarter): string =>
  `${year}年${quarterLabels[quarter]}站所评议`;
