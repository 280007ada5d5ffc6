import { lateAfter } from "@/lib/entry-lag";

/**
 * The figures by which townships are compared. What each one counts is said once, in SQL, by the `evidence` of the slice
 * whose records it reads; here stands what is needed to read them: name, unit, law, and when a figure is missing rather
 * than zero.
 */
export const metricCodes = [
  "A1",
  "A2",
  "A3",
  "A4",
  "B1",
  "B2",
  "B3",
  "B4",
  "B5",
  "B6",
  "C1",
  "C2",
  "C3",
  "C4",
  "C5",
  "C6",
  "D1",
  "D2",
  "D3",
  "D4",
  "D5",
  "D6",
  "G1",
  "F2",
  "E1",
  "E2",
  "E3",
  "G2",
] as const;
export type MetricCode = (typeof metricCodes)[number];

/**
 * A count is a number of records, a ratio numerator ÷ denominator, a tally a ratio read as "3/4". Faults are a number as well,
 * but only of what could be judged: where nothing could, there is no "no fault".
 */
export type MetricKind = "count" | "ratio" | "tally" | "faults";

export type MetricDefinition = {
  code: MetricCode;
  name: string;
  kind: MetricKind;
  /** of a count, printed after the number */
  unit: string;
  /** what is counted, one sentence for the head of the evidence; metric-law.ts says it with the county's own numbers */
  rule: string;
  /** law or source of the rule, where no rule of the county's law has its own citation */
  article: string;
  /** Rows of these metrics show that the township entered this metric's own kind of record in that year. */
  domain: readonly MetricCode[];
  /** the part that the figure shows, where others only weigh its points */
  shows?: "coverage";
  /** What it means that records exist but none was due: nothing was owed, or the necessary part was not entered. */
  whenNothingDue: "none" | "notEntered";
};

/** Findings come out of activities: where those were entered, a year without findings had none. */
const supervision = ["B3", "B4"] as const;
const suggestions = ["C1"] as const;

const ratio = { kind: "ratio", unit: "", whenNothingDue: "none" } as const;

