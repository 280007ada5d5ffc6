import { faceOf } from "@/domains/registry";
import { deedLabels } from "@/domains/standards/labels";
import { classLabel } from "@/domains/tenancy/labels";
import { type Day, yearOf } from "@/lib/dates";
import type { ShownCell } from "./rules/cells";
import { furtherReasons } from "./rules/further-reasons";
import { type MetricCode, metricOf } from "./rules/metrics";
import type { PartialTotal } from "./rules/score";
import type { StepCode } from "./rules/steps";

const quarters = ["第一季度", "第二季度", "第三季度", "第四季度"] as const;
const quarter = (amount: number | null) => quarters[(amount ?? 1) - 1] ?? "";

const deedWords = (of: readonly string[]): string =>
  Object.entries(deedLabels)
    .flatMap(([deed, word]) => (of.includes(deed) ? [word] : []))
    .join("、");

/** Why a row counts as it does, or why it is left out; `n` is the row's amount, `of` what the reason itself names: "dutyShort:visit.speech". */
const reasons: Record<string, (n: number | null, of: readonly string[]) => string> = {
  held: () => "已召开",
  noQuorum: (n) => `到会 ${n ?? 0} 人，不足法定人数，不计次`,
  notYetHeld: () => "还没到日子",
  voided: () => "已作废",
  struckOwing: () => "过了期限没有按期完成就作废，仍计入",
  rollCall: (n) => (n === null || n === 0 ? "逐人登记" : `逐人登记，其中请假 ${n} 人`),
  totals: () => "按总数登记",
  noAttendance: () => "未录出席情况",
  noMandate: () => "登记的人当时都不在任期内",
  procedureChecked: (n) => `其余 ${n ?? 0} 项程序检查没有发现问题`,
  tooFewPresent: (n) => `到会 ${n ?? 0} 人，不足法定人数（地方组织法第14条）`,
  lateNotice: (n) => `会议通知只提前 ${n ?? 0} 天`,
  lateDocuments: (n) => `会议材料只提前 ${n ?? 0} 天`,
  shortSession: (n) => `会期只有 ${n ?? 0} 分钟，是“半天会”`,
  missingGovernmentReport: () => "年度首次会议没有政府工作报告（地方组织法第12条）",
  missingPresidiumReport: () => "年度首次会议没有主席团工作报告（地方组织法第12条）",
  missingBudget: () => "年度首次会议没有预算（决算）审查（地方组织法第12条）",
  voteTooFewPresent: (n) => `表决时到会 ${n ?? 0} 人，不足法定人数（地方组织法第14条）`,
  voteNoMajority: (n) => `赞成 ${n ?? 0} 票就算通过，没有超过全体代表的半数（地方组织法第25条）`,
  electionNoMajority: (n) => `得 ${n ?? 0} 票就算当选，没有超过全体代表的半数（地方组织法第25条）`,
  noticeUnknown: () => "未填通知日期，不能判断",
  documentsUnknown: () => "未填材料送达日期，不能判断",
  lengthUnknown: () => "未填会期时长，不能判断",
  agendaUnknown: () => "未录议程，不能判断",
  presentUnknown: () => "未录出席情况，不能判断",
  quarterMet: (n) => `${quarter(n)}首次会议`,
  quarterMetBefore: (n) => `${quarter(n)}已开过会，不重复计`,
  quarterPart: (n) => `本季第 ${n ?? 1} 次会议，次数未到`,
  quarterReached: (n) => `本季第 ${n ?? 1} 次会议，达到次数`,
  quarterShort: (n) => `只开 ${n ?? 0} 次，次数不够`,
  quarterMissed: (n) => `${quarter(n)}没有会议`,
  quarterOpen: (n) => `${quarter(n)}尚可召开`,
  quarterToCome: (n) => `${quarter(n)}未到`,
  notPresidium: () => "座谈协商，不是主席团会议",
  withFindings: (n) => `有报告，发现问题 ${n ?? 0} 个`,
  signedNone: () => "有报告，代表签认未发现问题",
  unsignedNone: () => "“未发现问题”不足两名代表签认",
  noReport: () => "没有报告",
  noFindings: () => "没有记录问题，也没有签认",
  lawInspection: () => "执法检查另行计分",
  cancelled: () => "活动已取消",
  closed: () => "已核实销号",
  notClosed: (n) => `到期未销号，逾期 ${n ?? 0} 天`,
  notNotified: (n) => `没有通知整改单位，逾期 ${n ?? 0} 天`,
  noDueDay: () => "没有期限",
  notYetDue: () => "还没到期",
  inTime: () => "按期",
  late: (n) => `迟 ${n ?? 0} 天`,
  overdue: (n) => `逾期 ${n ?? 0} 天，仍未办`,
  consulted: () => "两次面商都经代表确认",
  notConsulted: () => "两次面商不全",
  inProgress: () => "办理中，还没到第二次面商",
  solved: () => "已解决并办结",
  promiseKept: () => "承诺已兑现，经代表核实并办结",
  promiseOpen: () => "承诺还没到期",
  promiseBroken: (n) => `承诺逾期 ${n ?? 0} 天，未兑现`,
  notSolved: () => "办结，但未解决",
  unsettled: () => "还没办结",
  beyondPower: () => "超越权限，已上报",
  satisfied: () => "满意",
  basic: () => "基本满意，按 0.6 计",
  unsatisfied: () => "不满意",
  notRated: () => "逾期未测评",
  ratingOpen: () => "还没测评",
  noRedo: () => "没有要求重办",
  redone: () => "按期重办",
  redoneLate: () => "逾期重办",
  monthReceived: (n) => (n === null ? "本月首次接待" : `本月首次接待，选民 ${n} 人`),
  monthNobody: () => "本月首次接待，当天无人来访",
  visitorsUntold: () => "没有填接待人数（无人来访的要写明），不计",
  monthAgain: () => "本月已接待过，不重复计",
  monthMissed: (n) => `${n ?? 1}月没有接待`,
  monthOpen: (n) => `${n ?? 1}月尚可接待`,
  monthToCome: (n) => `${n ?? 1}月未到`,
  groupMet: (n) => `活动 ${n ?? 0} 次，够次数`,
  groupShort: (n) => `活动 ${n ?? 0} 次，次数不够`,
  dutyReported: (n) => `已述职（任期已过 ${n ?? 0}%，按进度折算）`,
  notReported: () => "本届还没有述职",
  leftOffice: () => "述职的代表已离任，不计",
  dutyMet: (n) => `${n ?? 0} 项要求都已达到`,
  dutyShort: (_, of) => `未达标，还差：${deedWords(of)}`,
  electedLate: () => "下半年才当选，本年不计",
  trained: (n) => `参加培训 ${n ?? 0} 次`,
  untrained: () => "未参加培训",
  planDone: () => "已完成",
  planChanged: () => "有理由调整，新的月份还没过",
  planOverdue: (n) => `没有完成也没有说明，逾期 ${n ?? 0} 天`,
  planCancelled: () => "已取消（有理由），仍计入计划",
  planNotDue: () => "计划的月份还没过",
  deliberated: () => "已听取并形成审议意见",
  notDeliberated: () => "听取后还没有审议意见，不计",
  notHandedOver: () => "有报告，还没有交有关机关研究处理，不计",
  responseOpen: () => "有报告，等待反馈，还没到期",
  responseInTime: () => "有报告，按期反馈",
  responseLate: (n) => `反馈迟 ${n ?? 0} 天，不计`,
  responseOverdue: (n) => `反馈逾期 ${n ?? 0} 天，仍未反馈`,
  filedInTime: () => "按期报县人大常委会备案",
  filedLate: (n) => `备案迟 ${n ?? 0} 天`,
  unfiled: (n) => `备案逾期 ${n ?? 0} 天，仍未报`,
  reportedInTime: () => "按期反馈",
  reportedLate: (n) => `反馈迟 ${n ?? 0} 天`,
  unreported: (n) => `反馈逾期 ${n ?? 0} 天，仍未反馈`,
  jointInTime: () => "按期提交，县人大已认定",
  practiceHelped: () => "其他乡镇采用后确认有效",
  practiceNotHelped: () => "其他乡镇采用后确认没有见效，不计",
  practiceNotYetUsed: () => "已发布，本年还没有乡镇确认有效",
  jointLate: (n) => `成果迟交 ${n ?? 0} 天`,
  jointWaiting: () => "按期提交，县人大还没认定，先不计",
  jointReturned: () => "退回后没有按期补交",
  jointOverdue: (n) => `成果逾期 ${n ?? 0} 天，仍未提交`,
  jointRecalled: () => "县人大已撤回任务",
  stageDone: () => "这个环节已监督",
  stageDoneBefore: () => "这个环节本年已监督过，不重复计",
  ballotChoice: (n) => `候选 ${n ?? 0} 项，差额票决，入选的都过全体代表半数`,
  ballotNoChoice: (n) => `候选 ${n ?? 0} 项，应选不少于候选，不是差额票决`,
  ballotNobody: (n) => `候选 ${n ?? 0} 项，没有项目过全体代表半数`,
  milestonesMet: (n) => `到期的 ${n ?? 0} 个节点都已完成并核实`,
  milestonesOpen: (n) => `${n ?? 0} 个到期节点没有完成并核实`,
  milestonesAfterwards: (n) => `${n ?? 0} 个节点在日期已过或已完成后才登记，完成了也不计入`,
  milestonesVoided: (n) => `${n ?? 0} 个节点在到期以前作废，不再计入`,
  milestonesToCome: () => "节点还没到期",
  milestonesNone: () => "没有登记节点",
  projectDropped: () => "项目已按决定取消",
  projectUnrated: (n) => `这个项目没有测评，按 ${n ?? 0} 票未满意计`,
  projectRated: (n) => `有效测评 ${n ?? 0} 票，基本满意按 0.6 计`,
  ballotsSilent: (n) => `${n ?? 0} 张测评票没有收回或没有表态`,
  unitAppraised: (n) => `评议 ${n ?? 0} 次`,
  unitNotAppraised: () => "本年没有评议",
  ballotsReturned: (n) => (n === null || n === 0 ? "评议票全部收回" : `${n} 张评议票没有收回`),
  redoOverdue: (n) => `重办逾期 ${n ?? 0} 天`,
  declaredSession: () => "乡镇声明本年未召开人代会",
  declaredPresidium: () => "乡镇声明本年未召开主席团会议",
  declaredMeetings: () => "乡镇声明本年未召开人代会和主席团会议",
  declaredSupervision: () => "乡镇声明本年未开展监督活动",
  declaredSuggestion: () => "乡镇声明本年没有代表建议",
  draft: () => "草稿",
  returned: () => "已退回代表修改",
  merged: () => "已并入另一件",
  notRecorded: () => "补录已办结的，原台账没有记这一项，不计",
  entryUnknown: () => "不知道哪天录入",
  entered: (n) => (n === null || n <= 0 ? "当天录入" : `${n} 天后录入`),
  enteredLate: (n) => `迟录：${n ?? 0} 天后录入`,
};

