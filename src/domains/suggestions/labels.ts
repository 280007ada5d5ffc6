import type { Day } from "@/lib/dates";
import type { ActionKey } from "./rules/next-actions";
import { promisesKept } from "./rules/promises";
import type {
  ConfirmMethod,
  ConsultationMethod,
  Outcome,
  RatingMethod,
  RatingWord,
  SuggestionCategory,
  SuggestionKind,
  SuggestionOrigin,
  SuggestionState,
  UnitKind,
} from "./rules/states";

export const stateLabels: Record<SuggestionState, string> = {
  draft: "草稿",
  submitted: "待审核",
  returned: "退回修改",
  merged: "已并案",
  checked: "待交办",
  assigned: "待三落实",
  returnRequested: "申请退办",
  accepted: "待面商",
  consulted: "待答复",
  replied: "待测评",
  redo: "重新办理",
  rated: "待办结",
  notRated: "未测评",
  tracking: "跟踪承诺",
  closed: "已办结",
};

export type StateTone = "neutral" | "info" | "good" | "warn" | "bad";
export const stateTones: Record<SuggestionState, StateTone> = {
  draft: "neutral",
  submitted: "info",
  returned: "warn",
  merged: "neutral",
  checked: "info",
  assigned: "info",
  returnRequested: "warn",
  accepted: "info",
  consulted: "info",
  replied: "info",
  redo: "warn",
  rated: "info",
  notRated: "warn",
  tracking: "warn",
  closed: "good",
};

export const kindLabels: Record<SuggestionKind, string> = { suggestion: "建议", bill: "议案" };

export const originLabels: Record<SuggestionOrigin, string> = {
  session: "人代会期间",
  intersession: "闭会期间",
  reception: "代表接待日",
  group: "小组活动",
  visit: "视察调研",
};

export const categoryLabels: Record<SuggestionCategory, string> = {
  construction: "城建",
  transport: "交通",
  water: "水利",
  agriculture: "农业农村",
  environment: "生态环保",
  education: "教育",
  health: "卫生健康",
  welfare: "民政社保",
  culture: "文化体育",
  safety: "平安法治",
  economy: "经济财政",
  governance: "基层治理",
  other: "其他",
};

export const outcomeLabels: Record<Outcome, string> = {
  A: "A 已解决",
  B: "B 正在解决",
  C: "C 列入计划",
  D: "D 解释说明",
  E: "E 超越权限，已上报",
};

/** "B 正在解决 → 已解决（承诺兑现，2026-07-05 经代表核实）": what a promise became once it was kept. */
export function outcomeText(facts: { outcome: Outcome; solvedOn: Day | null; closedOn: Day | null }): string {
  const word = outcomeLabels[facts.outcome];
  return promisesKept(facts) ? `${word} → 已解决（承诺兑现，${facts.solvedOn ?? ""} 经代表核实）` : word;
}

export const ratingLabels: Record<RatingWord, string> = {
  satisfied: "满意",
  basic: "基本满意",
  unsatisfied: "不满意",
};

export const ratingMethodLabels: Record<RatingMethod, string> = {
  paper: "纸质测评表",
  phone: "电话",
  link: "一次性链接",
};

export const consultationMethodLabels: Record<ConsultationMethod, string> = {
  visit: "上门走访",
  onSite: "现场面商",
  meeting: "座谈会",
  phone: "电话",
};

export const confirmMethodLabels: Record<ConfirmMethod, string> = {
  signature: "签字",
  phone: "电话确认",
  link: "一次性链接",
};

export const unitKindLabels: Record<UnitKind, string> = {
  government: "政府办所",
  department: "上级派驻站所",
  village: "村（社区）",
  institution: "事业单位",
  enterprise: "企业",
  other: "其他",
};

/** How the units' own lists call their kinds. */
export const unitKindWords: Partial<Record<UnitKind, readonly string[]>> = {
  government: ["政府办公室", "内设机构", "镇办所", "镇直部门", "办所"],
  department: ["派驻站所", "派驻机构", "双管站所"],
  village: ["村", "社区", "行政村", "村居", "村社区"],
  institution: ["事业"],
};

export const actionLabels: Record<ActionKey, string> = {
  edit: "修改",
  submit: "提交审核",
  check: "三关审核",
  merge: "并入另一件",
  assign: "交办",
  accept: "登记三落实",
  requestReturn: "单位申请退办",
  reassign: "改派单位",
  keepAssignment: "维持原交办",
  holdPresidium: "登记主席团协商会",
  consult: "登记面商",
  confirm: "代表确认面商",
  reply: "登记答复",
  requestDeferral: "申请延期",
  decideDeferral: "决定延期",
  rate: "登记测评",
  markNotRated: "标记未测评",
  judgeReason: "认定不满意的理由",
  close: "办结",
  addPromise: "登记承诺",
  fulfilPromise: "登记承诺兑现",
  verifyPromise: "代表核实承诺",
  callBack: "登记回访",
};

/** How a record came in, when that was not on time; null when there is nothing to say. */
export function entryMark(entry: { enteredClosed: boolean; enteredLate: boolean }): string | null {
  if (entry.enteredClosed) return "补录已办结";
  return entry.enteredLate ? "补录" : null;
}