export const metrics: readonly MetricDefinition[] = [
  {
    code: "A1",
    name: "人代会次数",
    kind: "count",
    unit: "次",
    rule: "本年召开的人民代表大会会议",
    article: "地方组织法第14条",
    domain: ["A1"],
    whenNothingDue: "none",
  },
  {
    code: "A2",
    name: "程序不合法",
    kind: "faults",
    unit: "处",
    rule: "本年人代会不合程序的地方：到会不足、表决没有超过全体代表的半数、通知或材料迟发、会期不足、缺少法定议程",
    article: "地方组织法第12、14、25条",
    domain: ["A1"],
    whenNothingDue: "notEntered",
  },
  {
    code: "A3",
    name: "主席团例会",
    kind: "tally",
    unit: "季",
    rule: "开够主席团会议的季度",
    article: "乡镇人大工作条例",
    domain: ["A3"],
    whenNothingDue: "none",
  },
  {
    ...ratio,
    code: "A4",
    name: "出席率",
    rule: "人代会与主席团会议的出席人次 ÷ 任期内应到人次，请假单列但不算出席",
    article: "地方组织法第14条",
    domain: ["A4"],
    whenNothingDue: "notEntered",
  },
  {
    code: "B1",
    name: "专项工作报告",
    kind: "count",
    unit: "项",
    rule: "本年听取并形成审议意见的专项工作报告，法治政府建设、公正司法年度报告也计入",
    article: "地方组织法第19条",
    domain: ["B1"],
    whenNothingDue: "none",
  },
  {
    code: "B2",
    name: "执法检查",
    kind: "count",
    unit: "次",
    rule: "有报告，并在期限内收到反馈的执法检查",
    article: "地方组织法第19条",
    domain: ["B2", "B3"],
    whenNothingDue: "none",
  },
  {
    code: "B3",
    name: "有发现的视察调研",
    kind: "count",
    unit: "次",
    rule: "有报告，并有至少一个问题或两名代表签认“未发现问题”的视察、调研",
    article: "地方组织法第19条",
    domain: ["B3"],
    whenNothingDue: "none",
  },
  {
    ...ratio,
    code: "B4",
    name: "整改销号率",
    rule: "经核实销号的问题 ÷ 本年到期和以前年度到期、到本年仍未销号的问题，该通知整改单位而未通知的也算到期",
    article: "监督法第36条",
    domain: supervision,
  },
  {
    ...ratio,
    code: "B5",
    name: "站所评议面",
    rule: "本年评议过的单位 ÷ 应评议的单位；计分时再乘参评率（收回的评议票 ÷ 发出的评议票）",
    article: "县人大考评办法",
    domain: ["B5"],
    shows: "coverage",
  },
  {
    code: "B6",
    name: "财政监督",
    kind: "count",
    unit: "个环节",
    rule: "预算编制、预算执行、预算调整、决算、重点支出和项目五个环节中，本年有审查意见的环节",
    article: "乡镇人大工作条例",
    domain: ["B6"],
    whenNothingDue: "none",
  },
  {
    ...ratio,
    code: "C1",
    name: "交办及时率",
    rule: "在期限内交办的建议 ÷ 应交办的建议",
    article: "本系统默认",
    domain: suggestions,
  },
  {
    ...ratio,
    code: "C2",
    name: "面商率",
    rule: "答复前、办结前两次面商都经代表确认的建议 ÷ 应完成面商的建议",
    article: "二次面商制度",
    domain: suggestions,
  },
  {
    ...ratio,
    code: "C3",
    name: "按期答复率",
    rule: "在期限内答复的建议 ÷ 应答复的建议",
    article: "代表法第51条",
    domain: suggestions,
  },
  {
    ...ratio,
    code: "C4",
    name: "办成率",
    rule: "办结并已解决（A类）或承诺兑现、经代表核实（B、C类）的建议 ÷ 已到期的建议，超越权限上报（E类）和还没到期的不计",
    article: "代表法第51条",
    domain: suggestions,
  },
  {
    ...ratio,
    code: "C5",
    name: "代表满意率",
    rule: "（满意 + 0.6 × 基本满意）÷ 已测评的建议，逾期未测评的不计",
    article: "重庆市建议工作条例第29条",
    domain: suggestions,
  },
  {
    ...ratio,
    code: "C6",
    name: "重办及时率",
    rule: "不满意后在期限内重新答复的建议 ÷ 应重新办理的建议",
    article: "代表法实施办法关于重新办理的规定",
    domain: suggestions,
  },
  {
    ...ratio,
    code: "D1",
    name: "小组活动",
    rule: "活动够次数的代表小组 ÷ 年末（本年为今天）已编组的代表小组，一次活动也没有登记的年度为未录",
    article: "代表法第26条",
    domain: ["D1"],
  },
  {
    ...ratio,
    code: "D2",
    name: "履职达标面",
    rule: "达到当年履职标准的代表 ÷ 年末（本年为今天）在任的本级代表；下半年才当选的不计，任期满四年后才要求述职；一项履职也没有登记的年度为未录",
    article: "县人大履职规范",
    domain: ["D2"],
  },
  {
    code: "D3",
    name: "接待选民",
    kind: "tally",
    unit: "个月",
    rule: "有代表在联络站接待选民的月份，同一个月接待几次只计一次",
    article: "县人大接待制度",
    domain: ["D3"],
    whenNothingDue: "none",
  },
  {
    ...ratio,
    code: "D4",
    name: "民情回应",
    rule: "在期限内答复的选民意见 ÷ 本年收到并已答复或已到期的选民意见，转为建议的以建议的答复为准",
    article: "县人大接待制度",
    domain: ["D4"],
  },
  {
    ...ratio,
    code: "D5",
    name: "代表述职",
    rule: "本届已述职的在任代表 ÷（年末（本年为今天）在任的各级代表 × 任期已过的部分），几次述职只计一次，超过进度的按 100% 计",
    article: "代表法第58条",
    domain: ["D5"],
  },
  {
    ...ratio,
    code: "D6",
    name: "培训覆盖",
    rule: "本年参加过培训的在任代表 ÷ 年末（本年为今天）在任的各级代表（一人兼几级的只计一次），一次培训也没有登记的年度为未录",
    article: "县人大培训制度",
    domain: ["D6"],
  },
  {
    code: "E1",
    name: "差额票决",
    kind: "count",
    unit: "次",
    rule: "应选少于候选、有项目入选的民生实事项目票决，入选须超过全体代表的半数",
    article: "浙江省乡镇人大工作条例第30条",
    domain: ["E1"],
    whenNothingDue: "none",
  },
  {
    ...ratio,
    code: "E2",
    name: "项目进度",
    rule: "完成并经代表核实的项目节点 ÷ 到期的项目节点；到期前决定的首次延期按新日期，以后的延期仍按前一日期；取消后才到期的不计",
    article: "浙江省乡镇人大工作条例第30条",
    domain: ["E2"],
    whenNothingDue: "none",
  },
  {
    ...ratio,
    code: "E3",
    name: "年终测评",
    rule: "（满意 + 0.6 × 基本满意）÷ 表态的测评票，没有收回或没有表态的另计参评率",
    article: "县人大票决办法",
    domain: ["E3"],
    whenNothingDue: "notEntered",
  },
  {
    ...ratio,
    code: "G1",
    name: "计划完成率",
    rule: "已完成和有理由调整（新的月份还没过）的计划事项 ÷ 月份已过、已完成、已调整或已取消的计划事项，没有登记计划的年度为未录",
    article: "县人大考评办法",
    domain: ["G1"],
  },
  {
    ...ratio,
    code: "F2",
    name: "交办反馈与决议备案",
    rule: "按期反馈的县交办信访、按期报备案的决议决定 ÷ 本年应反馈、应报备案的件数",
    article: "监督法",
    domain: ["F2"],
  },
  {
    ...ratio,
    code: "G2",
    name: "台账及时率",
    rule: `事后${lateAfter}日内录入的事项 ÷ 本年各类记录里有日期的全部事项（登记、交办、面商、答复、测评、整改、办结等，逐项计）`,
    article: "县人大考评办法",
    domain: ["G2"],
  },
];

const byCode = new Map(metrics.map((metric) => [metric.code, metric]));

export function metricOf(code: MetricCode): MetricDefinition {
  const metric = byCode.get(code);
  if (!metric) throw new Error(`unknown metric ${code}`);
  return metric;
}

export function isMetricCode(text: string): text is MetricCode {
  return (metricCodes as readonly string[]).includes(text);
}
