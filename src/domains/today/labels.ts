import type { DueKind, SetUpStep } from "./schema";

/** What is to be done, and the word on its button. */
export const dueLabels: Record<DueKind, { what: string; act: string }> = {
  suggestionSubmit: { what: "提交建议草稿", act: "去提交" },
  suggestionAssign: { what: "交办建议", act: "去交办" },
  suggestionReply: { what: "答复建议", act: "看进度" },
  suggestionRedo: { what: "重新办理建议", act: "看进度" },
  suggestionRating: { what: "代表测评建议", act: "去登记" },
  suggestionClose: { what: "再次面商、办结建议", act: "去办结" },
  suggestionPromise: { what: "兑现承诺", act: "去核实" },
  findingUnassigned: { what: "问题还没有通知整改单位", act: "去通知" },
  findingDue: { what: "问题整改", act: "看问题" },
  findingToVerify: { what: "问题待代表核实、销号", act: "去核实" },
  activityReport: { what: "监督活动待出报告", act: "去办结" },
  presidiumMeeting: { what: "本季度主席团会议还没开够", act: "登记会议" },
  session: { what: "本年度人代会还没开够", act: "登记会议" },
};

/** The first steps, each with the page where it is done and the unit of what it counts. */
export const setUpLabels: Record<SetUpStep, { what: string; page: string; unit: string }> = {
  units: { what: "承办单位", page: "suggestions/units", unit: "个" },
  deputies: { what: "代表名册", page: "deputies", unit: "人" },
  terms: { what: "本届届次", page: "sessions", unit: "届" },
  members: { what: "主席团成员", page: "presidium/members", unit: "人" },
  sessions: { what: "最近一次人代会", page: "sessions/new", unit: "次" },
};

export const recordLabels: Record<string, string> = {
  suggestion: "建议",
  session: "人代会",
  presidiumMeeting: "主席团会议",
  presidiumMember: "主席团成员",
  activity: "监督活动",
  finding: "监督问题",
  deputy: "代表",
  deputyGroup: "代表小组",
  handlingUnit: "承办单位",
  noneDeclaration: "声明",
  term: "届次",
};
