/** How the county and a township were in touch, as the county sees it: 来访 is the township coming to the county. */
export const wayLabels = {
  call: "电话",
  visit: "县人大走访",
  received: "乡镇来访",
  meeting: "会议",
  document: "来文去函",
  message: "微信、短信",
  other: "其他",
} as const;
export type Way = keyof typeof wayLabels;

export const sideLabels = { county: "县人大", township: "乡镇" } as const;
export type Side = keyof typeof sideLabels;

/** What counts as contact: each with the words for where it was last seen. */
export const sourceLabels = {
  entry: "联系记录",
  notice: "签收通知",
  request: "请示答复",
  visit: "联动任务到乡镇",
  meeting: "座谈、会议到会",
} as const;
export type ContactSource = keyof typeof sourceLabels;