export function reasonText(reason: string, amount: number | null): string {
  const [code = "", of = ""] = reason.split(":");
  const parts = of.split(".");
  return reasons[code]?.(amount, parts) ?? furtherReasons[code]?.(amount, parts, deedWords(parts)) ?? reason;
}

export const stepLabels: Record<StepCode, string> = {
  registered: "登记",
  attendance: "出席",
  vote: "表决",
  election: "选举",
  speech: "发言",
  reported: "活动报告",
  notified: "通知整改",
  planned: "整改方案",
  rectified: "整改结果",
  verified: "代表核实",
  struckOff: "销号",
  checked: "三关审核",
  assigned: "交办",
  accepted: "三落实",
  returnRequested: "申请退办",
  consulted: "面商",
  confirmed: "代表确认面商",
  replied: "答复",
  answered: "答复选民",
  rated: "测评",
  deferralRequested: "申请延期",
  deferralDecided: "决定延期",
  presidiumHeld: "主席团协商",
  closed: "办结",
  fulfilled: "承诺兑现",
  calledBack: "回访",
  planDone: "完成计划",
  deliberated: "审议意见",
  handedOver: "交政府研究处理",
  responded: "反馈",
  implemented: "落实",
  filed: "备案",
  noted: "领导阅批",
  extended: "延期",
  finished: "办结",
  settled: "结案",
  concluded: "执行完毕",
  taskDone: "完成任务",
  nominated: "主席团提名",
  completed: "项目完成",
  milestoneDone: "项目节点完成",
  sent: "报送主管局委",
  projectEvent: "项目延期、询问或调整",
};

