import { meetings, suggestions, supervision } from "./congress-indicators";
import type { Scheme } from "./scheme";
import { deputies, linkage, projects, selfBuilding } from "./township-indicators";

/**
 * The scheme a county starts from: a hundred points in thirty indicators. Publicity articles, leaders' comments, log-ins
 * and the number of meetings as such earn nothing, because the burden-reduction rules forbid it; what is solved weighs
 * more than who is satisfied.
 */
export const defaultScheme: Scheme = {
  name: "乡镇人大工作考评（默认方案）",
  dimensions: [
    { code: "A", name: "会议", indicators: meetings },
    { code: "B", name: "监督", indicators: supervision },
    { code: "C", name: "建议办理", indicators: suggestions },
    { code: "D", name: "代表工作", indicators: deputies },
    { code: "E", name: "民生实事", indicators: projects },
    { code: "F", name: "县乡联动", indicators: linkage },
    { code: "G", name: "自身建设", indicators: selfBuilding },
  ],
  bonuses: [
    { code: "innovation", name: "创新做法被全县采用", each: 2 },
    { code: "award", name: "有权机关表彰", each: 1 },
    { code: "bestSuggestion", name: "建议获评优秀建议", each: 0.5 },
  ],
  bonusCap: 5,
  deductions: [
    { code: "falseRecord", name: "查实虚假记录", each: 3 },
    { code: "suggestionOverdue", name: "建议逾期 30 日以上", each: 0.5 },
    { code: "petitionUnanswered", name: "县交办信访件未回复", each: 1 },
    { code: "absenceUnreported", name: "代表两次缺席未报告", each: 1 },
    { code: "copiedText", name: "查实抄袭材料", each: 1 },
  ],
  deductionCap: 10,
  vetoes: [
    { code: "V1", name: "全年未召开人代会", metric: "A1" },
    { code: "V2", name: "决议被撤销或选举违法", metric: null },
    { code: "V3", name: "测评、票决弄虚作假", metric: null },
  ],
  vetoGrade: "不合格",
  grades: [
    { name: "优秀", atLeast: 90, quotaPercent: 30 },
    { name: "良好", atLeast: 80, quotaPercent: null },
    { name: "通报", atLeast: 0, quotaPercent: null },
  ],
};
