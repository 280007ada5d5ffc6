import { attendanceBar } from "@/domains/presidium/rules";
import { type MetricDefinition, ratio } from "./metric";

const count = { kind: "count", whenNothingDue: "none" } as const;
const tally = { kind: "tally", whenNothingDue: "none" } as const;
const perDeputy = { ...count, perDeputy: true } as const;
const inOffice = "年末（本年为今天）在任的本级代表";

/**
 * What other counties' schemes count. How much was studied or written, who commented on it and who logged in is no metric
 * and shall be none: see `neverScored`.
 */
export const furtherMetrics: readonly MetricDefinition[] = [
  {
    ...tally,
    code: "M01",
    name: "出席达标的主席团会议",
    unit: "次",
    rule: `出席的主席团成员达到应到人数 ${attendanceBar}% 的主席团会议 ÷ 本年召开并登记了出席的主席团会议；没有登记出席的、座谈协商不计`,
    article: "奉化等地乡镇人大考核办法",
    domain: ["A3"],
  },
  {
    ...count,
    code: "M02",
    name: "党委批准年度计划",
    unit: "份",
    rule: "乡镇党委批准的人大年度工作计划（计划批准），按计划的年度计。党委会议听取人大工作没有专门的记录，要考核次数的，请用评审打分",
    article: "县人大考评办法",
    domain: ["M02"],
  },
  {
    ...ratio,
    code: "M03",
    name: "履职档案齐全面",
    rule: `当年履职标准要求的每一类履职都至少登记了一条的代表 ÷ ${inOffice}；下半年才当选的不计，任期满四年后才要求述职；一项履职也没有登记的年度为未录`,
    article: "代表法第58条",
    domain: ["M03"],
  },
  {
    ...ratio,
    code: "M04",
    name: "小组活动有记录",
    rule: "本年有活动写了活动记录、登记了签到代表的代表小组 ÷ 年末（本年为今天）已编组的代表小组；只有主题、没有记录或签到的活动不算，一次活动也没有登记的年度为未录",
    article: "代表法第26条",
    domain: ["M04"],
  },
  {
    ...count,
    code: "M05",
    name: "述职代表数",
    unit: "名",
    rule: "本年向选民述职的代表，一人述职几次只计一次",
    article: "代表法第58条",
    domain: ["M05"],
  },
  {
    ...perDeputy,
    code: "M06",
    name: "人均走访户数",
    unit: "户/人",
    rule: `本年代表走访选民、帮扶困难户的户数 ÷ ${inOffice}；没有填户数的按 1 户计，座谈、献策、调解等不计`,
    article: "县人大履职规范",
    domain: ["M06"],
  },
  {
    ...perDeputy,
    code: "M07",
    name: "人均建议数",
    unit: "件/人",
    rule: `本年登记的代表建议 ÷ ${inOffice}；草稿、退回、并入另一件的不计。只说明提得多少，不说明办得好坏，不宜单独计分`,
    article: "代表法第51条",
    domain: ["C1"],
  },
  {
    ...ratio,
    code: "M08",
    name: "书面答复到人",
    rule: "有一次答复书面送到了每一位领衔和附议代表的建议 ÷ 已答复并登记了提出代表的建议；补录已办结的、没有登记答复的不计",
    article: "代表法第51条",
    domain: ["C1"],
  },
  {
    ...ratio,
    code: "M09",
    name: "办成建议的单位面",
    rule: "本年主办的建议至少办成一件（A类办结，或承诺兑现并经代表核实）的承办单位 ÷ 有主办建议办结的承办单位；没有登记主办单位的、超越权限上报（E类）的建议不计",
    article: "代表法第51条",
    domain: ["C1"],
  },
  {
    ...ratio,
    code: "M10",
    name: "代表满意的单位面",
    rule: "本年主办的建议至少有一件最后测评为满意的承办单位 ÷ 主办建议经过测评的承办单位；基本满意不算，没有测评的建议不计",
    article: "重庆市建议工作条例第29条",
    domain: ["C1"],
  },
  {
    ...tally,
    code: "M11",
    name: "差额票决的项目",
    unit: "个",
    rule: "候选多于应选的票决中入选的民生实事项目 ÷ 本年票决入选的全部项目；一个项目几次入选只计一次",
    article: "浙江省乡镇人大工作条例第30条",
    domain: ["E1"],
  },
  {
    ...tally,
    code: "M12",
    name: "岗位配备",
    unit: "个",
    rule: "年末（本年为今天）有人任职的岗位 ÷ 应配的三个岗位：主席、副主席、秘书（联络员），一个岗位几人任职只计一次；一个岗位也没有登记的为未录",
    article: "地方组织法第18条",
    domain: ["M12"],
  },
  {
    ...perDeputy,
    code: "M13",
    name: "人均经费",
    unit: "元/人",
    rule: `列入本年预算的人大经费（预算数，各项用途合计）÷ ${inOffice}；只看有没有保障，支出多少不计`,
    article: "代表法关于代表活动经费的规定",
    domain: ["M13"],
  },
  {
    ...count,
    code: "M14",
    name: "联络站开放天数",
    unit: "天",
    rule: "有代表在联络站接待选民并填了接待人数的天数（无人来访、写明情况的也计），各站分别计，一个站同一天只计一次",
    article: "县人大接待制度",
    domain: ["D3"],
  },
  {
    ...ratio,
    code: "M15",
    name: "联络站接待面",
    rule: "本年接待过选民的联络站 ÷ 年末（本年为今天）在用的联络站；没有填接待人数的接待不算，一次接待也没有登记的年度为未录",
    article: "县人大接待制度",
    domain: ["D3"],
  },
  {
    ...tally,
    code: "M16",
    name: "在执行的工作制度",
    unit: "项",
    rule: "年末（本年为今天）在执行的制度 ÷ 应有的九项制度（主席团议事规则、工作职责、学习、联系代表、联系选民、建议办理、小组活动、述职、档案），同一项几个版本只计一次，其他制度不计；一项也没有登记的为未录",
    article: "县人大考评办法",
    domain: ["M16"],
  },
  {
    ...count,
    code: "M17",
    name: "执法检查次数",
    unit: "次",
    rule: "本年有报告的执法检查，不论有没有收到反馈；要看反馈的，用 B2",
    article: "地方组织法第19条",
    domain: ["B2", "B3"],
  },
  {
    ...count,
    code: "M18",
    name: "评议次数",
    unit: "次",
    rule: "本年对站所、单位的评议，一次评议几个单位也只计一次；要看评议面的，用 B5",
    article: "县人大考评办法",
    domain: ["B5"],
  },
  {
    ...count,
    code: "M19",
    name: "县级以上表彰",
    unit: "次",
    rule: "本年受县级及以上机关表彰的次数（表彰奖励），乡镇自己的表彰不计。可作加分的依据：加分由评审按这些记录认定",
    article: "县人大考评办法",
    domain: ["M19"],
  },
];

/** What no scheme should count, and why: the rules on burdens at the grass roots forbid it, or it tells of nothing done. */
export const neverScored: readonly (readonly [what: string, why: string])[] = [
  ["培训学时", "只记录、不计分：学时、心得、笔记多少不得作为考核依据；培训看覆盖面（D6）"],
  ["信息宣传稿件、领导批示", "只记录、不计分：中央整治形式主义为基层减负的规定不许作为考核内容"],
  ["登录、打卡、在线时长、积分排名", "不记录、不计分：国办函〔2026〕12号不许作为考核依据"],
  ["照片、留痕材料的多少", "附件随记录保存，数量不计分：不得以有没有会议、文件、照片评判工作"],
  ["财政监督的次数", "按环节计（B6），同一环节几次只计一次，次数不另设口径"],
];
