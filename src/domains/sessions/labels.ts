import { inChinese } from "@/lib/numbers";

/** The Chinese words for this slice's codes. */
export const sessionKindLabels = {
  first: "换届首次会议",
  regular: "例会",
  extra: "临时召集",
} as const;

export const agendaKindLabels = {
  governmentReport: "政府工作报告",
  presidiumReport: "主席团工作报告",
  budget: "预算（决算）审查",
  specialReport: "专项工作报告",
  suggestionReport: "建议办理情况报告",
  projectBallot: "民生实事项目票决",
  deliberation: "分组审议",
  election: "选举",
  resolution: "通过决议决定",
  other: "其他",
} as const;

export const attendanceLabels = { present: "出席", leave: "请假", absent: "缺席" } as const;

export const voteMethodLabels = {
  secretBallot: "无记名投票",
  showOfHands: "举手",
  button: "按表决器",
} as const;

export const electionPostLabels = {
  congressChair: "人大主席",
  congressViceChair: "人大副主席",
  townshipHead: "乡镇长",
  townshipDeputyHead: "副乡镇长",
} as const;

export type SessionKind = keyof typeof sessionKindLabels;
export type AgendaKind = keyof typeof agendaKindLabels;
export type AttendanceStatus = keyof typeof attendanceLabels;
export type VoteMethod = keyof typeof voteMethodLabels;
export type ElectionPost = keyof typeof electionPostLabels;

/** "第十九届人大第八次会议". */
export function sessionTitle(termNumber: number, sessionNumber: number): string {
  return `第${inChinese(termNumber)}届人大第${inChinese(sessionNumber)}次会议`;
}

/** Minutes as people say them: 半天 is told apart from a whole day by its hours. */
export function durationInText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return `${hours > 0 ? `${hours} 小时` : ""}${hours > 0 && rest > 0 ? " " : ""}${rest > 0 || hours === 0 ? `${rest} 分钟` : ""}`;
}