/** What is behind an evidence row and is no record of its own. */
const noRecords: Readonly<Record<string, string>> = { quarter: "季度", month: "月份", declaration: "声明" };

export const behindText = (type: string): string => noRecords[type] ?? faceOf(type)?.name ?? "";

const plain = (value: number, digits = 1) => value.toLocaleString("zh-CN", { maximumFractionDigits: digits });
/** What falls on each deputy is a small number. */
const digitsOf = (metric: MetricCode): number => (metricOf(metric).perDeputy ? 2 : 1);
export const percent = (share: number): string => `${plain(share * 100)}%`;

/** Figures are read on a day: those of a year that is over, too, with what was entered and closed since then. */
export const readText = (year: number, today: Day): string =>
  year < yearOf(today) ? `${year} 年全年，截至 ${today} 的记录` : `截至 ${today}`;

/** A bare value in the metric's own way: 71%, 3 季, 2 次. */
export function kindText(metric: MetricCode, value: number | null): string {
  const { kind, unit } = metricOf(metric);
  if (value === null) return "–";
  return kind === "ratio" ? percent(value) : `${plain(value, digitsOf(metric))} ${unit}`;
}

/** What is printed in a cell; 未录, 无 and 0 are three things. */
export function cellText(cell: ShownCell): string {
  if (cell.state === "notEntered") return "未录";
  if (cell.state === "none" || cell.value === null) return "无";
  if (metricOf(cell.metric).kind === "tally") return `${plain(cell.numerator)}/${plain(cell.denominator)}`;
  return metricOf(cell.metric).kind === "ratio"
    ? percent(cell.value)
    : plain(cell.value, digitsOf(cell.metric));
}

