/** What a case of the signal takes off when a reviewer confirms it: a deduction of the scheme, by its code. */
export type DeductionCode = "falseRecord" | "copiedText";

type Signal = {
  code: string;
  name: string;
  /** what it shows */
  says: string;
  /** how it is found, with its numbers */
  found: string;
  /** how it comes about where nothing is wrong */
  innocent: string;
  /** null where an indicator counts it already: a confirmed case takes off nothing beside that */
  deduction: DeductionCode | null;
};

/*
 * The numbers by which signals go, each with its reason. They are the same for every county: a signal is a question to be
 * answered and takes no points, so that no county needs a number of its own before it can be fair.
 */

/** A record that is entered more than a month after its day was hardly entered from memory of that day. */
export const agedDays = 30;
/** Five records that old within two days are more than an office that was away catches up with. */
export const burstRecords = 5;
export const burstDays = 2;
/** Nobody takes three steps of one matter within a minute, least of all on days that lie apart. */
export const sittingSteps = 3;
export const sittingSeconds = 60;
export const sittingApart = 2;
/** An office that ends a mandate this shortly before a session lowers the number expected there. */
export const beforeSessionDays = 3;
/** After the last day for assigning, and after assigning itself: as long as a law's own shortest term of a month, and twice. */
export const unassignedDays = 30;
export const untouchedDays = 60;
/** Of fewer visits it may well be that none found anything. */
export const visitsWithout = 5;
/** How unlikely it must be that a township is so even by chance; and no rate of the others is taken for certain. */
export const chance = 0.01;
export const surestRate = 0.99;
/** Without any other township to compare with. */
export const usualRate = 0.95;
/** Fewer ratings than these say nothing about a rating. */
export const fewestRatings = 10;
/** Two records of a day with the same people may be one outing in two parts; three are rather a list that was copied. */
export const sameDayRecords = 3;
/** Nobody is at more than five places in a day. */
export const sameDayParts = 5;
/** Runs of five signs are rarely shared by chance; a text of fewer than eighty different ones is a form's phrase. */
export const runLength = 5;
export const fewestRuns = 80;
/** Nobody sees within a month what a practice does, and neighbours seldom find what they need at one another's in the same month. */
export const hastyDays = 30;
export const tradedDays = 31;
/** Four fifths of the later text stand in the earlier one, names, places and numbers left aside. */
export const copiedShare = 0.8;

