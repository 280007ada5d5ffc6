import type { MetricCode } from "@/domains/figures/rules/metrics";
import type { PagedType } from "@/domains/registry";

/** @property words as offices write it in what they ask for */
type Topic = {
  readonly words: readonly string[];
  readonly metrics: readonly MetricCode[];
  readonly records: readonly PagedType[];
};

/** What a request may be about, in the words of the field, and where in the system it is kept. */
export const topics: readonly Topic[] = [
  {
    words: ["人代会", "人民代表大会会议", "人大会议", "乡镇人大会"],
    ...{ metrics: ["A1", "A2", "A4"], records: ["session"] },
  },
  {
    words: ["主席团", "主席团例会"],
    ...{ metrics: ["A3", "A4"], records: ["presidiumMeeting", "presidiumMember"] },
  },
  { words: ["出席率", "到会率", "出席情况"], metrics: ["A4"], records: ["session", "presidiumMeeting"] },
  {
    words: ["专项工作报告", "专项报告", "听取报告", "工作报告审议"],
    ...{ metrics: ["B1"], records: ["specialWorkReport"] },
  },
  { words: ["执法检查", "法律实施", "法律贯彻"], metrics: ["B2", "M17"], records: ["activity"] },
  {
    words: ["视察", "调研", "督查", "暗访", "监督活动", "监督工作", "专题调查"],
    ...{ metrics: ["B3"], records: ["activity"] },
  },
  { words: ["整改", "问题清单", "销号", "发现问题", "问题台账"], metrics: ["B4"], records: ["finding"] },
  {
    words: ["站所评议", "评议站所", "部门评议", "工作评议", "站所测评"],
    ...{ metrics: ["B5", "M18"], records: ["appraisal", "appraisalOutcome"] },
  },
  {
    words: ["预算", "决算", "财政监督", "政府债务", "审计监督", "财政审查"],
    ...{ metrics: ["B6"], records: ["fiscalCheck"] },
  },
  {
    words: [
      "代表建议",
      "建议办理",
      "办理建议",
      "建议台账",
      "建议清单",
      "建议数",
      "建议情况",
      "议案",
      "闭会建议",
    ],
    ...{ metrics: ["C1", "C3", "C4", "C5"], records: ["suggestion"] },
  },
  { words: ["建议交办"], metrics: ["C1"], records: ["suggestion"] },
  { words: ["面商", "见面沟通"], metrics: ["C2"], records: ["suggestion"] },
  { words: ["建议答复", "答复率", "按期答复"], metrics: ["C3"], records: ["suggestion"] },
  { words: ["办成率", "落实率", "解决率"], metrics: ["C4"], records: ["suggestion"] },
  { words: ["代表满意", "满意率"], metrics: ["C5"], records: ["suggestion"] },
  { words: ["重办", "重新办理"], metrics: ["C6"], records: ["suggestion"] },
  { words: ["承办单位"], metrics: [], records: ["handlingUnit"] },
  {
    words: ["代表小组", "小组活动", "代表编组"],
    ...{ metrics: ["D1", "M04"], records: ["groupActivity", "deputyGroup"] },
  },
  {
    words: ["履职情况", "履职档案", "代表履职", "履职登记", "履职积分", "代表活动"],
    ...{ metrics: ["D2", "M03"], records: ["deputy"] },
  },
  {
    words: ["接待选民", "选民接待", "接待日", "联络站", "代表之家", "代表家站", "接待群众"],
    ...{ metrics: ["D3", "M14", "M15"], records: ["reception", "station"] },
  },
  {
    words: ["民情", "选民意见", "群众意见", "社情民意", "意见收集"],
    ...{ metrics: ["D4"], records: ["voterOpinion"] },
  },
  { words: ["述职"], metrics: ["D5", "M05"], records: ["dutyReport"] },
  { words: ["走访", "联系选民", "联系群众"], metrics: ["M06"], records: ["deputyVisit"] },
  { words: ["培训", "轮训"], metrics: ["D6"], records: ["training"] },
  {
    words: ["民生实事", "票决", "实事项目"],
    ...{ metrics: ["E1", "E2", "E3"], records: ["project", "projectBallot", "projectRating"] },
  },
  { words: ["决议", "重大事项决定", "决定事项"], metrics: ["F2"], records: ["resolution"] },
  {
    words: ["工作计划", "年度计划", "工作安排", "年度要点"],
    ...{ metrics: ["G1", "M02"], records: ["planItem", "annualPlan"] },
  },
  {
    words: [
      "代表名册",
      "代表名单",
      "代表花名册",
      "代表基本情况",
      "代表信息",
      "代表结构",
      "代表人数",
      "代表总数",
    ],
    ...{ metrics: [], records: ["deputy"] },
  },
  { words: ["代表名单变动", "代表变动", "补选"], metrics: [], records: ["deputy", "session"] },
  {
    words: ["人大干部", "人大岗位", "专职人大", "人员配备", "工作人员"],
    ...{ metrics: ["M12"], records: ["post"] },
  },
  { words: ["人大经费", "工作经费", "活动经费", "代表经费"], metrics: ["M13"], records: ["fund"] },
  { words: ["议事规则", "工作制度", "制度建设", "规章制度"], metrics: ["M16"], records: ["policy"] },
  {
    words: ["党委研究人大", "党委听取人大", "党委会研究", "党委会议研究"],
    ...{ metrics: ["M23"], records: ["committeeHearing"] },
  },
  { words: ["表彰", "评优", "荣誉", "先进集体", "优秀代表"], metrics: ["M19"], records: ["honour"] },
];
