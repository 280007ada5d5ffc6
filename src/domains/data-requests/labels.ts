import type { AskState } from "./rules/asks";

/** In which form the county wants it; what is to be filled in is a form for the burden ledger, what is to be written a report. */
export const requestKindLabels = { form: "表格", data: "数据", report: "书面报告" } as const;
export type RequestKind = keyof typeof requestKindLabels;

export const askStateLabels: Record<AskState, string> = {
  waiting: "待报送",
  answered: "已报送",
  returned: "退回补充",
  recalled: "县人大已撤回",
};

export const askTones = {
  waiting: "info",
  answered: "good",
  returned: "warn",
  recalled: "neutral",
} as const satisfies Record<AskState, string>;
