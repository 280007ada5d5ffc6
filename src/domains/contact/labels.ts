/** Where deputies receive voters, by what the office calls it. */
export const stationKindLabels = {
  liaisonStation: "代表联络站",
  deputyHome: "代表之家",
  deputyStudio: "代表工作室",
  receptionPoint: "接待点",
} as const;

/** Which week of the month, and which of its days, in the order that the calendar reckons by. */
export const weekLabels = {
  first: "第一个",
  second: "第二个",
  third: "第三个",
  fourth: "第四个",
  last: "最后一个",
} as const;
export const weekdayLabels = {
  monday: "星期一",
  tuesday: "星期二",
  wednesday: "星期三",
  thursday: "星期四",
  friday: "星期五",
  saturday: "星期六",
  sunday: "星期日",
} as const;

/** How an opinion reached the deputies. */
export const channelLabels = {
  reception: "接待日",
  visit: "走访",
  call: "电话",
  letter: "来信",
  online: "网络",
  other: "其他",
} as const;

export const satisfactionLabels = { satisfied: "满意", basic: "基本满意", unsatisfied: "不满意" } as const;
export type Satisfaction = keyof typeof satisfactionLabels;

export const opinionStateLabels = { waiting: "待答复", answered: "已答复" } as const;
