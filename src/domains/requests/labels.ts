export const requestKindLabels = {
  funding: "经费",
  staffing: "人员编制",
  office: "办公场所设备",
  guidance: "业务指导",
  coordination: "协调部门",
  other: "其他",
} as const;
export type RequestKind = keyof typeof requestKindLabels;

export const resultLabels = {
  solved: "已解决",
  partly: "部分解决",
  explained: "解释说明",
  passedOn: "转有关单位办",
} as const;
export type RequestResult = keyof typeof resultLabels;

/** What the numbers of a year in the open ledger count. */
export const ledgerPartLabels = {
  answered: "已答复",
  open: "未答复",
  late: "答复逾期",
  receivedLate: "收件逾期",
  postponed: "延期",
  withdrawn: "逾期撤回",
  solved: "已解决",
} as const;

export const requestStateLabels = {
  sent: "已送出，待收件",
  received: "已收件，待答复",
  answered: "已答复，待确认",
  confirmed: "已确认",
  again: "已再次请示",
} as const;