/** For Excel: a number to reckon with in the metric's own unit, 92.6 for 92.6%; 未录 and 无 in words. */
export function cellNumber(cell: ShownCell): number | string {
  return cell.state === "value" && cell.value !== null ? inUnit(cell.metric, cell.value) : cellText(cell);
}

/** A share in percent, anything else as it is; as many digits behind the point as are shown. */
export function inUnit(metric: MetricCode, value: number): number {
  const by = 10 ** digitsOf(metric);
  return Math.round(value * (metricOf(metric).kind === "ratio" ? 100 : 1) * by) / by;
}

/** How the rows behind a figure were weighed, where they do not simply add up to it. */
const weighing: Partial<Record<MetricCode, string>> = {
  C5: "（基本满意按 0.6 计）",
  D5: "（已述职的按任期进度折算）",
  E3: "（基本满意按 0.6 计）",
};

/** Numerator and denominator in words, for the tooltip and the screen reader. */
export function cellDetail(cell: ShownCell): string {
  if (cell.state === "notEntered") return "还没有录入";
  if (cell.declared) return "乡镇声明本年没有";
  if (cell.state === "none") return "没有应计的事";
  const left = cell.leftOut > 0 ? `，另有 ${cell.leftOut} 条不计` : "";
  return metricOf(cell.metric).kind === "faults"
    ? `${plain(cell.numerator)} 处${left}`
    : metricOf(cell.metric).kind === "count"
      ? `${plain(cell.numerator, digitsOf(cell.metric))}（共 ${cell.counted} 条记录）${left}`
      : `${plain(cell.numerator)}${weighing[cell.metric] ?? ""} ÷ ${plain(cell.denominator)}${left}`;
}

type Place = { class: number | null; rank: number | null; rankOf: number; unranked: number; tied: boolean };

/** "二类 5 个乡镇中第 1（其中 4 个未录，没有位次）": of the whole class, and how many of it are missing. */
export function placeText({ class: townshipClass, rank, rankOf, unranked, tied }: Place): string {
  const peers = `${classLabel(townshipClass)} ${rankOf} 个乡镇`;
  if (rank === null) return `还没有位次（${peers}，其中 ${unranked} 个未录，没有位次）`;
  const missing = unranked > 0 ? `（其中 ${unranked} 个未录，没有位次）` : "";
  return `${peers}中第 ${rank}${tied ? "（并列）" : ""}${missing}`;
}

type Points = Pick<PartialTotal, "points" | "max" | "computed" | "redistributed">;

/** What each of the three numbers is; the last is the one by which townships are placed. */
export function pointsText({ points, max, computed, redistributed }: Points): string {
  const read = redistributed === null ? "未录" : `${redistributed.toFixed(2)} 分`;
  const scale = computed === 100 ? "折合百分制 " : `折合（满分 ${plain(computed, 2)} 分）`;
  return `得分 ${points.toFixed(2)} 分，适用分值 ${plain(max, 2)} 分，${scale}${read}`;
}

/** A score's sentence where the indicator's name stands before it already. */
export const afterName = (sentence: string, name: string): string =>
  sentence.startsWith(`${name}：`) ? sentence.slice(name.length + 1) : sentence;

/** By which scheme the points were given, and since when the county has had it. */
export function schemeInText(head: {
  schemeAdopted: boolean;
  schemeName: string;
  schemeSince: string | null;
}): string {
  return head.schemeAdopted
    ? `${head.schemeName}（${head.schemeSince ?? ""} 起采用）`
    : "默认方案（本县尚未采用）";
}
