import { postLabels } from "@/domains/posts/record";
import { attendanceBar } from "@/domains/presidium/rules";
import { templateLabels } from "@/domains/policies/record";

type Words = (n: number | null, of: readonly string[], deeds: string) => string;

const named = (labels: Readonly<Record<string, string>>, [code = ""]: readonly string[]): string =>
  labels[code] ?? code;
const posts = { ...postLabels, secretary: "秘书（联络员）" };

/** Why a row of what other counties' schemes count counts as it does. @property deeds the kinds of duty that `of` names */
export const furtherReasons: Readonly<Record<string, Words>> = {
  attendanceReached: (n) => `出席 ${n ?? 0}%，达到 ${attendanceBar}%`,
  attendanceShort: (n) => `出席 ${n ?? 0}%，不到 ${attendanceBar}%`,
  planApproved: () => "党委已批准",
  fileComplete: (n) => `${n ?? 0} 类履职都有记录`,
  fileShort: (_, __, deeds) => `还没有记录：${deeds}`,
  groupBook: (n) => `有记录、有签到的活动 ${n ?? 0} 次`,
  groupBookMissing: (n) => (n === 0 ? "没有活动" : `活动 ${n ?? 0} 次，都缺活动记录或签到`),
  reportedThisYear: () => "本年述职",
  reportedAgain: () => "本年已述职过，不重复计",
  households: (n) => `${n ?? 1} 户，按在任代表人数折算`,
  noDeputies: () => "没有在任的本级代表，不能按人折算",
  putForward: () => "1 件，按在任代表人数折算",
  writtenToAll: (n) => `已书面答复全部 ${n ?? 0} 名提出代表`,
  writtenToSome: (n) => `还有 ${n ?? 0} 名提出代表没有收到书面答复`,
  notReplied: () => "还没有答复",
  noSigners: () => "没有登记提出代表",
  unitSolved: (n) => `主办的建议办成 ${n ?? 0} 件`,
  unitUnsolved: (n) => `主办的建议办结 ${n ?? 0} 件，没有一件办成`,
  unitSatisfied: (n) => `主办的建议 ${n ?? 0} 件测评为满意`,
  unitUnsatisfied: (n) => `主办的建议 ${n ?? 0} 件经过测评，没有一件满意`,
  projectByChoice: (n) => `候选 ${n ?? 0} 项，差额票决入选`,
  projectNoChoice: (n) => `候选 ${n ?? 0} 项，不是差额票决`,
  postFilled: (_, of) => `${named(posts, of)}有人任职`,
  postVacant: (_, of) => `没有${named(posts, of)}`,
  budgeted: (n) => `预算 ${(n ?? 0).toLocaleString("zh-CN")} 元，按在任代表人数折算`,
  stationOpen: (n) => (n === 0 ? "当天无人来访" : `接待选民 ${n ?? 0} 人`),
  stationOpenAgain: () => "该站当天已计过，不重复计",
  stationReceived: (n) => `接待 ${n ?? 0} 次`,
  stationNever: () => "本年没有接待",
  policyInForce: (_, of) => `${named(templateLabels, of)}在执行`,
  policyMissing: (_, of) => `没有${named(templateLabels, of)}`,
  reportMade: () => "有检查报告",
  roundHeld: () => "已评议",
  heldWithoutBallots: () => "已评议，没有评议票",
  nobodyNamed: () => "没有录入姓名，不计",
  meetingHeld: () => "已召开",
  putForwardWhole: () => "1 件",
  spoke: (n) => `发言 ${n ?? 0} 次`,
  presentAtSessions: (n) => `出席 ${n ?? 0} 次会议`,
  absentFromSessions: (n) => `缺席或请假 ${n ?? 0} 次会议`,
  finishedPetition: () => "已办结",
  petitionOverdue: (n) => `超过办理期限 ${n ?? 0} 天没有办结`,
  notForwarded: () => "还没有转交办",
  heardByCommittee: () => "党委会议研究",
  honoured: () => "县级及以上表彰",
  ownHonour: () => "乡镇自己的表彰，不计",
  unitScored: () => "这次评议的得分，满分计 1",
  groupHeld: () => "已举行",
  recordKept: (n) => `有记录，${n ?? 0} 名代表参加`,
  recordMissing: () => "缺活动记录或参加代表",
};
