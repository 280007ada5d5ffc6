import { type AppliedRule, shareInText } from "./rules/law";
import type { LawRuleKey } from "./rules/law-rule";

export type TownshipKind = "township" | "ethnicTownship" | "town" | "subdistrict";
export type TownshipStatus = "active" | "merged";

export const townshipKindLabels: Record<TownshipKind, string> = {
  township: "乡",
  ethnicTownship: "民族乡",
  town: "镇",
  subdistrict: "街道（人大工委）",
};

export const classLabels: Record<1 | 2 | 3, string> = { 1: "一类", 2: "二类", 3: "三类" };

export function classLabel(value: number | null): string {
  return value === 1 || value === 2 || value === 3 ? classLabels[value] : "未分类";
}

export const provinceLabels: Record<string, string> = {
  national: "只按国家法律",
  zhejiang: "浙江省",
  chongqing: "重庆市",
  shandong: "山东省",
};

export const lawRuleLabels: Record<LawRuleKey, string> = {
  "suggestion.assignDays": "会议期间建议交办期限（自闭会起）",
  "suggestion.assignDaysBetweenSessions": "闭会期间建议交办期限（自收到起）",
  "suggestion.returnDays": "承办单位申请退办期限",
  "suggestion.replyMonths": "建议答复期限",
  "suggestion.replyMonthsComplex": "复杂建议答复期限",
  "suggestion.replyFromSessionClose": "答复期限从闭会起算",
  "suggestion.redoMonths": "不满意重新办理期限",
  "suggestion.ratingWindowWorkingDays": "代表测评期",
  "session.noticeDays": "人代会通知提前",
  "session.documentDays": "会议材料提前",
  "session.minDays": "会期不少于",
  "session.perYear": "每年人代会次数",
  "session.presentPercent": "到会比例",
  "presidium.perQuarter": "每季度主席团会议",
  "presidium.minMembers": "主席团最少人数",
  "presidium.maxMembers": "主席团最多人数",
  "bill.minDeputies": "议案联名人数",
  "plan.supervisionTopics": "每年监督议题控制数",
  "report.responseMonths": "审议意见反馈期限（自交办起）",
  "inspection.responseMonths": "执法检查报告反馈期限（自交办起）",
  "resolution.filingDays": "决议决定报备案期限（自通过起）",
  "group.activitiesPerYear": "代表小组每年活动",
  "opinion.answerDays": "选民意见答复期限（自收到起）",
  "petition.forwardDays": "信访件转办、交办期限（自收到起）",
  "petition.finishDays": "信访件办结期限（自转办、交办起）",
  "petition.extendDays": "信访件延长办理期限",
};

const lawUnitLabels = {
  days: "日",
  months: "个月",
  workingDays: "个工作日",
  percent: "%",
  count: "",
} as const;

const countWords: Partial<Record<LawRuleKey, string>> = {
  "session.perYear": "次",
  "presidium.perQuarter": "次",
  "presidium.minMembers": "人",
  "presidium.maxMembers": "人",
  "bill.minDeputies": "人",
  "plan.supervisionTopics": "个",
  "group.activitiesPerYear": "次",
};

/** A rule that is kept as 1 or 0 and read as 是 or 否. */
export const isYesNo = (key: LawRuleKey): boolean => key === "suggestion.replyFromSessionClose";

export function lawUnit({ key, unit }: Pick<AppliedRule, "key" | "unit">): string {
  return unit === "count" ? (countWords[key] ?? "") : lawUnitLabels[unit];
}

/** A rule's value as it is said: 15 日, 67%, 7 人, 否. */
export function lawValueText(rule: Pick<AppliedRule, "key" | "unit">, value: number): string {
  if (isYesNo(rule.key)) return value === 1 ? "是" : "否";
  const unit = lawUnit(rule);
  if (rule.key === "session.presentPercent") return shareInText(value);
  return unit === "%" ? `${value}%` : `${value} ${unit}`;
}