/** Every signal, a line each, in the order of the columns. */
export const signals = [
  {
    code: "lateEntry",
    name: "迟录",
    says: "事情过了很久才录入",
    found: "记录的日期到录入之日超过 10 天（与“台账及时”同一口径），一条记录一条提示",
    innocent: "经办人外出、材料晚到、启用系统时补录旧台账",
    deduction: null,
  },
  {
    code: "backdatedStep",
    name: "后补环节",
    says: "交办、面商、答复、测评等环节写的是过去的日子",
    found: "某一环节写的日期到录入之日超过 10 天，一条记录一条提示",
    innocent: "承办单位的纸质材料晚交，按材料上的日期补录",
    deduction: "falseRecord",
  },
  {
    code: "burst",
    name: "集中补录",
    says: "几个月前的事，一两天里一起录入",
    found: `两天之内录入 ${burstRecords} 条以上 ${agedDays} 天前的记录`,
    innocent: "启用系统时补录旧台账、经办人交接后一次补齐",
    deduction: "falseRecord",
  },
  {
    code: "minuteSteps",
    name: "一分钟办完",
    says: "一件事的几个环节在一分钟里连着录完，写的却是不同的日子",
    found: `同一件 ${sittingSeconds} 秒内录入 ${sittingSteps} 个环节，所写日期相隔 ${sittingApart} 天以上`,
    innocent: "照着一份写齐了日期的纸质办理单逐项补录",
    deduction: "falseRecord",
  },
  {
    code: "editedLater",
    name: "事后修改",
    says: "日期、人数、参加人或结果在事后改过",
    found:
      "登记 10 天以后修改日期、数字、人员或结果，或者发生 10 天以后（不论何时登记）又把发生日期改晚；补填空着的不算",
    innocent: "核对时发现登记错了，照原始材料更正",
    deduction: "falseRecord",
  },
  {
    code: "struckLater",
    name: "逾期后作废",
    says: "过了期限、已经计入考核的记录又作废",
    found: "作废时距记录的日期超过 10 天，一条记录一条提示；计入“台账及时”的各类记录都看",
    innocent: "核对时发现重复登记、登错对象",
    deduction: "falseRecord",
  },
  {
    code: "mandateEnded",
    name: "会前终止资格",
    says: "开会前几天终止代表资格，应到人数因此变少",
    found: `人代会开始前 ${beforeSessionDays} 天内终止的乡镇代表资格；届满、去世、调离和罢免的不算`,
    innocent: "会前依法接受辞职，或经资格审查终止",
    deduction: "falseRecord",
  },
  {
    code: "attendanceChanged",
    name: "改出席",
    says: "点名登记之后，隔天又改了出席情况",
    found: "人代会、主席团会议登记的缺席、请假，在首次登记的次日以后改过；补记缺席的不算",
    innocent: "核对签到表后更正个别人",
    deduction: "falseRecord",
  },
  {
    code: "neverBegun",
    name: "没有办过",
    says: "建议登记以后没有办过任何一步",
    found: `过了交办期限 ${unassignedDays} 天还没有交办，或交办 ${untouchedDays} 天后没有任何进展`,
    innocent: "一直在办，只是没有登记",
    deduction: null,
  },
  {
    code: "ratedByOffice",
    name: "代录测评",
    says: "答复和“满意”的测评由办公室同一天录入",
    found: "测评不是代表经一次性链接所填，由办公室录入，与所测评的答复在同一天录入，结果为满意",
    innocent: "当面答复，代表当场填写纸质测评票",
    deduction: "falseRecord",
  },
  {
    code: "copiedText",
    name: "文字雷同",
    says: "与别的乡镇或往年的文字基本相同",
    found: `隐去人名、地名、单位、日期和数字后，较晚的文字有 ${copiedShare * 100}% 以上（每 ${runLength} 字一段）见于较早的一篇；不足百字的不比`,
    innocent: "照抄上级统一发的文字、联合开展的活动、上年没有解决而再次提出的建议",
    deduction: "copiedText",
  },
  {
    code: "noFindings",
    name: "从无问题",
    says: "一年的视察、检查一个问题也没有记录",
    found: `本年办结 ${visitsWithout} 次以上监督活动，没有一次记录问题`,
    innocent: "问题当场解决，没有另行登记",
    deduction: null,
  },
  {
    code: "sameDay",
    name: "同日批量",
    says: "同一天、同一批人的记录成批登记，或一个人一天出现在许多活动里",
    found: `同一天同一类记录 ${sameDayRecords} 条以上、参加的代表（两名以上）完全相同；同一天登记监督活动 ${sameDayRecords} 次以上；或一名代表一天参加的活动、走访超过 ${sameDayParts} 项`,
    innocent: "一次外出连续看几个点、分别登记；几个小组同一天分头检查；逐户走访、一户一条",
    deduction: "falseRecord",
  },
  {
    code: "tradedPractice",
    name: "互相采用",
    says: "两个乡镇互相采用对方的经验，或登记采用不久就确认有效",
    found: `两个乡镇登记采用对方经验的日期相隔不超过 ${tradedDays} 天；或登记采用后不到 ${hastyDays} 天就确认有效`,
    innocent: "座谈会上互相看中对方的做法；早已采用、后来才补登记",
    deduction: "falseRecord",
  },
  {
    code: "uniform",
    name: "过于整齐",
    says: "全部到会、全部满意，或各季度的数完全一样",
    found: `按全县其他乡镇的比率计算，这样整齐的机会不到 ${chance * 100}%；或四个季度的合计数完全相同`,
    innocent: "会议少、人数少时也可能恰好如此",
    deduction: "falseRecord",
  },
] as const satisfies readonly Signal[];

export type SignalCode = (typeof signals)[number]["code"];
export const signalCodes = signals.map(({ code }) => code) as [SignalCode, ...SignalCode[]];

const byCode = new Map<string, Signal>(signals.map((one) => [one.code, one]));

export function signalOf(code: SignalCode): Signal {
  const signal = byCode.get(code);
  if (signal === undefined) throw new Error(`there is no signal ${code}`);
  return signal;
}
